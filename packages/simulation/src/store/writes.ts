import type { Cause, OutboxEvent, ParkedRow, WatermarkAdvance } from '@minzheng/store';
import type { NewEvent } from '@minzheng/types';

/** Any state of an aggregate. */
export interface State {
  id: string;
}

/** What is kept beside a state: how many events it has had on each topic, and the number of the last outbox row that carries one. */
export interface Meta {
  readonly sequences: Readonly<Record<string, number>>;
  readonly outboxNumber: number;
}

export interface Stored {
  readonly state: State;
  readonly meta: Meta;
}

/** One aggregate in a transaction: as read, or as decided. */
export interface Held {
  readonly collection: string;
  readonly id: string;
  readonly state: State | undefined;
  readonly meta: Meta;
  readonly isChanged: boolean;
}

export interface BufferedEvent {
  readonly held: string;
  readonly event: NewEvent;
  readonly cause: Cause;
}

/** Everything that a transaction wants written. */
export interface Writes {
  held: ReadonlyMap<string, Held>;
  events: readonly BufferedEvent[];
  parked: ReadonlyMap<string, ParkedRow | undefined>;
  advances: readonly WatermarkAdvance[];
}

export interface NewRow {
  readonly id: string;
  readonly number: number;
  readonly slot: number;
  readonly events: readonly OutboxEvent[];
}

/** A transaction on its way to the database. */
export interface Flushed {
  readonly id: string;
  /** Undefined when it has read nothing. */
  readonly snapshot: number | undefined;
  readonly states: readonly (Stored & { readonly collection: string })[];
  readonly rows: readonly NewRow[];
  readonly parked: ReadonlyMap<string, ParkedRow | undefined>;
  readonly advances: readonly WatermarkAdvance[];
}

export const NOTHING: Writes = { held: new Map(), events: [], parked: new Map(), advances: [] };

export const UNBORN: Meta = { sequences: {}, outboxNumber: 0 };
