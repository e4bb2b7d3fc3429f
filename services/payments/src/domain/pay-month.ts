import { calendar, localDate, period, refuse } from '@minzheng/types';
import type { LocalDate, Period, Refusal } from '@minzheng/types';

/** 发放日程 of one month (PAY-1): decisions up to `decidedBy` are in, the money goes on `payDay`. */
export interface PayMonth {
  readonly decidedBy?: LocalDate;
  readonly payDay?: LocalDate;
}

/**
 * PAY-1: a month can be drawn up from its cut-off on, when entitlements are frozen. The sample calendar waives cut-off and
 * pay day, for months up to the next one.
 */
export function payMonth(
  month: Period,
  today: LocalDate,
  isSample: boolean,
): { ok: true; value: PayMonth } | { ok: false; refusal: Refusal } {
  if (isSample) {
    const isOpen = month <= period.next(localDate.period(today));
    return isOpen ? { ok: true, value: {} } : refuse('pay-run.period-not-open');
  }
  const decidedBy = calendar.cutOff(month).date;
  if (today < decidedBy) return refuse('pay-run.period-not-open');
  return { ok: true, value: { decidedBy, payDay: calendar.payDay(month).date } };
}
