import {
  decided,
  DecisionId,
  digestId,
  DivisionCode,
  EntitlementId,
  EntitlementOrigin,
  EntitlementStarted,
  Fen,
  Instant,
  LocalDate,
  moved,
  Period,
  PersonId,
  ProgrammeCode,
} from '@minzheng/types';
import type { Decision, Transitions } from '@minzheng/types';
import { z } from 'zod';

export const EntitlementStatus = z.enum(['active', 'ended']);
export type EntitlementStatus = z.infer<typeof EntitlementStatus>;

/** 待遇: a sum owed every month, or once, from a decision. `until` is the last month that is due (PAY-2, PAY-3). */
export const Entitlement = z.strictObject({
  id: EntitlementId,
  origin: EntitlementOrigin,
  decisionId: DecisionId,
  personId: PersonId,
  divisionCode: DivisionCode,
  programme: ProgrammeCode,
  /** 0 where the sum is owed once. */
  monthlyFen: Fen.nonnegative(),
  /** 一次性: owed once and at once, outside the monthly run. */
  oneOffFen: Fen.positive().optional(),
  from: Period,
  until: Period.optional(),
  decidedOn: LocalDate,
  startedAt: Instant,
  sample: z.boolean(),
  status: EntitlementStatus,
});
export type Entitlement = z.infer<typeof Entitlement>;

export type EntitlementCommand = 'end';

export const entitlementTransitions = {
  active: { end: 'ended' },
  ended: {},
} as const satisfies Transitions<EntitlementStatus, EntitlementCommand>;

/** The same decision always gives the same entitlement. */
export function entitlementId(origin: EntitlementOrigin, decisionId: string): EntitlementId {
  const originId = origin.kind === 'application' ? origin.applicationId : origin.allowanceId;
  return digestId([originId, decisionId]) as EntitlementId;
}

/** What a decision grants becomes owed. */
export function startEntitlement(entitlement: Omit<Entitlement, 'status'>): Decision<Entitlement> {
  const { id, origin, personId, divisionCode, programme, monthlyFen, oneOffFen, from } = entitlement;
  const once = oneOffFen === undefined ? {} : { oneOffFen };
  const data = { entitlementId: id, origin, programme, monthlyFen, ...once, from };
  return decided(
    { ...entitlement, status: 'active' },
    EntitlementStarted.of({ subject: id, personId, divisionCode, data }),
  );
}

/** PAY-3: `until` is the last month still owed. */
export function endEntitlement(entitlement: Entitlement, until: Period): Decision<Entitlement> {
  return moved(entitlementTransitions, 'entitlement.transition-not-there', entitlement, 'end', (ended) =>
    decided({ ...ended, until }),
  );
}

/** Whether a month is owed under it; only decisions up to `decidedBy` count (PAY-1 cut-off). */
export function isDueIn(entitlement: Entitlement, month: Period, decidedBy: LocalDate): boolean {
  const { from, until, decidedOn } = entitlement;
  const isWithin = from <= month && (until === undefined || month <= until);
  return isWithin && decidedOn <= decidedBy;
}

/** 一次性: whether it is owed once. */
export const isOneOff = ({ oneOffFen }: Pick<Entitlement, 'oneOffFen'>): boolean => oneOffFen !== undefined;

/** What one payment under it comes to. */
export const sumOf = ({ monthlyFen, oneOffFen }: Pick<Entitlement, 'monthlyFen' | 'oneOffFen'>): Fen =>
  oneOffFen ?? monthlyFen;
