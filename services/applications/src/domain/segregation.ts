import { z } from 'zod';

/** 工号. */
export const StaffNo = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/);
const MAX_SURVEYORS = 6;

/** 调查人员: at least two must go (DOMAIN §2.1 row 5); how many are different is the domain's question. */
export const Surveyors = z.array(StaffNo).min(1).max(MAX_SURVEYORS);

/** Who has done which part of a case, by staff number. */
export const Officers = z.strictObject({
  acceptor: StaffNo.optional(),
  surveyors: Surveyors.optional(),
  signer: StaffNo.optional(),
  reviewer: StaffNo.optional(),
  decider: StaffNo.optional(),
});
export type Officers = z.infer<typeof Officers>;

/** 经办环节 of a case. */
export type Part = keyof Officers;

/**
 * The parts in the order in which they are taken (DOMAIN §2.4): no person may hold two that stand beside one another.
 * Emergency relief is decided before its papers are signed.
 */
export const chains = {
  household: ['acceptor', 'surveyors', 'signer', 'reviewer', 'decider'],
  relief: ['acceptor', 'decider', 'signer'],
} as const satisfies Record<string, readonly Part[]>;

/** True when somebody who is to take the part already holds the one before or after it. */
export function holdsAdjacentPart(
  chain: readonly Part[],
  officers: Officers,
  part: Part,
  staffNos: readonly string[],
): boolean {
  const at = chain.indexOf(part);
  const beside = [chain[at - 1], chain[at + 1]].flatMap((other) => (other ? holdersOf(officers, other) : []));
  return staffNos.some((staffNo) => beside.includes(staffNo));
}

const holdersOf = (officers: Officers, part: Part): readonly string[] => [officers[part] ?? []].flat();
