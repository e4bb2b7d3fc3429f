import type { NewEvent } from './events/cloud-event.ts';
import type { RefusalCode } from './refusals/catalogue.ts';
import type { Instant } from './instant.ts';
import type { FieldError, Params, Refusal } from './refusals/refusal.ts';

/** A clock's errand: of one kind and subject there is at most one, and a later `dueAt` replaces the earlier. */
export interface Deadline {
  readonly kind: string;
  readonly subject: string;
  readonly dueAt: Instant;
}

/** A decision's yes: the state to keep, the events to publish, the deadlines to set and those that are done with. */
export interface Decided<S> {
  readonly ok: true;
  readonly state: S;
  readonly events: readonly NewEvent[];
  readonly deadlines?: readonly Deadline[];
  readonly done?: readonly Pick<Deadline, 'kind' | 'subject'>[];
}

/** What a pure decision gives back: the new state and the facts to tell others, or a refusal. */
export type Decision<S> = Decided<S> | { ok: false; refusal: Refusal };

/** A yes: the state to keep and the events to publish, committed together. */
export const decided = <S>(state: S, ...events: NewEvent[]): Decided<S> => ({ ok: true, state, events });

/** The same yes with its deadlines: `scheduled` are set, `done` are taken away, in the same commit. */
export const withDeadlines = <S>(
  decision: Decided<S>,
  scheduled: readonly Deadline[],
  done: Decided<S>['done'] = [],
): Decided<S> => ({
  ...decision,
  deadlines: [...(decision.deadlines ?? []), ...scheduled],
  done: [...(decision.done ?? []), ...done],
});

/** A no: a code of the catalogue, the params its text needs, and the fields at fault where there are some. */
export function refuse(
  code: RefusalCode,
  params?: Params,
  errors?: readonly FieldError[],
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, ...(params && { params }), ...(errors && { errors }) } };
}

/** A state machine as data: for each state the commands it takes and where each leads. */
export type Transitions<S extends string, C extends string> = Readonly<Record<S, Readonly<Partial<Record<C, S>>>>>;

/** Where a command leads from a state; undefined when it is not there, and the refusal is the caller's. */
export function next<S extends string, C extends string>(
  transitions: Transitions<S, C>,
  state: S,
  command: C,
): S | undefined {
  return transitions[state][command];
}

/**
 * The one place where a status changes: a command leads where the aggregate's table says, or is refused as `notThere`. `change`
 * is given the state with its new status and adds what else the command brings.
 */
export function moved<A extends { readonly status: string }, C extends string>(
  table: Transitions<A['status'], C>,
  notThere: RefusalCode,
  aggregate: A,
  command: C,
  change: (moved: A) => Decision<A>,
): Decision<A> {
  const status = next<A['status'], C>(table, aggregate.status, command);
  if (status === undefined) return refuse(notThere, { state: aggregate.status, command });
  return change({ ...aggregate, status });
}
