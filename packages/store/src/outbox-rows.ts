import type { Instant } from '@minzheng/types';
import type { BsonDate } from './bson-date.ts';
import { bsonDate } from './bson-date.ts';
import type { BufferedEvent } from './pending-writes.ts';
import type { OutboxEvent } from './ports.ts';
import { slotOfEvent } from './slots.ts';
import { ulid, ulidAbove } from './ulid.ts';

const MAX_EVENTS = 1_000;
/** A document of MongoDB ends at 16 MiB. */
const MAX_BYTES = 4_000_000;

/** One row of the outbox as it is stored. */
export interface OutboxDocument {
  readonly _id: string;
  readonly slot: number;
  readonly events: readonly OutboxEvent[];
  readonly n: number;
  /** 0 to be sent, 1 sent. */
  readonly st: 0 | 1;
  readonly at: BsonDate;
}

export interface Publication {
  readonly source: string;
  readonly time: Instant;
  readonly nowMs: number;
  readonly slots: number;
  /** The greatest outbox id of the aggregates touched. */
  readonly floor: string | undefined;
}

/** An event with its place in its subject's sequence. */
export interface NumberedEvent extends BufferedEvent {
  readonly seq: number;
}

/** The rows of one commit: one per slot, cut where it grows too large; ids rise in the order of the events. */
export function outboxRows(events: readonly NumberedEvent[], publication: Publication): OutboxDocument[] {
  const bySlot = Map.groupBy(events, ({ event }) => slotOfEvent(event, publication.slots));
  let floor = publication.floor;
  return [...bySlot].flatMap(([slot, ofSlot]) =>
    cut(ofSlot).map((some) => {
      floor = ulidAbove(floor, publication.nowMs);
      const complete = some.map((one) => completed(one, publication));
      return { _id: floor, slot, events: complete, n: complete.length, st: 0, at: bsonDate(publication.nowMs) };
    }),
  );
}

function cut(events: readonly NumberedEvent[]): NumberedEvent[][] {
  const pieces: NumberedEvent[][] = [];
  let bytes = MAX_BYTES;
  for (const one of events) {
    bytes += one.json.length;
    const last = pieces.at(-1);
    if (last === undefined || last.length === MAX_EVENTS || bytes > MAX_BYTES) {
      pieces.push([one]);
      bytes = one.json.length;
    } else last.push(one);
  }
  return pieces;
}

function completed({ event, json, cause, seq }: NumberedEvent, { source, time, nowMs }: Publication): OutboxEvent {
  const { type, topic, key, subject, personId, divisionCode } = event;
  const headers = {
    source,
    subject,
    time,
    correlationid: cause.correlationId,
    ...(cause.causationId !== undefined && { causationid: cause.causationId }),
    ...(personId !== undefined && { personid: personId }),
    ...(divisionCode !== undefined && { divisioncode: divisionCode }),
    ...(cause.traceparent !== undefined && { traceparent: cause.traceparent }),
  };
  return { id: ulid(nowMs), topic, key, type, seq, headers, data: json };
}
