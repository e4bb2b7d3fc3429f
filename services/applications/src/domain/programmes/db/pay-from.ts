import type { LocalDate, Period } from '@minzheng/types';
import { localDate, period } from '@minzheng/types';

/** DB-4: a benefit is paid from the month after the decision, never for months before. */
export const payFrom = (decidedOn: LocalDate): Period => period.next(localDate.period(decidedOn));
