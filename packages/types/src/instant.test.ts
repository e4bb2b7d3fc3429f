import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { anyDate, anyMs } from '../test/arbitraries.ts';
import { Instant, instant } from './instant.ts';
import { LocalDate, localDate } from './local-date.ts';

describe('a moment', () => {
  test.each([
    '2026-11-24T02:58:13Z',
    '2026-11-24T02:58:13.123+08:00',
    '2026-11-24T24:00:00.000Z',
    '2026-02-29T00:00:00.000Z',
    '2026-11-24T23:59:60.000Z',
    '2026-11-24 02:58:13.123Z',
  ])('%j is none: only UTC with milliseconds, on a day that exists', (text) => {
    expect(Instant.safeParse(text).success).toBe(false);
  });

  test('the civil date changes at midnight in Shanghai, 16:00 UTC', () => {
    expect(instant.civilDate(Instant.parse('2026-11-24T15:59:59.999Z'))).toBe('2026-11-24');
    expect(instant.civilDate(Instant.parse('2026-11-24T16:00:00.000Z'))).toBe('2026-11-25');
    expect(instant.startOfDay(LocalDate.parse('2026-11-25'))).toBe('2026-11-24T16:00:00.000Z');
  });

  test('is written as the machine writes it, and read back to the millisecond', () => {
    fc.assert(
      fc.property(anyMs, (ms) => {
        const at = instant.of(ms);
        expect(at).toBe(new Date(ms).toISOString());
        expect(instant.ms(at)).toBe(ms);
        expect(Instant.safeParse(at).success).toBe(true);
      }),
    );
  });

  test('sorts as text in the order of time', () => {
    fc.assert(fc.property(anyMs, anyMs, (a, b) => expect(instant.of(a) < instant.of(b)).toBe(a < b)));
  });

  test('a day of Shanghai is the 24 hours from its start', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 86_399_999 }), (date, ms) => {
        fc.pre(date > '0001-01-01' && date < '9999-12-31');
        expect(instant.civilDate(instant.plus(instant.startOfDay(date), ms))).toBe(date);
        expect(instant.civilDate(instant.plus(instant.startOfDay(date), -1))).toBe(localDate.addDays(date, -1));
      }),
    );
  });

  test('outside years 1 to 9999, or in parts of a millisecond, there is none', () => {
    expect(() => instant.of(253_402_300_800_000)).toThrow(RangeError);
    expect(() => instant.of(0.5)).toThrow(RangeError);
    expect(() => instant.of(Number.NaN)).toThrow(RangeError);
  });
});

test('a moment is read as people write it', () => {
  expect(instant.parse('2025-10-08T09:00+08:00')).toBe('2025-10-08T01:00:00.000Z');
  expect(instant.parse('2025-10-08T01:00:00Z')).toBe('2025-10-08T01:00:00.000Z');
  expect(instant.parse('2025-10-07T20:30:15.5-04:30')).toBe('2025-10-08T01:00:15.500Z');
  for (const text of ['2025-10-08', '2025-10-08T09:00', '2025-13-08T09:00Z', 'now', '2025-02-30T00:00Z'])
    expect(instant.parse(text)).toBeUndefined();
});
