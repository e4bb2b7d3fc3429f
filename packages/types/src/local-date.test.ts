import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { anyDate } from '../test/arbitraries.ts';
import { LocalDate, localDate } from './local-date.ts';

const date = (text: string): LocalDate => LocalDate.parse(text);
const utc = (text: string): Date => new Date(`${text}T00:00:00Z`);

describe('a civil date', () => {
  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '26-01-01',
    '2026-1-1',
    ' 2026-01-01',
  ])('%j is none', (text) => {
    expect(localDate.parse(text)).toBeUndefined();
    expect(LocalDate.safeParse(text).success).toBe(false);
  });

  test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%j is one', (text) => {
    expect(localDate.parse(text)).toBe(text);
    expect(LocalDate.safeParse(text).success).toBe(true);
  });

  test('a date that the calendar does not have cannot be made', () => {
    expect(() => localDate.of(2026, 2, 29)).toThrow(RangeError);
    expect(() => localDate.of(2026, 1.5, 1)).toThrow(RangeError);
    expect(() => localDate.addDays(date('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => localDate.addDays(date('2026-01-01'), 0.5)).toThrow(RangeError);
  });

  test('agrees with the machine’s own calendar on every day reached', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -100_000, max: 100_000 }), (from, days) => {
        const there = new Date(utc(from).getTime() + days * 86_400_000);
        fc.pre(there.getUTCFullYear() >= 1 && there.getUTCFullYear() <= 9999);
        const to = localDate.addDays(from, days);
        expect(to).toBe(there.toISOString().slice(0, 10));
        expect(localDate.diffDays(from, to)).toBe(days);
        expect(localDate.dayOfWeek(to) % 7).toBe(there.getUTCDay());
        expect(localDate.compare(from, to)).toBe(-Math.sign(days) || 0);
      }),
    );
  });

  test.each([
    ['1990-05-20', '2026-05-19', 35, 'the day before the birthday'],
    ['1990-05-20', '2026-05-20', 36, 'on the birthday'],
    ['2008-02-29', '2026-02-28', 18, '29 February comes on 28 February in a common year (民法典§202)'],
    ['2008-02-29', '2026-02-27', 17, 'but not before'],
    ['2008-02-29', '2028-02-28', 19, 'and not in a leap year'],
    ['2026-11-24', '2026-11-24', 0, 'the day of birth'],
    ['2026-11-24', '2026-11-23', -1, 'before birth'],
  ])('born %s is on %s aged %i: %s', (birth, on, age) => {
    expect(localDate.ageOn(date(birth), date(on))).toBe(age);
  });
});

describe('the same day so many months on', () => {
  test.each([
    ['2025-06-10', 12, '2026-06-10'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-03-31', 1, '2025-04-30'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(localDate.addMonths(date(from), months)).toBe(expected);
  });
});
