import { calendar, localDate, period, refuse } from '@minzheng/types';
import type { LocalDate, Period, Refusal } from '@minzheng/types';

/** 发放日程 of one month (PAY-1): decisions up to `decidedBy` are in, the money goes on `payDay`. */
export interface PayMonth {
  readonly decidedBy: LocalDate;
  readonly payDay: LocalDate;
}

/**
 * PAY-1: a month can be drawn up from its cut-off on, when entitlements are frozen. Once a later cut-off has passed it can be drawn
 * again for what was granted since: a benefit owed from the month of its approval is decided after that month's own cut-off.
 */
export function payMonth(
  month: Period,
  today: LocalDate,
): { ok: true; value: PayMonth } | { ok: false; refusal: Refusal } {
  if (today < calendar.cutOff(month).date) return refuse('pay-run.period-not-open');
  return { ok: true, value: { decidedBy: latestCutOff(today), payDay: calendar.payDay(month).date } };
}

/** This month's cut-off was in the month before; next month's is in this one. */
function latestCutOff(today: LocalDate): LocalDate {
  const thisMonth = localDate.period(today);
  const next = calendar.cutOff(period.next(thisMonth)).date;
  return next <= today ? next : calendar.cutOff(thisMonth).date;
}

/** What is owed once is owed at once: decisions up to today are in, and the money goes today. */
export function payAtOnce(
  month: Period,
  today: LocalDate,
): { ok: true; value: PayMonth } | { ok: false; refusal: Refusal } {
  if (month !== localDate.period(today)) return refuse('pay-run.period-not-open');
  return { ok: true, value: { decidedBy: today, payDay: today } };
}
