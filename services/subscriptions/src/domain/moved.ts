import { next, refuse } from '@minzheng/types';
import type { Decided, Decision, RefusalCode, Transitions } from '@minzheng/types';

/**
 * The one place where a status changes: a command leads where the aggregate's table says, or is refused. `change` is given
 * the state with its new status and adds what else the command brings.
 */
export function moved<A extends { readonly status: string }, C extends string>(
  table: Transitions<A['status'], C>,
  notThere: RefusalCode,
  aggregate: A,
  command: C,
  change: (moved: A) => Decided<A>,
): Decision<A> {
  const status = next<A['status'], C>(table, aggregate.status, command);
  if (status === undefined) return refuse(notThere, { state: aggregate.status, command });
  return change({ ...aggregate, status });
}
