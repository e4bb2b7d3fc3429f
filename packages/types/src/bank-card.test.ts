import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { digits } from '../test/arbitraries.ts';
import { BankCard } from './bank-card.ts';
import { luhnDigit } from './luhn.ts';

const card = fc
  .integer({ min: 12, max: 18 })
  .chain(digits)
  .map((text) => text + luhnDigit(text));

describe('a bank card number', () => {
  test('with its Luhn digit is read; with any one digit changed it is refused', () => {
    fc.assert(
      fc.property(card, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, position, by) => {
        expect(BankCard.parse(number)).toEqual({ ok: true, value: number });
        const at = position % number.length;
        const other = (Number(number[at]) + by) % 10;
        expect(BankCard.parse(number.slice(0, at) + other + number.slice(at + 1))).toEqual({
          ok: false,
          error: 'BAD_LUHN',
        });
      }),
    );
  });

  test.each([
    ['6222 0212 0300 1234 565', { ok: true, value: '6222021203001234565' }],
    ['6222-0212-0300-1234-565', { ok: true, value: '6222021203001234565' }],
    ['622202120300', { ok: false, error: 'BAD_LENGTH' }],
    ['62220212030012345650', { ok: false, error: 'BAD_LENGTH' }],
    ['622202120300123456X', { ok: false, error: 'BAD_ALPHABET' }],
  ])('%j', (raw, expected) => {
    expect(BankCard.parse(raw)).toEqual(expected);
  });

  test('only its last four digits leave their owner', () => {
    const read = BankCard.parse('6222021203001234565');
    expect(read.ok && BankCard.last4(read.value)).toBe('4565');
  });
});
