import { calendar, instant } from '@minzheng/types';
import type { Instant } from '@minzheng/types';
import type { Notice } from './application-state.ts';

const NOTICE_DAYS = 7;
const MS_PER_SECOND = 1_000;

/** How long a notice hangs out: as the law says, or for the seconds of the sample setting. */
export type NoticeRule = { readonly kind: 'statutory' } | { readonly kind: 'sample'; readonly seconds: number };

/** A notice posted now, and the moment from which the case may be reported. */
export interface PostedNotice {
  readonly notice: Notice;
  readonly reportableFrom: Instant;
}

/** 公示期: seven calendar days without the day of posting; the next step is due on the next working day (DOMAIN §0.3). */
export function postNotice(at: Instant, rule: NoticeRule): PostedNotice {
  const postedOn = instant.civilDate(at);
  if (rule.kind === 'sample') {
    const reportableFrom = instant.plus(at, rule.seconds * MS_PER_SECOND);
    return { notice: { postedOn, endsOn: instant.civilDate(reportableFrom), sample: true }, reportableFrom };
  }
  const endsOn = calendar.endOfDays(postedOn, NOTICE_DAYS).date;
  const reportableFrom = instant.startOfDay(calendar.nextWorkingDay(endsOn).date);
  return { notice: { postedOn, endsOn, sample: false }, reportableFrom };
}
