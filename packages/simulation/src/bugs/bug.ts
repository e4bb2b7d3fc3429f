import type { Broker } from '@minzheng/messaging';
import type { Cluster } from '../broker/cluster.ts';
import type { Life } from '../engine/life.ts';
import type { Database } from '../store/database.ts';
import type { Rules } from '../store/rules.ts';
import type { StoreParts } from '../store/simulated-store.ts';

/** What stands around a process's store. */
export interface Ground {
  readonly life: Life;
  readonly database: Database;
  readonly cluster: Cluster;
}

/** A mistake that somebody might make, put in the place of a right part. The code under test is never touched. */
export interface Bug {
  readonly name: string;
  /** What is done wrong, in one sentence. */
  readonly mistake: string;
  readonly rules?: Partial<Rules>;
  store?(store: StoreParts, ground: Ground): StoreParts;
  broker?(broker: Broker, life: Life): Broker;
}
