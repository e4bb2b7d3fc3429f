import { decided, LocalDate } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';
import { StaffNo } from './segregation.ts';

/** 委托, as training has told us: for whom an officer stands in, and on which days; the stand-in's staff number is its id. */
export const StandIn = z.strictObject({
  id: StaffNo,
  delegations: z.array(z.strictObject({ fromStaffNo: StaffNo, validFrom: LocalDate, validUntil: LocalDate })),
});
export type StandIn = z.infer<typeof StandIn>;
type Delegation = StandIn['delegations'][number];

const isSame = (a: Delegation, b: Delegation): boolean =>
  a.fromStaffNo === b.fromStaffNo && a.validFrom === b.validFrom && a.validUntil === b.validUntil;

/** The same delegation told again changes nothing. */
export function rememberDelegation(
  known: StandIn | undefined,
  id: string,
  delegation: Delegation,
): Decision<StandIn> | 'ignore' {
  const { delegations = [] } = known ?? {};
  if (delegations.some((one) => isSame(one, delegation))) return 'ignore';
  return decided({ id, delegations: [...delegations, delegation] });
}

/** Whose part somebody takes today, beside their own. */
export const standsInFor = (standIn: StandIn | undefined, today: LocalDate): string[] =>
  (standIn?.delegations ?? [])
    .filter(({ validFrom, validUntil }) => validFrom <= today && today <= validUntil)
    .map(({ fromStaffNo }) => fromStaffNo);
