import type { NewEvent } from './events/cloud-event.ts';
import type { RefusalCode } from './refusals/catalogue.ts';
import type { FieldError, Params, Refusal } from './refusals/refusal.ts';

/** What a pure decision gives back: the new state and the facts to tell others, or a refusal. */
export type Decision<S> = { ok: true; state: S; events: readonly NewEvent[] } | { ok: false; refusal: Refusal };

/** A yes: the state to keep and the events to publish, committed together. */
export const decided = <S>(state: S, ...events: NewEvent[]): { ok: true; state: S; events: readonly NewEvent[] } => ({
  ok: true,
  state,
  events,
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
