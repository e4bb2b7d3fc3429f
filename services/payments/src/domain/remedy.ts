import { calendar, LocalDate } from '@minzheng/types';
import { z } from 'zod';

/** 行政复议法 §20: within sixty days of knowing of the decision (DOMAIN §2.5). */
const REVIEW_DAYS = 60;

/** 救济途径: the last day on which review of a decision can be asked for (行政复议), printed on every adverse one. */
export const Remedy = z.strictObject({ reviewBy: LocalDate, provisional: z.boolean() });
export type Remedy = z.infer<typeof Remedy>;

/** Reckoned from the day of the decision: when it became known is not known here, and can only give longer. */
export function remedyAgainst(decidedOn: LocalDate): Remedy {
  const { date, provisional } = calendar.endOfDays(decidedOn, REVIEW_DAYS);
  return { reviewBy: date, provisional };
}
