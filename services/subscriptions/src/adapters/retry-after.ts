import { Instant, instant } from '@minzheng/types';

const LONGEST_MS = 24 * 3_600_000;
const MS_PER_S = 1_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const HTTP_DATE = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT$/;

/** How long a `Retry-After` asks us to wait, in seconds or as a date (RFC 9110 §10.2.3); a day at most, undefined where it says nothing. */
export function retryAfterMs(header: string | string[] | undefined, nowMs: number): number | undefined {
  if (typeof header !== 'string') return undefined;
  const waitMs = /^\d{1,9}$/.test(header) ? Number(header) * MS_PER_S : untilDate(header, nowMs);
  return waitMs === undefined ? undefined : Math.min(Math.max(0, waitMs), LONGEST_MS);
}

function untilDate(header: string, nowMs: number): number | undefined {
  const [, day, monthName = '', year, time] = HTTP_DATE.exec(header) ?? [];
  const month = String(MONTHS.indexOf(monthName) + 1).padStart(2, '0');
  const at = Instant.safeParse(`${year}-${month}-${day}T${time}.000Z`);
  return at.success ? instant.ms(at.data) - nowMs : undefined;
}
