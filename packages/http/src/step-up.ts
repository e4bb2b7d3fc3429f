import { Refused } from '@minzheng/store';
import type { Caller, MachineClock } from '@minzheng/types';

/** What a route with `stepUp` asks of a token (RFC 9470): this level, reached at most so long ago. */
export const STEP_UP = { acr: 'mfa', maxAgeS: 600 } as const;

const MS_PER_SECOND = 1_000;

/** Whether the caller has shown a second factor, and lately. A token says when it was shown, not when it was itself issued. */
export function isSteppedUp({ acr, authTime }: Caller, clock: Pick<MachineClock, 'nowMs'>): boolean {
  if (acr !== STEP_UP.acr || authTime === undefined) return false;
  return clock.nowMs() / MS_PER_SECOND - authTime <= STEP_UP.maxAgeS;
}

/** Throws Refused where a route asks for a second factor that the token does not have. */
export function requireStepUp(
  { stepUp }: { readonly stepUp?: boolean },
  caller: Caller,
  clock: Pick<MachineClock, 'nowMs'>,
): void {
  if (stepUp === true && !isSteppedUp(caller, clock)) throw new Refused({ code: 'auth.step-up-required' });
}
