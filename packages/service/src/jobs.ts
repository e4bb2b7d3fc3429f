import type { Cause, Repository, Store } from '@minzheng/store';
import type { Deadline, Decision, Instant } from '@minzheng/types';

/** What an errand works with; `cause` is for its commits. */
export interface ErrandContext {
  readonly store: Store;
  readonly cause: Cause;
  readonly at: Instant;
}

/** A job of pure decisions. */
export interface DueJob {
  readonly type: 'due';
  readonly kind: string;
  /** Decides and removes the deadline, in one transaction. */
  run(deadline: Deadline, context: ErrandContext): Promise<void>;
}

/** A job that talks to the outside. */
export interface ErrandJob {
  readonly type: 'errand';
  readonly kind: string;
  run(deadline: Deadline, context: ErrandContext): Promise<void>;
}

/** What a clock sets off; one job per kind of deadline. */
export type Job = DueJob | ErrandJob;

/** What happens to an aggregate when a deadline of a kind is reached. */
export interface DueDeclaration<S extends { id: string }> {
  readonly into: Repository<S>;
  /** The aggregate's id; the deadline's subject unless told. */
  readonly id?: (deadline: Deadline) => string;
  /** `state` is undefined when the aggregate is not there. A deadline of the same kind that it sets is kept. */
  decide(state: S | undefined, at: Instant): Decision<S>;
}

/** A pure reaction to a deadline; the deadline goes in the transaction of its effect. */
export function onDue<S extends { id: string }>(kind: string, declaration: DueDeclaration<S>): DueJob {
  const { into, id = ({ subject }) => subject } = declaration;
  return {
    type: 'due',
    kind,
    run: async (deadline, { store, cause }) => {
      await store.commit(cause, async (tx) => {
        // Taken away first, so that the decision may set it anew.
        tx.unschedule(deadline.kind, deadline.subject);
        await tx.apply(into, id(deadline), (state) => declaration.decide(state, tx.at));
      });
    },
  };
}

/**
 * A call to the outside: commit the intent, call with our id, commit the outcome and with it `tx.unschedule`. Until then the
 * deadline stays: whatever throws is tried again after 1…30 s, and where an earlier call may have gone out, inquire first.
 */
export function errand(kind: string, run: (deadline: Deadline, context: ErrandContext) => Promise<void>): ErrandJob {
  return { type: 'errand', kind, run };
}
