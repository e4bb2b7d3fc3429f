import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { anyPeriod, innerPeriod } from '../test/arbitraries.ts';
import { localDate } from './local-date.ts';
import { Period, period } from './period.ts';

const month = (text: string): Period => Period.parse(text);

describe('a month', () => {
  test.each(['2026-13', '2026-00', '2026-1', '0000-01', '202601', '2026-01-01'])('%j is none', (text) => {
    expect(Period.safeParse(text).success).toBe(false);
  });

  test('December is followed by January, and leap Februaries end on the 29th', () => {
    expect(period.next(month('2026-12'))).toBe('2027-01');
    expect(period.previous(month('2026-01'))).toBe('2025-12');
    expect(period.last(month('2028-02'))).toBe('2028-02-29');
    expect(period.last(month('2100-02'))).toBe('2100-02-28');
    expect(period.first(month('2026-11'))).toBe('2026-11-01');
  });

  test('months before year 1, after 9999 or in parts cannot be reached', () => {
    expect(() => period.previous(month('0001-01'))).toThrow(RangeError);
    expect(() => period.next(month('9999-12'))).toThrow(RangeError);
    expect(() => period.add(month('2026-01'), 0.5)).toThrow(RangeError);
  });

  test('adding months can be undone, and keeps their order', () => {
    fc.assert(
      fc.property(innerPeriod, fc.integer({ min: -300, max: 300 }), (from, n) => {
        fc.pre(from > '0100-01' && from < '9900-01');
        const to = period.add(from, n);
        expect(period.add(to, -n)).toBe(from);
        expect(Math.sign(n)).toBe(localDate.compare(period.first(to), period.first(from)));
      }),
    );
  });

  test('a month is all days from its first to its last, and the day after is another', () => {
    fc.assert(
      fc.property(anyPeriod, (p) => {
        fc.pre(p !== '9999-12');
        expect(localDate.period(period.last(p))).toBe(p);
        expect(localDate.addDays(period.last(p), 1)).toBe(period.first(period.next(p)));
      }),
    );
  });
});
