import { describe, expect, test } from '@jest/globals';
import { languageOf } from './accept-language.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { traceOf } from './traceparent.ts';

describe('Accept-Language', () => {
  test.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en;q=0.3, zh;q=0.7', 'zh-CN'],
    ['fr, en;q=0.1', 'en'],
    ['fr', 'zh-CN'],
    ['en;q=0', 'zh-CN'],
    ['en;q=x', 'zh-CN'],
    ['*', 'zh-CN'],
    [`${'x,'.repeat(50_000)}en`, 'zh-CN'],
  ])('%.40s is answered in %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe('Idempotency-Key', () => {
  test.each([
    ['"8e03978e-40d5-43e8-bc93-6894a57f9324"', '8e03978e-40d5-43e8-bc93-6894a57f9324'],
    ['8e03978e-40d5-43e8-bc93-6894a57f9324', '8e03978e-40d5-43e8-bc93-6894a57f9324'],
    ['x'.repeat(64), 'x'.repeat(64)],
  ])('%s is a key', (header, key) => {
    expect(idempotencyKey(header)).toEqual({ ok: true, key });
  });

  test.each([undefined, '', '""'])('%s is missing', (header) => {
    expect(idempotencyKey(header)).toEqual({ ok: false, reason: 'missing' });
  });

  test.each(['x'.repeat(65), 'with space', '"', '"half', 'back\\slash', '键'])('%s is malformed', (header) => {
    expect(idempotencyKey(header)).toEqual({ ok: false, reason: 'malformed' });
  });
});

describe('traceparent', () => {
  test('of the caller is kept', () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    expect(traceOf(traceparent)).toEqual({ traceparent, traceId: '4bf92f3577b34da6a3ce929d0e0e4736' });
  });

  test.each([
    undefined,
    'garbage',
    '00-00000000000000000000000000000000-00f067aa0ba902b7-01',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01',
    `00-${'a'.repeat(100_000)}-00f067aa0ba902b7-01`,
  ])('%.60s gives way to a new trace', (header) => {
    const { traceparent, traceId } = traceOf(header);
    expect(traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(traceparent).toContain(traceId);
    expect(traceOf(header).traceId).not.toBe(traceId);
  });
});
