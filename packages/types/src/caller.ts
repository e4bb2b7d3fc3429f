import { divisions } from './divisions.ts';
import type { DivisionCode } from './divisions.ts';
import type { AgencyCode, PersonId } from './ids.ts';
import type { Refusal } from './refusals/refusal.ts';
import { roles } from './roles.ts';
import type { DivisionRule, Role } from './roles.ts';

/** Whoever a verified token speaks for. Officers are compared by `staffNo`, never by `sub`. */
export interface Caller {
  readonly sub: string;
  readonly clientId: string;
  readonly roles: readonly Role[];
  readonly division?: DivisionCode;
  readonly personId?: PersonId;
  /** 合并: other ids of the same person, from before they were found to be one. */
  readonly otherPersonIds?: readonly PersonId[];
  readonly staffNo?: string;
  /** The system of another agency for which the caller speaks. */
  readonly agency?: AgencyCode;
  /** How sure the issuer is of who it is: 'mfa' after a second factor (the claim of RFC 9470). */
  readonly acr?: string;
  /** When they last proved it; seconds since 1970, machine time. */
  readonly authTime?: number;
}

/** Every id of the person that a caller is, the one that stays first; none where the token speaks for nobody. */
export const personsOf = ({ personId, otherPersonIds = [] }: Caller): readonly PersonId[] =>
  personId === undefined ? [] : [personId, ...otherPersonIds];

/** Who looks at or changes data: a caller, or 'system' for a job or a reaction, which no scope binds. */
export type Viewer = Caller | 'system';

/** Whose a record is: the division it belongs to, the person it is about. */
export interface Scope {
  readonly division?: DivisionCode | undefined;
  readonly personId?: PersonId | undefined;
}

/** A token of a rule's role speaks for one street or one district, never for more because its division code is shorter. */
const SHORTEST_DIVISION: Readonly<Record<DivisionRule, number>> = {
  none: Infinity,
  'own-person': Infinity,
  'own-street': 9,
  'own-district': 6,
};

/** What of all records a viewer reaches: everything, or those of one of the divisions or of one of the persons. */
export type Reach =
  | 'everything'
  | { readonly divisions: readonly DivisionCode[]; readonly personIds: readonly PersonId[] };

/** The viewer's reach by the division rules of their roles; any one role suffices. Nothing is reached by default. */
export function reachOf(viewer: Viewer): Reach {
  if (viewer === 'system') return 'everything';
  const { division } = viewer;
  const rules = viewer.roles.map((role) => roles[role].divisionRule);
  const reachesDivision = division !== undefined && rules.some((rule) => division.length >= SHORTEST_DIVISION[rule]);
  return {
    divisions: reachesDivision ? [division] : [],
    personIds: rules.includes('own-person') ? personsOf(viewer) : [],
  };
}

/** Undefined when the viewer may reach the record; otherwise the refusal: residents learn nothing of what is not theirs. */
export function mayReach(viewer: Viewer, scope: Scope): Refusal | undefined {
  const reach = reachOf(viewer);
  if (reach === 'everything' || viewer === 'system') return undefined;
  const { division, personId } = scope;
  if (division !== undefined && reach.divisions.some((within) => divisions.isWithin(division, within)))
    return undefined;
  if (personId !== undefined && reach.personIds.includes(personId)) return undefined;
  return { code: viewer.roles.every((role) => role === 'resident') ? 'auth.not-yours' : 'auth.outside-division' };
}
