import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { ApplicationId, refuse } from '@minzheng/types';
import type { Caller, Decision } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import type { Application } from '../domain/application-state.ts';
import type { Act } from '../domain/case-step.ts';
import { standsInFor } from '../domain/delegation.ts';
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

/** What an officer's step makes of a case; `named` are the colleagues who go with it. */
type Step = (application: Application, act: Act, named: readonly string[]) => Decision<Application>;

/**
 * One officer's step on one case, kept in the audit under the verb. Who acts and who else is named must not be near relatives; whoever
 * stands in for an absent colleague takes both parts, and is refused what either of the two would be.
 */
export async function onCase(
  tx: Transaction,
  collections: Collections,
  verb: string,
  { params: { id }, caller }: Asked,
  decide: Step,
  named: readonly string[] = [],
): Promise<Application> {
  const { applications, nearRelatives, persons } = collections;
  const act = { by: staffNoOf(caller), at: tx.at };
  const absent = await absentOf(tx, collections, [act.by, ...named]);
  const declarations = await tx.load(nearRelatives, [...new Set([act.by, ...named, ...[...absent.values()].flat()])]);
  const application = await tx.apply(applications, id, (found) => {
    if (found === undefined) return refuse('application.not-found');
    if (mustStandAside(declarations.values(), found, persons.survivorOf))
      return refuse('application.officer-near-relative');
    const decision = decide(found, act, named);
    return decision.ok ? (adjacentFor(absent, found, { act, named, decide }) ?? decision) : decision;
  });
  const subjectPersonId = application.applicantId;
  tx.audit({ action: `case.${verb}`, subjectPersonId, object: `application/${id}`, purpose: 'case handling' });
  return application;
}

/** For whom each of these stands in today. */
async function absentOf(
  tx: Transaction,
  { standIns }: Collections,
  staffNos: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = await tx.load(standIns, [...new Set(staffNos)]);
  return new Map(staffNos.map((staffNo) => [staffNo, standsInFor(known.get(staffNo), tx.today)]));
}

/** The refusal that the step would meet if an absent colleague took it. */
function adjacentFor(
  absent: ReadonlyMap<string, readonly string[]>,
  found: Application,
  { act, named, decide }: { readonly act: Act; readonly named: readonly string[]; readonly decide: Step },
): Decision<Application> | undefined {
  const asThem = [
    ...(absent.get(act.by) ?? []).map((by) => decide(found, { ...act, by }, named)),
    ...named.flatMap((one) => (absent.get(one) ?? []).map((other) => decide(found, act, [...named, other]))),
  ];
  return asThem.find((decision) => !decision.ok && decision.refusal.code === 'application.same-officer-adjacent');
}
