import { localDate } from '../local-date.ts';
import type { LocalDate } from '../local-date.ts';
import { daysOff } from './holiday-notice.ts';
import type { HolidayNotice } from './holiday-notice.ts';

/** Whether a day is worked; provisional where the year's notice is not loaded (CAL-6). */
export interface WorkingDay {
  readonly value: boolean;
  readonly provisional: boolean;
}

const FRIDAY = 5;

/** CAL-2: the official list first (day off, make-up day), else Monday to Friday; CAL-6 without a list: 1 January off. */
export function workingDays(notices: readonly HolidayNotice[]): (date: LocalDate) => WorkingDay {
  const years = new Set(notices.map(({ year }) => year));
  const off = new Set(notices.flatMap(daysOff));
  const makeUp = new Set(notices.flatMap((notice) => notice.makeUp));
  return (date) => {
    const provisional = !years.has(localDate.year(date));
    if (off.has(date) || (provisional && date.endsWith('-01-01'))) return { value: false, provisional };
    return { value: makeUp.has(date) || localDate.dayOfWeek(date) <= FRIDAY, provisional };
  };
}
