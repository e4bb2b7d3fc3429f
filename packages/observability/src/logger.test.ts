import { describe, expect, test } from '@jest/globals';
import { createLogger } from './logger.ts';

function logged(write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(createLogger({ service: 'payments', destination: { write: (line) => void lines.push(line) } }));
  return JSON.parse(lines.join('')) as Record<string, unknown>;
}

describe('a log line', () => {
  test('carries service, level, message and references', () => {
    const line = logged((log) => log.info({ payRunId: 'r1', count: 3, totalFen: 5 }, 'pay run approved'));
    expect(line).toMatchObject({
      service: 'payments',
      level: 'info',
      msg: 'pay run approved',
      payRunId: 'r1',
      count: 3,
      totalFen: 5,
    });
  });

  test('withholds what is not on the list and says which field it was', () => {
    const line = logged((log) =>
      log.info({ name: '王小明', holderName: '王小明', residentId: '33030219700101002X', personId: 'p1' }, 'x'),
    );
    expect(line).toMatchObject({ personId: 'p1', withheld: ['name', 'holderName', 'residentId'] });
    expect(JSON.stringify(line)).not.toMatch(/王|3303/);
  });

  test('withholds inside nested objects and in a child logger', () => {
    const line = logged((log) =>
      log.child({ mobile: '13800138000' }).warn({ reason: '王小明', result: { phone: '13800138000', code: 'a' } }, 'x'),
    );
    expect(JSON.stringify(line)).not.toContain('13800138000');
    expect(line).toMatchObject({ reason: '…', result: { code: 'a' } });
  });

  test('keeps an error with its type, code and frames, without the values that its message quotes', () => {
    const error = Object.assign(
      new TypeError('E11000 dup key: { mobile: "13800138000" } for 王小明 33030219700101002X'),
      { code: 11000 },
    );
    const line = logged((log) => log.error({ err: error }, 'failed'));
    expect(line['err']).toMatchObject({
      type: 'TypeError',
      code: 11000,
      stack: expect.arrayContaining([expect.stringMatching(/^at /)]),
    });
    expect(JSON.stringify(line)).not.toMatch(/138001|王|3303021/);
  });

  test('keeps the causes of an error and survives what is not an Error', () => {
    const line = logged((log) =>
      log.error({ err: new Error('outer', { cause: new RangeError('inner') }), reason: undefined }, 'x'),
    );
    expect(line['err']).toMatchObject({ message: 'outer', cause: { type: 'RangeError', message: 'inner' } });
  });
});
