import { calendar, instant } from '@minzheng/types';
import type { Instant, LocalDate } from '@minzheng/types';
import type { Notice } from './application-state.ts';

const NOTICE_DAYS = 7;

/** A notice posted now, and the moment from which the case may be reported. */
export interface PostedNotice {
  readonly notice: Notice;
  readonly reportableFrom: Instant;
}

/** 公示期: seven calendar days without the day of posting; the next step is due on the next working day (DOMAIN §0.3). */
export function postNotice(at: Instant): PostedNotice {
  const postedOn = instant.civilDate(at);
  const endsOn = calendar.endOfDays(postedOn, NOTICE_DAYS).date;
  return { notice: { postedOn, endsOn }, reportableFrom: reportableAfter(endsOn) };
}

/** The next step is due on the next working day after the notice's last. */
export const reportableAfter = (endsOn: LocalDate): Instant => instant.startOfDay(calendar.nextWorkingDay(endsOn).date);
