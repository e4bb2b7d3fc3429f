import { inSpan } from '@minzheng/observability';
import type { ParkedClass, ParkedRow, Transaction } from '@minzheng/store';
import type { Chunk } from './chunk.ts';
import { fold } from './fold.ts';
import type { Outcome } from './fold.ts';
import { follow } from './followed.ts';
import { causeOfGroup } from './lane.ts';
import type { ConsumingLane, Lane } from './lane.ts';
import { parkedRow } from './parked-row.ts';
import type { Verdict } from './parked-row.ts';
import { readRecord } from './reading.ts';
import { chunkSpan } from './spans.ts';
import { ChunkTimedOut } from './verdict.ts';

/** Longer than the store's own deadline, shorter than Kafka's patience with a silent member. */
const CHUNK_TIMEOUT_MS = 10_000;

/** The effects of a chunk, what of it is parked, and the watermark: one transaction. */
export function commitChunk(lane: ConsumingLane, chunk: Chunk): Promise<void> {
  return inSpan(chunkSpan(lane.group, chunk), () => committed(lane, chunk));
}

async function committed(lane: ConsumingLane, chunk: Chunk): Promise<void> {
  // The database looks the keys up while the events are being read.
  const looking = lane.blocked.among(chunk);
  looking.catch(() => undefined);
  const { readings, during } = follow(
    lane.group,
    chunk.records.map((record) => readRecord(record, lane.reactions)),
  );
  await during(async () => {
    const blocked = await looking;
    let outcomes: readonly Outcome[] = [];
    await commitWithin(lane, chunk, async (tx) => {
      outcomes = await fold(tx, readings, blocked);
      return outcomes.flatMap(({ reading, parked }) =>
        parked === undefined ? [] : parkedRow(lane.group, reading.record, parked, lane.pace),
      );
    });
    return outcomes;
  });
}

/** Sets a chunk aside whole, whatever is in it. */
export function parkChunk(lane: ConsumingLane, chunk: Chunk, verdict: Verdict): Promise<void> {
  const rows = chunk.records.map((record) => parkedRow(lane.group, record, verdict, lane.pace));
  return commitWithin(lane, chunk, () => Promise.resolve(rows));
}

async function commitWithin(
  lane: ConsumingLane,
  chunk: Chunk,
  decide: (tx: Transaction) => Promise<ParkedRow[]>,
): Promise<void> {
  const { topic, partition, first, next } = chunk;
  const commit = lane.store.commit(causeOfGroup(lane.group, `${topic}-${partition}-${first}`), async (tx) => {
    const rows = await decide(tx);
    for (const row of rows) tx.park(row);
    tx.advance({ group: lane.group, topic, partition, first, next });
    return rows;
  });
  const parked = await inTime(lane, commit).catch((error: unknown) => {
    lane.blocked.forget(chunk);
    throw error;
  });
  lane.blocked.committed(chunk, parked);
  lane.breaker.record(chunk.records.length, parked.filter(isOwnFault).length);
  if (parked.length > 0) told(lane, parked);
}

/** A refusal is the domain's own no, and what waits behind another is not to blame: neither says that a release is broken. */
const OWN_FAULTS: ReadonlySet<ParkedClass> = new Set(['poison', 'schema', 'unsupported', 'bug']);
const isOwnFault = (row: ParkedRow): boolean => OWN_FAULTS.has(row.class);

async function inTime<T>(lane: Lane, work: Promise<T>): Promise<T> {
  const done = new AbortController();
  const timeout = lane.pace.sleep(CHUNK_TIMEOUT_MS, done.signal).then(() => {
    if (!done.signal.aborted) throw new ChunkTimedOut('a chunk has had its time');
    return work;
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    done.abort();
    // Whoever loses the race has nobody left to tell.
    work.catch(() => undefined);
    timeout.catch(() => undefined);
  }
}

const SHOWN = 5;

function told(lane: Lane, rows: readonly ParkedRow[]): void {
  for (const { id, class: kind, err, eventId } of rows.filter((row) => row.class !== 'behind').slice(0, SHOWN)) {
    lane.log.error({ id, class: kind, code: err, eventId }, 'message parked');
  }
  lane.log.warn({ group: lane.group, count: rows.length }, 'messages parked');
}
