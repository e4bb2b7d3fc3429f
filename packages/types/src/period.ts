import { z } from 'zod';
import { daysInMonth, FIRST_YEAR, LAST_YEAR } from './day-number.ts';
import { localDate } from './local-date.ts';
import type { LocalDate } from './local-date.ts';

const MONTHS_PER_YEAR = 12;

/** 月份: a calendar month of Asia/Shanghai, 'YYYY-MM'; sorts as text. Benefits are due by whole months (PAY-2). */
export const Period = z
  .string()
  .regex(/^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/)
  .brand<'Period'>()
  .meta({ description: 'A calendar month, YYYY-MM' });
export type Period = z.infer<typeof Period>;

function fields(month: Period): { year: number; month: number } {
  return { year: Number(month.slice(0, 4)), month: Number(month.slice(5)) };
}

function add(start: Period, months: number): Period {
  const at = fields(start);
  const index = at.year * MONTHS_PER_YEAR + (at.month - 1) + months;
  const year = Math.floor(index / MONTHS_PER_YEAR);
  if (!Number.isInteger(index) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new RangeError(`no such month: ${start} and ${months} months`);
  }
  return `${String(year).padStart(4, '0')}-${String((index % MONTHS_PER_YEAR) + 1).padStart(2, '0')}` as Period;
}

function last(of: Period): LocalDate {
  const { year, month } = fields(of);
  return localDate.of(year, month, daysInMonth(year, month));
}

/** Arithmetic on months. `add` takes negative counts too and throws RangeError outside years 1–9999. */
export const period = {
  add,
  next: (p: Period): Period => add(p, 1),
  previous: (p: Period): Period => add(p, -1),
  first: (p: Period): LocalDate => `${p}-01` as LocalDate,
  last,
};
