import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { ApplicationId, refuse } from '@minzheng/types';
import type { Caller, Decision } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import type { Act } from '../domain/application.ts';
import type { Application } from '../domain/application-state.ts';
import { settle } from '../domain/household-claim.ts';

export const CaseParams = z.strictObject({ id: ApplicationId });
type CaseParams = z.infer<typeof CaseParams>;

interface Asked {
  readonly params: CaseParams;
  readonly caller: Caller;
}

/** Officers are compared by staff number, so a token without one may not act on a case. */
export function staffNoOf({ staffNo }: Caller): string {
  if (staffNo === undefined) throw new Refused({ code: 'auth.role-not-allowed' });
  return staffNo;
}

/** One officer's step on one case, kept in the audit under the verb. */
export async function onCase(
  tx: Transaction,
  { applications }: Collections,
  verb: string,
  { params: { id }, caller }: Asked,
  decide: (application: Application, act: Act) => Decision<Application>,
): Promise<Application> {
  const act = { by: staffNoOf(caller), at: tx.at };
  const application = await tx.apply(applications, id, (found) =>
    found ? decide(found, act) : refuse('application.not-found'),
  );
  const subjectPersonId = application.applicantId;
  tx.audit({ action: `case.${verb}`, subjectPersonId, object: `application/${id}`, purpose: 'case handling' });
  return application;
}

/** The members' places end with the application: kept where it was confirmed, free otherwise. */
export async function settleClaims(
  tx: Transaction,
  { claims }: Collections,
  { id, members }: Application,
  hold: 'supported' | 'free',
): Promise<void> {
  for (const { personId } of members)
    await tx.apply(claims, personId, (held) => settle(held, id, hold), { cause: { viewer: 'system' } });
}
