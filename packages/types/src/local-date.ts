import { z } from 'zod';
import { civilDay, dayNumber, daysInMonth, FIRST_YEAR, isLeapYear, LAST_YEAR } from './day-number.ts';
import type { CivilDay } from './day-number.ts';
import type { Period } from './period.ts';

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** 日期: a civil date of Asia/Shanghai, 'YYYY-MM-DD', one that the calendar has; sorts as text. */
export const LocalDate = z
  .string()
  .regex(SHAPE)
  .refine((text) => isInCalendar(fields(text)))
  .brand<'LocalDate'>()
  .meta({ description: 'A date in Asia/Shanghai, YYYY-MM-DD' });
export type LocalDate = z.infer<typeof LocalDate>;

function fields(text: string): CivilDay {
  const [, year, month, day] = SHAPE.exec(text) ?? [];
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function isInCalendar({ year, month, day }: CivilDay): boolean {
  const isWhole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  const hasMonth = isWhole && year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12;
  return hasMonth && day >= 1 && day <= daysInMonth(year, month);
}

function format({ year, month, day }: CivilDay): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;
}

function of(year: number, month: number, day: number): LocalDate {
  if (!isInCalendar({ year, month, day })) throw new RangeError(`no such date: ${year}-${month}-${day}`);
  return format({ year, month, day });
}

function parse(text: string): LocalDate | undefined {
  return SHAPE.test(text) && isInCalendar(fields(text)) ? (text as LocalDate) : undefined;
}

function addDays(date: LocalDate, days: number): LocalDate {
  const { year, month, day } = civilDay(dayNumber(fields(date)) + days);
  return of(year, month, day);
}

/** The same day so many months on; the last day of a month that is too short for it (民法典§202). */
function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = fields(date);
  const count = year * 12 + (month - 1) + months;
  const first = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  const last = [31, 30, 29, 28].find((candidate) => isInCalendar({ ...first, day: candidate })) ?? 28;
  return of(first.year, first.month, Math.min(day, last));
}

/** A birthday on 29 February falls on 28 February in common years: the last day of the month (民法典§202). */
function ageOn(birth: LocalDate, on: LocalDate): number {
  const born = fields(birth);
  const now = fields(on);
  const isLeapling = born.month === 2 && born.day === 29;
  const birthday = isLeapling && !isLeapYear(now.year) ? 28 : born.day;
  const isReached = now.month > born.month || (now.month === born.month && now.day >= birthday);
  return now.year - born.year - (isReached ? 0 : 1);
}

/**
 * Arithmetic on civil dates, with no clock and no time zone in it.
 * `parse` gives undefined for what is no date; `of` and `addDays` throw RangeError outside years 1–9999. `diffDays(a, b)` = b − a in days.
 * `dayOfWeek` counts from 1 = Monday to 7 = Sunday. `ageOn` is 周岁, completed years, negative before birth.
 */
export const localDate = {
  parse,
  of,
  addDays,
  addMonths,
  diffDays: (from: LocalDate, to: LocalDate): number => dayNumber(fields(to)) - dayNumber(fields(from)),
  compare: (a: LocalDate, b: LocalDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0),
  dayOfWeek: (date: LocalDate): number => ((((dayNumber(fields(date)) + 3) % 7) + 7) % 7) + 1,
  year: (date: LocalDate): number => fields(date).year,
  period: (date: LocalDate): Period => date.slice(0, 7) as Period,
  ageOn,
};
