import notice2025 from '../../data/holidays-2025.json' with { type: 'json' };
import notice2026 from '../../data/holidays-2026.json' with { type: 'json' };
import { calendarOf } from './calendar.ts';
import { HolidayNotice } from './holiday-notice.ts';

/** The notices in data/, one file a year, each naming its document. */
export const holidayNotices: readonly HolidayNotice[] = [notice2025, notice2026].map((n) => HolidayNotice.parse(n));

/** The calendar of every year whose notice is loaded; results beyond are provisional (CAL-6). */
export const calendar = calendarOf(holidayNotices);

export { calendarOf } from './calendar.ts';
export type { Calendar, Dated } from './calendar.ts';
export { HolidayNotice } from './holiday-notice.ts';
export type { WorkingDay } from './working-days.ts';
