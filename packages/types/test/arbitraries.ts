import * as fc from 'fast-check';
import { instant, localDate, period } from '../src/index.ts';
import type { Instant, LocalDate, Period } from '../src/index.ts';

const EPOCH = localDate.of(1970, 1, 1);

/** Dates of years 1–9999. */
export const anyDate: fc.Arbitrary<LocalDate> = fc
  .integer({ min: -719_162, max: 2_932_896 })
  .map((days) => localDate.addDays(EPOCH, days));

/** Dates in and around the years whose notices are loaded. */
export const calendarDate: fc.Arbitrary<LocalDate> = fc
  .integer({ min: 0, max: 4 * 366 })
  .map((days) => localDate.addDays(localDate.of(2024, 6, 1), days));

export const anyPeriod: fc.Arbitrary<Period> = anyDate.map(localDate.period);

/** Months whose cut-off and pay day lie within years 2–9998. */
export const innerPeriod: fc.Arbitrary<Period> = fc
  .integer({ min: -20_000, max: 80_000 })
  .map((months) => period.add(localDate.period(EPOCH), months));

/** Milliseconds of years 1–9999. */
export const anyMs: fc.Arbitrary<number> = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });

export const anyInstant: fc.Arbitrary<Instant> = anyMs.map(instant.of);

/** A text of so many digits. */
export const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
