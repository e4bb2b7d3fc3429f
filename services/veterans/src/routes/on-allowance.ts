import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { AllowanceId, refuse } from '@minzheng/types';
import type { Caller, Decision } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import type { Act } from '../domain/act.ts';
import type { Allowance } from '../domain/allowance.ts';
import { actOf, entryOf } from './officer.ts';

export const AllowanceParams = z.strictObject({ id: AllowanceId });

interface Asked {
  readonly params: z.infer<typeof AllowanceParams>;
  readonly caller: Caller;
}

/** One officer's step on one allowance, kept in the audit under the verb. */
export async function onAllowance(
  tx: Transaction,
  { allowances }: Collections,
  verb: string,
  { params: { id }, caller }: Asked,
  decide: (allowance: Allowance, act: Act) => Decision<Allowance>,
): Promise<Allowance> {
  const act = actOf(tx, caller);
  const allowance = await tx.apply(allowances, id, (found) =>
    found ? decide(found, act) : refuse('allowance.not-found'),
  );
  tx.audit(entryOf(`allowance.${verb}`, allowance));
  return allowance;
}

/** The allowance as it stands, for what must be looked up before the step. Throws Refused where the caller may not act, or there is none. */
export async function allowanceOf(
  tx: Transaction,
  { allowances }: Collections,
  { params: { id }, caller }: Asked,
): Promise<Allowance> {
  actOf(tx, caller);
  const found = await tx.find(allowances, id);
  if (found === undefined) throw new Refused({ code: 'allowance.not-found' });
  return found;
}
