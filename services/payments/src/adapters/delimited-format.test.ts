import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { account, fileOf, today } from '../../test/samples.ts';
import { delimitedFormat } from './delimited-format.ts';

const { file, lines } = fileOf(100_00, 200_00);
const { accountNumber, bankCode, holderName } = account;
const rendered = delimitedFormat.render({
  file,
  bizDate: today,
  payerAccount: 'ZERO-BALANCE-QUOTA',
  lines: lines.map((payment) => ({ payment, accountNumber, bankCode, holderName })),
});
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('a file for the bank', () => {
  const records = iconv.decode(rendered, 'gb18030').split('\r\n');

  test('is header, details and trailer in GB 18030, rare characters whole', () => {
    expect(records[0]).toMatch(/^H\|run-1-0001\|ZERO-BALANCE-QUOTA\|2026-11-24\|DB\|CNY\|2\|30000\|[0-9a-f]{64}$/);
    expect(records[1]).toBe(`D|1|${lines[0]?.id}|样例·𠮷|||${accountNumber}|${bankCode}|10000|社会救助|2026-12`);
    expect(records[3]).toMatch(/^T\|2\|30000\|[0-9a-f]{64}$/);
    expect(records).toHaveLength(5);
  });

  test('carries the hash of its details and of everything before the trailer', () => {
    const details = iconv.encode(`${records.slice(1, 3).join('\r\n')}\r\n`, 'gb18030');
    const before = iconv.encode(`${records.slice(0, 3).join('\r\n')}\r\n`, 'gb18030');
    expect(records[0]?.split('|')[8]).toBe(sha256(details));
    expect(records[3]?.split('|')[3]).toBe(sha256(before));
  });

  test('is the same bytes each time it is made', () => {
    const again = lines.map((payment) => ({ payment, accountNumber, bankCode, holderName }));
    expect(delimitedFormat.render({ file, bizDate: today, payerAccount: 'ZERO-BALANCE-QUOTA', lines: again })).toEqual(
      rendered,
    );
  });
});

/** A result file as the bank writes it. */
function results(details: readonly string[], count = details.length, totalFen = 300_00): Buffer {
  const before = Buffer.from(`${[`R|run-1-0001|${count}|${totalFen}`, ...details].join('\r\n')}\r\n`);
  return Buffer.concat([before, Buffer.from(`T|${count}|${totalFen}|${sha256(before)}\r\n`)]);
}

const settled = `D|1|${lines[0]?.id}|10000|S||2026-11-24`;
const rejected = `D|2|${lines[1]?.id}|20000|F|R03|`;
const whole = results([settled, rejected]);

describe('a result file', () => {
  test('says what became of each payment', () => {
    expect(delimitedFormat.parse(whole)).toEqual({
      ok: true,
      batchNo: 'run-1-0001',
      items: [
        { txnRef: lines[0]?.id, amountFen: 100_00, answer: { result: 'settled', settledOn: '2026-11-24' } },
        { txnRef: lines[1]?.id, amountFen: 200_00, answer: { result: 'rejected', reason: 'R03' } },
      ],
    });
  });

  test('may leave a payment pending', () => {
    const parsed = delimitedFormat.parse(results([settled, `D|2|${lines[1]?.id}|20000|P||`]));
    expect(parsed.ok && parsed.items[1]?.answer).toEqual({ result: 'pending' });
  });

  test.each([
    ['a wrong count', results([settled, rejected], 3), 'BAD_TOTALS'],
    ['a wrong sum', results([settled, rejected], 2, 300_01), 'BAD_TOTALS'],
    ['a changed byte', Buffer.from(whole.toString().replace('|R03|', '|R01|')), 'BAD_HASH'],
    ['a code that nobody knows', results([settled, rejected.replace('R03', 'R77')]), 'BAD_SHAPE'],
    ['paid without a date', results([settled.replace('2026-11-24', ''), rejected]), 'BAD_SHAPE'],
    ['a date that the calendar has not', results([settled.replace('11-24', '02-30'), rejected]), 'BAD_SHAPE'],
    ['nothing in it', Buffer.alloc(0), 'BAD_SHAPE'],
    ['a trailer alone', Buffer.from('T|0|0|x\r\n'), 'BAD_SHAPE'],
  ])('with %s is rejected whole', (_, bytes, error) => {
    expect(delimitedFormat.parse(bytes)).toEqual({ ok: false, error });
  });

  test('cut short at any byte is rejected whole', () => {
    const cuts = Array.from({ length: whole.length }, (_, length) => delimitedFormat.parse(whole.subarray(0, length)));
    expect(cuts.filter(({ ok }) => ok)).toEqual([]);
  });
});
