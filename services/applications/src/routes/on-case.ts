import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { ApplicationId, refuse } from '@minzheng/types';
import type { Caller, Decision } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import type { Application } from '../domain/application-state.ts';
import type { Act } from '../domain/case-step.ts';
import { mustStandAside } from '../domain/near-relatives.ts';

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

/** One officer's step on one case, kept in the audit under the verb. Who acts and who else is named must not be near relatives. */
export async function onCase(
  tx: Transaction,
  { applications, nearRelatives, persons }: Collections,
  verb: string,
  { params: { id }, caller }: Asked,
  decide: (application: Application, act: Act) => Decision<Application>,
  alsoNamed: readonly string[] = [],
): Promise<Application> {
  const act = { by: staffNoOf(caller), at: tx.at };
  const declarations = await tx.load(nearRelatives, [...new Set([act.by, ...alsoNamed])]);
  const application = await tx.apply(applications, id, (found) => {
    if (found === undefined) return refuse('application.not-found');
    if (mustStandAside(declarations.values(), found, persons.survivorOf))
      return refuse('application.officer-near-relative');
    return decide(found, act);
  });
  const subjectPersonId = application.applicantId;
  tx.audit({ action: `case.${verb}`, subjectPersonId, object: `application/${id}`, purpose: 'case handling' });
  return application;
}
