import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { calendarDate, innerPeriod } from '../../test/arbitraries.ts';
import { LocalDate, localDate } from '../local-date.ts';
import { Period, period } from '../period.ts';
import { calendar, calendarOf, holidayNotices } from './index.ts';

const date = (text: string): LocalDate => LocalDate.parse(text);
const count = fc.integer({ min: 0, max: 120 });

function daysOfYear(year: number): LocalDate[] {
  const first = localDate.of(year, 1, 1);
  const days = localDate.diffDays(first, localDate.of(year + 1, 1, 1));
  return Array.from({ length: days }, (_, i) => localDate.addDays(first, i));
}

describe('the working-day calendar', () => {
  test.each([2025, 2026])('%i has 248 working days, none provisional', (year) => {
    const days = daysOfYear(year).map(calendar.isWorkingDay);
    expect(days.filter(({ value }) => value)).toHaveLength(248);
    expect(days.filter(({ provisional }) => provisional)).toEqual([]);
  });

  test('a notice names its document, and its make-up days are weekends that are not off', () => {
    for (const { year, source, off, makeUp } of holidayNotices) {
      expect(source.title).toContain(`${year}年`);
      expect(source.number).toMatch(/^国办发明电〔\d{4}〕\d+号$/);
      for (const day of makeUp) {
        expect(localDate.year(day)).toBe(year);
        expect(localDate.dayOfWeek(day)).toBeGreaterThan(5);
        expect(off.filter(({ from, to }) => from <= day && day <= to)).toEqual([]);
      }
    }
  });

  test('a year without notice falls back to Monday to Friday and 1 January off, and says so (CAL-6)', () => {
    expect(calendar.isWorkingDay(date('2027-01-01'))).toEqual({ value: false, provisional: true });
    expect(calendar.isWorkingDay(date('2027-10-01'))).toEqual({ value: true, provisional: true });
    expect(calendar.isWorkingDay(date('2027-01-02'))).toEqual({ value: false, provisional: true });
    const knowing2027 = calendarOf([
      ...holidayNotices,
      { year: 2027, source: { title: 't', number: 'n', issuer: 'i', date: date('2026-11-30') }, off: [], makeUp: [] },
    ]);
    expect(knowing2027.addWorkingDays(date('2026-12-01'), 30)).toEqual({ date: '2027-01-12', provisional: false });
  });

  test('one unknown day on the way makes a result provisional, even where it ends in a known year', () => {
    expect(calendar.addWorkingDays(date('2024-12-30'), 5)).toEqual({ date: '2025-01-07', provisional: true });
    expect(calendar.addWorkingDays(date('2024-12-31'), 4)).toEqual({ date: '2025-01-07', provisional: false });
    expect(calendar.payDay(Period.parse('2027-01'))).toEqual({ date: '2027-01-08', provisional: true });
    expect(calendar.cutOff(Period.parse('2027-01'))).toEqual({ date: '2026-12-31', provisional: false });
    expect(calendar.endOfDays(date('2026-12-25'), 7)).toEqual({ date: '2027-01-04', provisional: true });
  });

  test('counting working days lands on a working day, strictly later with every day more', () => {
    fc.assert(
      fc.property(calendarDate, count, (from, n) => {
        const here = calendar.addWorkingDays(from, n);
        const next = calendar.addWorkingDays(from, n + 1);
        expect(calendar.isWorkingDay(next.date).value).toBe(true);
        expect(localDate.compare(here.date, next.date)).toBe(-1);
        expect(next).toEqual({ ...calendar.nextWorkingDay(here.date), provisional: next.provisional });
      }),
    );
  });

  test('starting later never ends earlier', () => {
    fc.assert(
      fc.property(calendarDate, calendarDate, count, (a, b, n) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        expect(calendar.addWorkingDays(earlier, n).date <= calendar.addWorkingDays(later, n).date).toBe(true);
      }),
    );
  });

  test('the working days between are what was counted', () => {
    fc.assert(
      fc.property(calendarDate, count, (from, n) => {
        const { date: to } = calendar.addWorkingDays(from, n);
        expect(calendar.workingDaysBetween(from, to)).toBe(n);
        expect(calendar.workingDaysBetween(to, from)).toBe(n === 0 ? 0 : -n);
      }),
    );
  });

  test('a period of days ends on the first working day from its last day on', () => {
    fc.assert(
      fc.property(calendarDate, count, (from, n) => {
        const raw = localDate.addDays(from, n);
        const { date: end } = calendar.endOfDays(from, n);
        expect(end >= raw && calendar.isWorkingDay(end).value).toBe(true);
        expect(calendar.workingDaysBetween(localDate.addDays(raw, -1), end)).toBe(1);
      }),
    );
  });

  test('pay day is a working day not after the 10th, and cut-off the last working day of the month before', () => {
    fc.assert(
      fc.property(innerPeriod, (month) => {
        const pay = calendar.payDay(month).date;
        const tenth = localDate.addDays(period.first(month), 9);
        expect(pay <= tenth && calendar.isWorkingDay(pay).value).toBe(true);
        expect(calendar.workingDaysBetween(pay, tenth)).toBe(0);
        const cutOff = calendar.cutOff(month).date;
        expect(calendar.isWorkingDay(cutOff).value).toBe(true);
        expect(calendar.workingDaysBetween(cutOff, period.last(period.previous(month)))).toBe(0);
        expect(localDate.period(cutOff)).toBe(period.previous(month));
      }),
    );
  });

  test.each([-1, 0.5, 3661])('%d is no number of days to count', (n) => {
    expect(() => calendar.addWorkingDays(date('2026-01-01'), n)).toThrow(RangeError);
    expect(() => calendar.endOfDays(date('2026-01-01'), n)).toThrow(RangeError);
  });
});
