import type { Repository } from '@minzheng/store';
import { withDeadlines } from '@minzheng/types';
import type { CloudEvent, Deadline, Decision, EventDefinition, EventOf, Instant } from '@minzheng/types';

interface Aggregate {
  id: string;
}

/** How one kind of aggregate answers one event. Everything here is pure: the states are loaded before, in one query per chunk. */
export interface ReactionSpec<D extends EventDefinition, S extends Aggregate> {
  readonly into: Repository<S>;
  /** Which aggregate the event concerns; undefined when it concerns none of ours. */
  id(event: EventOf<D>): string | undefined;
  /**
   * The new state and its events, or 'ignore' where nothing changes. `at` is the civil time of the commit. The same event can come
   * twice, at two offsets: the second decision must come to nothing. A refusal or an error parks the event, and its key's later ones behind it.
   */
  decide(state: S | undefined, event: EventOf<D>, at: Instant): Decision<S> | 'ignore';
  /** Deadlines that follow from the new state, beside those of the decision itself. */
  deadlines?(state: S, event: EventOf<D>): readonly Deadline[];
}

/** A reaction as the consumer holds it; made by `on`. */
export interface Reaction {
  readonly event: EventDefinition;
  readonly into: Repository<Aggregate>;
  id(event: CloudEvent): string | undefined;
  decide(state: Aggregate | undefined, event: CloudEvent, at: Instant): Decision<Aggregate> | 'ignore';
}

/** Declares what an aggregate does when an event arrives. Several reactions to one event take effect together or not at all. */
export function on<D extends EventDefinition, S extends Aggregate>(event: D, spec: ReactionSpec<D, S>): Reaction {
  return {
    event,
    // A repository of S takes and gives only states of S; the consumer hands back nothing else to it.
    into: spec.into as unknown as Repository<Aggregate>,
    id: (arrived) => spec.id(arrived as EventOf<D>),
    decide: (state, arrived, at) => decideWithDeadlines(spec, state as S | undefined, arrived as EventOf<D>, at),
  };
}

function decideWithDeadlines<D extends EventDefinition, S extends Aggregate>(
  spec: ReactionSpec<D, S>,
  state: S | undefined,
  event: EventOf<D>,
  at: Instant,
): Decision<S> | 'ignore' {
  const decision = spec.decide(state, event, at);
  if (decision === 'ignore' || !decision.ok || spec.deadlines === undefined) return decision;
  return withDeadlines(decision, spec.deadlines(decision.state, event));
}
