import { z } from 'zod';
import { localDate, LocalDate } from '../local-date.ts';

const DayOff = z.strictObject({ name: z.string(), from: LocalDate, to: LocalDate });

/** 节假日安排: one year's notice of the State Council's office, with days off and the weekends worked instead. */
export const HolidayNotice = z.strictObject({
  year: z.int(),
  source: z.strictObject({ title: z.string(), number: z.string(), issuer: z.string(), date: LocalDate }),
  off: z.array(DayOff),
  makeUp: z.array(LocalDate),
});
export type HolidayNotice = z.infer<typeof HolidayNotice>;

/** Every date off in the notice, both ends of each range included. */
export function daysOff({ off }: HolidayNotice): LocalDate[] {
  return off.flatMap(({ from, to }) =>
    Array.from({ length: localDate.diffDays(from, to) + 1 }, (_, i) => localDate.addDays(from, i)),
  );
}
