import {
  AgencyCode,
  catalogue,
  decided,
  DivisionCode,
  divisions,
  GrantId,
  Instant,
  LocalDate,
  moved,
  refuse,
} from '@minzheng/types';
import type { Decision, Transitions } from '@minzheng/types';
import { z } from 'zod';
import { inboundTypes } from './inbound-event.ts';

export const GrantStatus = z.enum(['given', 'revoked']);
export type GrantStatus = z.infer<typeof GrantStatus>;

const MAX_TYPES = 50;
const MAX_BASIS = 500;
/** A type of the catalogue or of what agencies send; whether it is one, the decision says. */
export const EventType = z.string().regex(/^[a-z][a-z0-9.-]{0,127}$/);
export const EventTypes = z.array(EventType).max(MAX_TYPES);
/** 法律依据: the norm that lets this data go to this agency. */
export const LegalBasis = z.string().min(2).max(MAX_BASIS);

/** 授权: what one agency may receive and send, for which division, on which legal basis, from and to which day. */
export const Grant = z.strictObject({
  id: GrantId,
  agency: AgencyCode,
  divisionCode: DivisionCode,
  receives: EventTypes,
  sends: EventTypes,
  legalBasis: LegalBasis,
  validFrom: LocalDate,
  /** The last day; without one it holds until it is revoked. */
  validTo: LocalDate.optional(),
  status: GrantStatus,
  givenBy: z.string(),
  givenAt: Instant,
  changedAt: Instant,
});
export type Grant = z.infer<typeof Grant>;

export type GrantCommand = 'revoke';

export const grantTransitions = {
  given: { revoke: 'revoked' },
  revoked: {},
} as const satisfies Transitions<GrantStatus, GrantCommand>;

/** Every event type that other agencies may be granted. */
export const publicTypes: ReadonlySet<string> = new Set(
  catalogue.filter(({ audience }) => audience === 'public').map(({ type }) => type),
);

/** What the desk asks to be granted. */
export type Asked = Omit<Grant, 'status' | 'givenAt' | 'changedAt'>;

/** The desk lets an agency receive public events, and send those that we take from agencies. */
export function giveGrant(asked: Asked, at: Instant): Decision<Grant> {
  const notOffered = [
    ...fieldsAtFault('receives', asked.receives, publicTypes),
    ...fieldsAtFault('sends', asked.sends, inboundTypes),
  ];
  if (notOffered.length > 0 || asked.receives.length + asked.sends.length === 0) {
    return refuse('grant.type-not-offered', undefined, notOffered);
  }
  if (asked.validTo !== undefined && asked.validTo < asked.validFrom) return refuse('grant.dates-reversed');
  return decided({ ...asked, status: 'given', givenAt: at, changedAt: at });
}

function fieldsAtFault(name: string, types: readonly string[], offered: ReadonlySet<string>) {
  return types.flatMap((type, i) =>
    offered.has(type) ? [] : [{ pointer: `/${name}/${i}`, code: 'grant.type-not-offered' as const }],
  );
}

/** From this moment nothing more leaves under it, also nothing that was on its way. */
export const revokeGrant = (grant: Grant, at: Instant): Decision<Grant> =>
  moved(grantTransitions, 'grant.transition-not-there', grant, 'revoke', (revoked) =>
    decided({ ...revoked, changedAt: at }),
  );

/** A fact that may go to an agency, or not. */
export interface Shared {
  readonly type: string;
  readonly divisionCode?: DivisionCode | undefined;
  /** The civil day of the fact. */
  readonly on: LocalDate;
}

/** True when one of the grants lets the agency have the fact, as of `today`. What says no division goes to nobody. */
export function letsReceive(grants: readonly Grant[], { type, divisionCode, on }: Shared, today: LocalDate): boolean {
  if (divisionCode === undefined) return false;
  return grants.some(
    (grant) =>
      grant.receives.includes(type) &&
      divisions.isWithin(divisionCode, grant.divisionCode) &&
      holdsOn(grant, on) &&
      holdsOn(grant, today),
  );
}

/** True when the agency may subscribe to the type: a grant for it holds, today or later. */
export const letsSubscribe = (grants: readonly Grant[], type: string, today: LocalDate): boolean =>
  grants.some((grant) => grant.receives.includes(type) && !hasEnded(grant, today));

/** True when the agency may send us events of the type today. */
export const letsSend = (grants: readonly Grant[], type: string, today: LocalDate): boolean =>
  grants.some((grant) => grant.sends.includes(type) && holdsOn(grant, today));

const hasEnded = ({ status, validTo }: Grant, day: LocalDate): boolean =>
  status === 'revoked' || (validTo !== undefined && validTo < day);

const holdsOn = (grant: Grant, day: LocalDate): boolean => grant.validFrom <= day && !hasEnded(grant, day);
