import { calendar, refuse } from '@minzheng/types';
import type { LocalDate, Period, Refusal } from '@minzheng/types';

/** 发放日程 of one month (PAY-1): decisions up to `decidedBy` are in, the money goes on `payDay`. */
export interface PayMonth {
  readonly decidedBy: LocalDate;
  readonly payDay: LocalDate;
}

/** PAY-1: a month can be drawn up from its cut-off on, when entitlements are frozen. */
export function payMonth(
  month: Period,
  today: LocalDate,
): { ok: true; value: PayMonth } | { ok: false; refusal: Refusal } {
  const decidedBy = calendar.cutOff(month).date;
  if (today < decidedBy) return refuse('pay-run.period-not-open');
  return { ok: true, value: { decidedBy, payDay: calendar.payDay(month).date } };
}
