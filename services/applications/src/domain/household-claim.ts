import { ApplicationId, decided, PersonId, refuse } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';

/** One person's place in one household: a person is in at most one household of DB, DBB or RX at a time (DOMAIN §1.11). */
export const HouseholdClaim = z.strictObject({
  id: PersonId,
  /** 'open' while an application runs, 'supported' once it is confirmed, 'free' after it was refused or withdrawn. */
  hold: z.enum(['open', 'supported', 'free']),
  applicationId: ApplicationId,
});
export type HouseholdClaim = z.infer<typeof HouseholdClaim>;

/** Takes the person's place for a new application. */
export function claim(
  held: HouseholdClaim | undefined,
  id: PersonId,
  applicationId: ApplicationId,
): Decision<HouseholdClaim> {
  if (held?.hold === 'open') return refuse('application.one-open-per-household');
  if (held?.hold === 'supported') return refuse('application.member-already-supported');
  return decided({ id, hold: 'open', applicationId });
}

/** Settles the place when the application ends; a claim of another application stays as it is. */
export function settle(
  held: HouseholdClaim | undefined,
  applicationId: ApplicationId,
  hold: 'supported' | 'free',
): Decision<HouseholdClaim> {
  if (held === undefined) return refuse('request.not-found');
  return decided(held.applicationId === applicationId ? { ...held, hold } : held);
}
