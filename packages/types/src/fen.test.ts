import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Fen, fen } from './fen.ts';

const anyFen = fc.maxSafeInteger().map(fen.of);

describe('money in fen', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])('%d is no amount', (n) => {
    expect(() => fen.of(n)).toThrow(RangeError);
    expect(Fen.safeParse(n).success).toBe(false);
  });

  test.each([
    [130_000, '1,300.00'],
    [5, '0.05'],
    [-130_050, '-1,300.50'],
    [0, '0.00'],
    [-0, '0.00'],
    [100_000_000_000, '1,000,000,000.00'],
    [99_999, '999.99'],
  ])('%i fen reads %s', (n, text) => {
    expect(fen.yuan(fen.of(n))).toBe(text);
  });

  test.each([
    ['1,300.00', 130_000],
    ['1300', 130_000],
    ['1300.5', 130_050],
    [' 0.05 ', 5],
    ['-12.30', -1230],
  ])('%j yuan is %i fen', (text, n) => {
    expect(fen.parseYuan(text)).toBe(n);
  });

  test.each(['', '1,30', '1.234', '1e3', '¥5', '1 300', '--5', '.5', '5.', '0x10', '99999999999999999', '一百'])(
    '%j is no amount of yuan',
    (text) => expect(fen.parseYuan(text)).toBeUndefined(),
  );

  test('what is written can be read back, for every amount', () => {
    fc.assert(fc.property(anyFen, (amount) => expect(fen.parseYuan(fen.yuan(amount))).toBe(amount)));
  });

  test('a sum does not depend on the order of its summands, even where a part of it would overflow', () => {
    fc.assert(
      fc.property(fc.array(anyFen), (amounts) => {
        const exact = amounts.reduce((total, amount) => total + BigInt(amount), 0n);
        const isSafe = exact === BigInt(Number(exact)) && Number.isSafeInteger(Number(exact));
        for (const order of [amounts, amounts.toReversed(), amounts.toSorted((a, b) => a - b)]) {
          if (isSafe) expect(fen.sum(order)).toBe(Number(exact));
          else expect(() => fen.sum(order)).toThrow(RangeError);
        }
      }),
    );
  });

  test('an overflow throws instead of rounding', () => {
    const most = fen.of(Number.MAX_SAFE_INTEGER);
    expect(() => fen.add(most, fen.of(1))).toThrow(RangeError);
    expect(() => fen.sub(fen.of(-2), most)).toThrow(RangeError);
    expect(() => fen.sum([most, fen.of(1)])).toThrow(RangeError);
    expect(fen.sum([most, fen.of(1), fen.of(-1)])).toBe(most);
  });

  test('taking away undoes adding', () => {
    const small = fc.integer().map(fen.of);
    fc.assert(fc.property(small, small, (a, b) => expect(fen.sub(fen.add(a, b), b)).toBe(a)));
  });

  test('P1 (PAY-7): 42,001.00 a year is 11 × 3,500.08 and a December of 3,500.12', () => {
    const months = fen.byMonth(fen.of(4_200_100)).map(fen.yuan);
    expect(months).toEqual([...Array.from({ length: 11 }, () => '3,500.08'), '3,500.12']);
  });

  test('twelve months come to the year, whatever the amount', () => {
    const annual = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(fen.of);
    fc.assert(fc.property(annual, (amount) => expect(fen.sum(fen.byMonth(amount))).toBe(amount)));
  });
});
