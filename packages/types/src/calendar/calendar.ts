import { instant } from '../instant.ts';
import type { Instant } from '../instant.ts';
import { localDate } from '../local-date.ts';
import type { LocalDate } from '../local-date.ts';
import { period } from '../period.ts';
import type { Period } from '../period.ts';
import type { HolidayNotice } from './holiday-notice.ts';
import { workingDays } from './working-days.ts';
import type { WorkingDay } from './working-days.ts';

/** A date reckoned by the calendar; provisional when a day it was counted over lies in a year without notice (CAL-6). */
export interface Dated {
  readonly date: LocalDate;
  readonly provisional: boolean;
}

/** 工作日历: what law reckons in days. Counts are whole and from 0 to 3,660; else RangeError. */
export interface Calendar {
  /** CAL-2. */
  readonly isWorkingDay: (date: LocalDate) => WorkingDay;
  /** CAL-1 and CAL-2: the n-th working day after the date, which itself is not counted; the date itself for n = 0. */
  readonly addWorkingDays: (date: LocalDate, n: number) => Dated;
  /** CAL-1 and CAL-3: the day at whose 24:00 a period of n calendar days ends; a rest day rolls on to the next working day. */
  readonly endOfDays: (date: LocalDate, n: number) => Dated;
  /** The first working day after the date. */
  readonly nextWorkingDay: (date: LocalDate) => Dated;
  /** 发放日 (PAY-1): the 10th, or the last working day before it. */
  readonly payDay: (month: Period) => Dated;
  /** PAY-1: the last working day of the month before. */
  readonly cutOff: (month: Period) => Dated;
  /** Working days after `from` up to and including `to`, the inverse of `addWorkingDays`; negative when `to` lies before. */
  readonly workingDaysBetween: (from: LocalDate, to: LocalDate) => number;
  /** CAL-5: clock hours, holidays or not. */
  readonly addClockHours: (at: Instant, hours: number) => Instant;
}

const PAY_DAY_OF_MONTH = 10;
const MAX_DAYS = 3660;
const MS_PER_HOUR = 3_600_000;

/** A calendar that knows the given years' notices. */
export function calendarOf(notices: readonly HolidayNotice[]): Calendar {
  const isWorkingDay = workingDays(notices);

  function addWorkingDays(date: LocalDate, n: number): Dated {
    checkCount(n);
    let at = { date, provisional: false };
    for (let left = n; left > 0; left -= 1) at = roll(isWorkingDay, stepped(at, 1), 1);
    return at;
  }

  function endOfDays(date: LocalDate, n: number): Dated {
    checkCount(n);
    return roll(isWorkingDay, { date: localDate.addDays(date, n), provisional: false }, 1);
  }

  function workingDaysBetween(from: LocalDate, to: LocalDate): number {
    if (to < from) return -workingDaysBetween(to, from);
    const days = localDate.diffDays(from, to);
    return Array.from({ length: days }, (_, i) => localDate.addDays(from, i + 1)).filter(
      (day) => isWorkingDay(day).value,
    ).length;
  }

  return {
    isWorkingDay,
    addWorkingDays,
    endOfDays,
    workingDaysBetween,
    nextWorkingDay: (date) => addWorkingDays(date, 1),
    payDay: (month) => roll(isWorkingDay, certain(localDate.addDays(period.first(month), PAY_DAY_OF_MONTH - 1)), -1),
    cutOff: (month) => roll(isWorkingDay, certain(period.last(period.previous(month))), -1),
    addClockHours: (at, hours) => instant.plus(at, hours * MS_PER_HOUR),
  };
}

const certain = (date: LocalDate): Dated => ({ date, provisional: false });

const stepped = ({ date, provisional }: Dated, days: 1 | -1): Dated => ({
  date: localDate.addDays(date, days),
  provisional,
});

/** The first working day from `start` on, in the direction of `step`; remembers whether a day on the way was provisional. */
function roll(isWorkingDay: (date: LocalDate) => WorkingDay, start: Dated, step: 1 | -1): Dated {
  const { value, provisional } = isWorkingDay(start.date);
  const here = { date: start.date, provisional: start.provisional || provisional };
  return value ? here : roll(isWorkingDay, stepped(here, step), step);
}

function checkCount(n: number): void {
  if (!Number.isInteger(n) || n < 0 || n > MAX_DAYS)
    throw new RangeError(`not a number of days from 0 to ${MAX_DAYS}: ${n}`);
}
