import { instant } from '@minzheng/types';
import type { Instant } from '@minzheng/types';

const SOONEST_MS = 500;
const LATEST_MS = 60_000;
const SHARE_OF_AGE = 4;

/** When to ask the bank again: soon for a file just sent, ever less often for one that takes long. */
export function askAgainAt(sentAt: Instant, now: Instant): Instant {
  const ageMs = instant.ms(now) - instant.ms(sentAt);
  const waitMs = Math.min(LATEST_MS, Math.max(SOONEST_MS, Math.round(ageMs / SHARE_OF_AGE)));
  return instant.plus(now, waitMs);
}
