import { instant, localDate } from '@minzheng/types';
import type { Instant } from '@minzheng/types';
import type { MessageClass } from './templates.ts';

const MS_PER_HOUR = 3_600_000;
const QUIET_FROM_HOUR = 21;
const QUIET_UNTIL_HOUR = 8;

/** 免打扰时段 (DOMAIN §5): nothing but an emergency reaches a person between 21:00 and 08:00 in Shanghai. The first moment from `at` on at which it may. */
export function mayReachAt(at: Instant, messageClass: MessageClass): Instant {
  if (messageClass === 'EMERGENCY') return at;
  const today = instant.civilDate(at);
  const hour = (date: typeof today, of: number): Instant => instant.plus(instant.startOfDay(date), of * MS_PER_HOUR);
  if (at < hour(today, QUIET_UNTIL_HOUR)) return hour(today, QUIET_UNTIL_HOUR);
  return at < hour(today, QUIET_FROM_HOUR) ? at : hour(localDate.addDays(today, 1), QUIET_UNTIL_HOUR);
}
