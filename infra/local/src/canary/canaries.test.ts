import { expect, test } from '@jest/globals';
import { BankCard, localDate, Mobile, ResidentId } from '@minzheng/types';
import { canaries } from './canaries.ts';
import { givenBy } from './canary.ts';

const today = localDate.of(2025, 10, 9);
const all = canaries(1_000, 1);

test('a thousand canaries are valid in form, and the same for the same seed', () => {
  for (const { residentId, mobile, accountNumber, otherAccountNumber } of all) {
    expect(ResidentId.parse(residentId, today).ok).toBe(true);
    expect(Mobile.parse(mobile).ok).toBe(true);
    expect(BankCard.parse(accountNumber).ok && BankCard.parse(otherAccountNumber).ok).toBe(true);
  }
  expect(canaries(1_000, 1)).toEqual(all);
  expect(canaries(1_000, 2)).not.toEqual(all);
});

test('their names are of three rare characters or more, without a Latin letter, and long in every charset', () => {
  for (const { name } of all) {
    expect(name).toMatch(/^[\p{Script=Han}\p{Co}·]{3,}$/u);
    expect(name.normalize('NFC')).toBe(name);
    expect(Buffer.byteLength(name, 'utf16le')).toBeGreaterThanOrEqual(8);
  }
});

test('no value is another’s, or a part of another’s', () => {
  const values = all.flatMap((canary) => givenBy(canary).map(({ text }) => text));
  expect(new Set(values).size).toBe(values.length);
  const together = values.join('|');
  for (const value of values) expect(together.indexOf(value)).toBe(together.lastIndexOf(value));
});
