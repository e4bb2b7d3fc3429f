import type { Deadline, Instant } from '@minzheng/types';

/** One event as committed: the CloudEvents attributes are complete, but for `specversion` and the content type. */
export interface OutboxEvent {
  readonly id: string;
  readonly topic: string;
  /** The Kafka key, also `partitionkey`. */
  readonly key: string;
  readonly type: string;
  /** `sequence`: 1, 2, 3… per topic and subject. */
  readonly seq: number;
  /** The other attributes by their CloudEvents names: source, subject, time, correlationid; causationid, personid, divisioncode, traceparent where known. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly data: string;
}

/** The events of one commit and slot, in order; at most 1,000. */
export interface OutboxRow {
  readonly id: string;
  readonly slot: number;
  readonly events: readonly OutboxEvent[];
}

/** Who owns a slot; a new owner has a greater epoch. */
export interface Lease {
  readonly slot: number;
  readonly owner: string;
  readonly epoch: number;
}

/** The relay's side of the outbox. Only a slot's owner publishes. */
export interface OutboxPort {
  /** How many of each lane; `slotsOf` says which. */
  readonly slots: number;
  /** Takes a free or expired slot for `leaseMs` by the database's clock; undefined while another owns it. */
  lease(slot: number, owner: string, leaseMs?: number): Promise<Lease | undefined>;
  /** False when the lease has passed to another. */
  renew(lease: Lease, leaseMs?: number): Promise<boolean>;
  release(lease: Lease): Promise<void>;
  /** Committed rows not yet sent, oldest id first, until they hold `maxEvents` events; at least one row where there is one. */
  pending(slot: number, maxEvents: number): Promise<OutboxRow[]>;
  /** Throws LeaseLost when the epoch is not the slot's any more. */
  markSent(lease: Lease, ids: readonly string[]): Promise<void>;
  /** The first ten rows not yet sent. `at` is machine time in ms. */
  unpublished(): Promise<{ id: string; slot: number; at: number }[]>;
  /** How much waits, of the first `maxRows` rows: enough to know whether a limit is passed. Cheap enough to be asked every second. */
  backlog(maxRows: number): Promise<Backlog>;
}

/** What waits in the outbox; `oldestMs` is its age, 0 without a row. */
export interface Backlog {
  readonly events: number;
  readonly oldestMs: number;
}

export interface Watermark {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  /** The first offset that has had no effect yet. */
  readonly next: number;
}

export interface WatermarkAdvance {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  /** Where the chunk begins: must equal the watermark's `next`. */
  readonly first: number;
  /** One past the chunk's last offset. */
  readonly next: number;
}

export interface WatermarkPort {
  all(group: string): Promise<Watermark[]>;
  /** Every group's. */
  every(): Promise<Watermark[]>;
  get(group: string, topic: string, partition: number): Promise<number | undefined>;
  /** Sets the first watermark unless there is one, and gives the one there is. */
  first(group: string, topic: string, partition: number, next: number): Promise<number>;
}

/** Why a message was parked (DELIVERY §3.5); 'behind' waits for an earlier one of its key. */
export type ParkedClass = 'poison' | 'schema' | 'unsupported' | 'bug' | 'transient' | 'conflict' | 'behind';

/** A message set aside. `raw` is sealed at rest by the store; a row in hand carries it plain. Times are machine time in ms. */
export interface ParkedRow {
  /** `<group>|<topic>|<partition>|<offset>`. */
  readonly id: string;
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly eventId?: string | undefined;
  readonly class: ParkedClass;
  /** The fault's code or name; never its values. */
  readonly err: string;
  readonly attempts: number;
  readonly nextAt: number;
  readonly at: number;
  /** 1 waiting for a retry, 2 dead. */
  readonly st: 1 | 2;
  readonly raw: Uint8Array;
}

export interface ParkedPort {
  /** Which of the keys have a parked message in the group, waiting or dead. */
  parkedKeys(group: string, keys: readonly string[]): Promise<Set<string>>;
  /** The keys of one partition that have a parked message, at most `limit` messages looked at. */
  keysOf(group: string, topic: string, partition: number, limit: number): Promise<string[]>;
  /** Waiting rows whose time has come, earliest first. */
  due(group: string, nowMs: number, limit: number): Promise<ParkedRow[]>;
  /** All rows of a key in the order of their offsets. */
  ofKey(group: string, key: string, limit: number): Promise<ParkedRow[]>;
  list(options: {
    readonly group?: string;
    readonly ids?: readonly string[];
    readonly limit: number;
  }): Promise<ParkedRow[]>;
  count(group?: string): Promise<{ waiting: number; dead: number }>;
}

/** A deadline as it waits. Where its trace is kept: the `traceparent` of what set it, and the civil time of that. */
export interface SetDeadline extends Deadline {
  readonly traceparent?: string;
  readonly setAt?: Instant;
}

export interface DeadlinePort {
  /** The earliest by (dueAt, kind|subject) that is due at the moment. */
  nextDue(at: Instant): Promise<Deadline | undefined>;
  /** The same order, several. */
  due(at: Instant, limit: number): Promise<SetDeadline[]>;
  /** The earliest of all, due or not. */
  earliest(): Promise<Deadline | undefined>;
}
