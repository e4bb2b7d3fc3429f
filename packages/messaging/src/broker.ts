import type { Logger } from '@minzheng/observability';
import type { Pace } from './pace.ts';
import type { IncomingRecord, OutgoingRecord } from './record.ts';

/** One connected producer. A `send` that fails or hangs leaves it in doubt: it is then abandoned, never used again. */
export interface ProducerPort {
  /** Resolves when every in-sync replica has all of them. */
  send(records: readonly OutgoingRecord[]): Promise<void>;
  close(): Promise<void>;
  /** Makes sure, at once, that nothing more comes from it. */
  abandon(): void;
}

/** Messages of one partition in the order of their offsets. */
export interface Batch {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly IncomingRecord[];
  /** One past the partition's last message. */
  readonly end: number;
  /** False as soon as the partition may have passed to another or the reader stops: finish the chunk in hand, then return. */
  isLive(): boolean;
  /** Tells the group that this member works. Never throws. */
  heartbeat(): Promise<void>;
  /** Everything before `next` is done with: the next batch begins there. */
  resolve(next: number): void;
}

export interface Position {
  readonly topic: string;
  readonly partition: number;
  readonly next: number;
}

export interface ReaderSpec {
  readonly group: string;
  readonly topics: readonly string[];
  /** Where to begin on a partition that the group gives us; where the group was, else at the earliest message, unless told. */
  startAt?(topic: string, partition: number): number | undefined;
  /** Must never throw. Batches of different partitions may come at the same time. */
  onBatch(batch: Batch): Promise<void>;
  /** Called once when the reader has given up; it must then be replaced. */
  onCrash(reason: string): void;
}

/** One member of a consumer group. */
export interface ReaderPort {
  /** Partitions by topic, once the group has given them out. */
  assigned(): ReadonlyMap<string, readonly number[]> | undefined;
  pause(topic: string, partition: number): void;
  resume(topic: string, partition: number): void;
  /** Tells Kafka where we are, for its lag tools only. */
  commit(positions: readonly Position[]): Promise<void>;
  /** Lets the chunk in hand finish, and leaves the group. */
  stop(): Promise<void>;
  /** The same for a reader that may not answer any more: waits for nothing. */
  abandon(): void;
}

/** `first` is the earliest offset still kept, `end` one past the last. */
export interface PartitionOffsets {
  readonly partition: number;
  readonly first: number;
  readonly end: number;
}

/** What relay and consumer need of Kafka, so small that a simulation can play it. */
export interface Broker {
  readonly clientId: string;
  readonly log: Logger;
  readonly pace: Pace;
  openProducer(): Promise<ProducerPort>;
  openReader(spec: ReaderSpec): Promise<ReaderPort>;
  endOffsets(topic: string): Promise<readonly PartitionOffsets[]>;
  /** Whether the brokers answer for their metadata within two seconds. */
  alive(): Promise<boolean>;
}
