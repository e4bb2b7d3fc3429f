import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { licencePeriod } from './licence.ts';
import type { LicencePeriod } from './licence.ts';
import { LocalDate, localDate } from './local-date.ts';

const days = (from: string, until: string): LicencePeriod => ({
  validFrom: LocalDate.parse(from),
  validUntil: LocalDate.parse(until),
});
const year26 = days('2026-01-01', '2026-12-31');

describe('a licence after another grant', () => {
  test.each<[string, LicencePeriod, LicencePeriod]>([
    ['the same once more', year26, year26],
    ['renewed before it ends', days('2026-11-01', '2027-10-31'), days('2026-01-01', '2027-10-31')],
    ['renewed on the day after its last', days('2027-01-01', '2027-12-31'), days('2026-01-01', '2027-12-31')],
    ['renewed one day later: the gap stays a gap', days('2027-01-02', '2027-12-31'), days('2027-01-02', '2027-12-31')],
    ['a shorter one within it', days('2026-03-01', '2026-03-31'), year26],
    ['an earlier one that had ended', days('2024-01-01', '2024-12-31'), year26],
    ['an earlier one that reaches into it', days('2025-06-01', '2026-05-31'), days('2025-06-01', '2026-12-31')],
  ])('%s', (_, granted, then) => {
    expect(licencePeriod.join(year26, granted)).toEqual(then);
    expect(licencePeriod.join(granted, year26)).toEqual(then);
  });

  test('is the same whatever the order, and the same when a grant comes twice', () => {
    const date = fc.integer({ min: 0, max: 3_000 }).map((n) => localDate.addDays(LocalDate.parse('2020-01-01'), n));
    const period = fc.tuple(date, date).map(([a, b]) => (a < b ? days(a, b) : days(b, a)));
    fc.assert(
      fc.property(period, period, (a, b) => {
        const joined = licencePeriod.join(a, b);
        expect(licencePeriod.join(b, a)).toEqual(joined);
        expect(licencePeriod.join(joined, a)).toEqual(joined);
        expect(licencePeriod.join(joined, b)).toEqual(joined);
      }),
    );
  });
});

test.each([
  ['2025-12-31', false],
  ['2026-01-01', true],
  ['2026-12-31', true],
  ['2027-01-01', false],
])('a licence for 2026 holds on %s: %s', (on, holds) => {
  expect(licencePeriod.covers(year26, LocalDate.parse(on))).toBe(holds);
});
