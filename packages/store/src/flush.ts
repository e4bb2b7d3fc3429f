import mongoose from 'mongoose';
import type { AuditScribe } from './audit.ts';
import { bsonDate } from './bson-date.ts';
import type { Collections } from './collections.ts';
import { WatermarkMoved } from './faults.ts';
import { numberEvents, outboxFloor, writeStates } from './flush-states.ts';
import { appendRecords } from './journal-records.ts';
import { outboxRows } from './outbox-rows.ts';
import type { OutboxDocument } from './outbox-rows.ts';
import { parkedDocument } from './parked.ts';
import type { PendingWrites } from './pending-writes.ts';
import type { RowCodec } from './rows.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import type { OwnSeal } from './vault.ts';
import { watermarkId } from './watermarks.ts';

const { Long } = mongoose.mongo;
type Session = mongoose.mongo.ClientSession;

/** What a flush needs beside the transaction itself. */
export interface FlushContext {
  readonly collections: Collections;
  readonly codec: RowCodec;
  readonly ownSeal: OwnSeal;
  readonly scribe: AuditScribe;
  readonly source: string;
  readonly slots: number;
  readonly nowMs: () => number;
}

/** What was written, for those who wait for it. */
export interface Flushed {
  readonly slots: ReadonlySet<number>;
  readonly scheduled: boolean;
}

/**
 * Writes everything buffered, each collection in one command. The watermark goes first, so that a fenced consumer loses early.
 * `known` names journal records that are there already.
 */
export async function flush(
  tx: UnitOfWork,
  session: Session,
  context: FlushContext,
  known: ReadonlySet<string>,
): Promise<Flushed> {
  const { writes } = tx;
  const { collections, codec, slots, source } = context;
  const nowMs = context.nowMs();
  const { events, numbers } = numberEvents(writes);
  const rows = outboxRows(events, { source, time: tx.at, nowMs, slots, floor: outboxFloor(numbers) });
  await advanceWatermarks(writes, collections, nowMs, session);
  await writeStates(writes, numbers, lastIdOf(rows), codec, session);
  await appendRecords(writes, known, session);
  await writeDeadlines(writes, collections, session);
  await writeParked(writes, collections, context.ownSeal, session);
  if (rows.length > 0) await collections.outbox.insertMany(rows, { session });
  const audits = writes.audits.map(({ entry, cause }) => context.scribe(entry, cause, tx.at, nowMs));
  if (audits.length > 0) await collections.audit.insertMany(audits, { session });
  const scheduled = [...writes.deadlines.values()].some((deadline) => deadline !== undefined);
  return { slots: new Set(rows.map(({ slot }) => slot)), scheduled };
}

const lastIdOf = (rows: readonly OutboxDocument[]): string | undefined => rows.map(({ _id: id }) => id).at(-1);

async function advanceWatermarks(
  { advances }: PendingWrites,
  { watermarks }: Collections,
  nowMs: number,
  session: Session,
): Promise<void> {
  for (const { group, topic, partition, first, next } of advances) {
    const id = watermarkId(group, topic, partition);
    const moved = { $set: { next: Long.fromNumber(next), at: bsonDate(nowMs) } };
    const { matchedCount } = await watermarks.updateOne({ _id: id, next: first }, moved, { session });
    if (matchedCount !== 1) throw new WatermarkMoved(`${id} does not stand at ${first}`);
  }
}

async function writeDeadlines({ deadlines }: PendingWrites, rows: Collections, session: Session): Promise<void> {
  const operations = [...deadlines].map(([_id, deadline]) =>
    deadline === undefined
      ? { deleteOne: { filter: { _id } } }
      : { replaceOne: { filter: { _id }, replacement: { ...deadline }, upsert: true } },
  );
  if (operations.length > 0) await rows.deadlines.bulkWrite(operations, { session });
}

async function writeParked(
  { parked }: PendingWrites,
  rows: Collections,
  seal: OwnSeal,
  session: Session,
): Promise<void> {
  const operations = [...parked].map(([_id, row]) =>
    row === undefined
      ? { deleteOne: { filter: { _id } } }
      : { replaceOne: { filter: { _id }, replacement: parkedDocument(row, seal), upsert: true } },
  );
  if (operations.length > 0) await rows.parked.bulkWrite(operations, { session });
}
