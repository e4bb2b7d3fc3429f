import { systemClocks } from '@minzheng/types';
import { verifySync } from 'otplib';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Account } from './accounts.ts';

const MS_PER_SECOND = 1_000;
/** One step either way: whoever types is slow, and clocks differ. */
const TOLERANCE_S = 30;
const SHAPE = /^\d{6}$/;
const WRONG_TRIES = { points: 5, duration: 300 } as const;

/** Whether a code is the account's at this moment. */
export interface SecondFactor {
  /** False as well for an account that has none, and for five minutes after five wrong codes. */
  accepts(account: Account, code: string): Promise<boolean>;
}

/** Time-based one-time passwords (RFC 6238: SHA-1, six digits, 30 s). A code may be shown twice while it lasts: scripts do. */
export function secondFactor(): SecondFactor {
  const wrongTries = new RateLimiterMemory(WRONG_TRIES);
  return {
    accepts: async ({ clientId, totpSecret }, code) => {
      if (totpSecret === undefined || !SHAPE.test(code)) return false;
      const tried = await wrongTries.get(clientId);
      if (tried !== null && tried.consumedPoints >= WRONG_TRIES.points) return false;
      const epoch = Math.floor(systemClocks.machine.nowMs() / MS_PER_SECOND);
      const { valid } = verifySync({ secret: totpSecret, token: code, epoch, epochTolerance: TOLERANCE_S });
      if (!valid) await wrongTries.consume(clientId).catch(() => undefined);
      return valid;
    },
  };
}
