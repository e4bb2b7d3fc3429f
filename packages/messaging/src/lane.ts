import type { Logger } from '@minzheng/observability';
import type { Cause, Store } from '@minzheng/store';
import type { BlockedKeys } from './blocked-keys.ts';
import type { Breaker } from './breaker.ts';
import type { Pace } from './pace.ts';
import type { ReactionTable } from './reading.ts';

/** What consuming needs of the store. */
export type ConsumerStore = Pick<Store, 'commit' | 'watermarks' | 'parked' | 'ready'>;

/** One group at work: what it reacts to, where its effects go. */
export interface Lane {
  readonly group: string;
  readonly reactions: ReactionTable;
  readonly store: ConsumerStore;
  readonly log: Logger;
  readonly pace: Pace;
}

/** A group that reads topics. */
export interface ConsumingLane extends Lane {
  readonly blocked: BlockedKeys;
  readonly breaker: Breaker;
}

/** The commit's own cause; each event of the chunk has one of its own. */
export function causeOfGroup(group: string, first: string): Cause {
  return { viewer: 'system', actor: `group:${group}`, correlationId: first };
}
