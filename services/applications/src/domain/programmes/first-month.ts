import { localDate, period } from '@minzheng/types';
import type { LocalDate, Period } from '@minzheng/types';
import type { PaysFrom } from './programme.ts';

/** The days a benefit's beginning depends on. */
export interface Days {
  readonly appliedOn: LocalDate;
  readonly decidedOn: LocalDate;
}

const months: Readonly<Record<PaysFrom, (days: Days) => Period | undefined>> = {
  'month-after-decision': ({ decidedOn }) => period.next(localDate.period(decidedOn)),
  'month-of-application': ({ appliedOn }) => localDate.period(appliedOn),
  'month-of-decision': ({ decidedOn }) => localDate.period(decidedOn),
  'at-once': ({ decidedOn }) => localDate.period(decidedOn),
  nothing: () => undefined,
};

/** The first month that is due; undefined where nothing is paid. Never a month before the application. */
export const firstMonth = (paysFrom: PaysFrom, days: Days): Period | undefined => months[paysFrom](days);
