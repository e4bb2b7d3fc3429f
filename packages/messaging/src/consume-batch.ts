import type { Batch } from './broker.ts';
import { cutChunk, MAX_CHUNK } from './chunk.ts';
import type { Chunk } from './chunk.ts';
import { commitChunk, parkChunk } from './commit-chunk.ts';
import type { ConsumingLane } from './lane.ts';
import { backOff } from './pace.ts';
import type { Verdict } from './parked-row.ts';
import { asksTheWatermark, isTransient, verdictOnLoneEvent } from './verdict.ts';

/** Why a partition stands still until a person has looked: messages are missing, or it is not the topic that it was. */
export interface Halt {
  readonly reason: 'gap' | 'topic-shrunk';
  readonly topic: string;
  readonly partition: number;
  /** Where the watermark stands. */
  readonly next: number;
  /** Where the messages go on, or where the topic ends. */
  readonly found: number;
}

const WAIT = { firstMs: 200, mostMs: 5_000 } as const;
const BEAT_MS = 3_000;
/** A single event that cannot be committed for so long, while MongoDB answers, is parked. */
const PATIENCE_MS = 30_000;

/** How the next attempt goes about it. */
interface Course {
  next: number;
  size: number;
  failures: number;
  failingSinceMs: number | undefined;
  verdict: Verdict | undefined;
}

/**
 * Takes a batch from the watermark on, chunk by chunk, and gives back where the watermark stands then, or why the partition must stop.
 * Never throws: what MongoDB cannot take now is waited for, what it will never take is halved down to the one event and parked.
 */
export async function consumeBatch(lane: ConsumingLane, batch: Batch, next: number): Promise<number | Halt> {
  const { topic, partition } = batch;
  const course: Course = { next, size: MAX_CHUNK, failures: 0, failingSinceMs: undefined, verdict: undefined };
  if (batch.end < next) return { reason: 'topic-shrunk', topic, partition, next, found: batch.end };
  while (batch.isLive()) {
    const chunk = cutChunk(batch.records, course.next, course.size);
    if (chunk === undefined) break;
    if (chunk.first > course.next) return { reason: 'gap', topic, partition, next: course.next, found: chunk.first };
    await step(lane, batch, chunk, course);
  }
  batch.resolve(course.next);
  return course.next;
}

async function step(lane: ConsumingLane, batch: Batch, chunk: Chunk, course: Course): Promise<void> {
  const startMs = lane.pace.monotonicMs();
  try {
    await (course.verdict === undefined ? commitChunk(lane, chunk) : parkChunk(lane, chunk, course.verdict));
    advanced(course, chunk.next);
    batch.resolve(chunk.next);
    const { topic, partition, first, next, records } = chunk;
    const ms = Math.round(lane.pace.monotonicMs() - startMs);
    lane.log.info({ topic, partition, first, next, count: records.length, ms }, 'chunk committed');
    await batch.heartbeat();
  } catch (error) {
    await corrected(lane, batch, chunk, course, error);
  }
}

function advanced(course: Course, next: number): void {
  course.next = next;
  course.size = Math.min(MAX_CHUNK, course.size * 2);
  course.failures = 0;
  course.failingSinceMs = undefined;
  course.verdict = undefined;
}

/** Changes the course after a failure, and waits where waiting is the cure. */
async function corrected(
  lane: ConsumingLane,
  batch: Batch,
  chunk: Chunk,
  course: Course,
  error: unknown,
): Promise<void> {
  course.failures += 1;
  if (!asksTheWatermark(error) && !isTransient(error)) return narrowed(lane, chunk, course, error);
  const isMoved = asksTheWatermark(error) && (await moved(lane, chunk, course));
  if (isMoved) return;
  course.failingSinceMs ??= lane.pace.monotonicMs();
  await waitOn(lane, batch, course, error);
  const isStoreWell = await lane.store.ready().then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isStoreWell) course.failingSinceMs = undefined;
  else if (chunk.records.length > 1 || lane.pace.monotonicMs() - (course.failingSinceMs ?? 0) > PATIENCE_MS) {
    narrowed(lane, chunk, course, error);
  }
}

/** Half as many next time; when it was one alone, that one is parked. */
function narrowed(
  lane: ConsumingLane,
  { topic, partition, first, records }: Chunk,
  course: Course,
  error: unknown,
): void {
  if (records.length > 1) course.size = Math.ceil(records.length / 2);
  else course.verdict = verdictOnLoneEvent(error);
  lane.log.warn({ err: error, topic, partition, first, count: records.length }, 'chunk failed');
}

/** True when the watermark is elsewhere than where the chunk began: we go on from there. */
async function moved(lane: ConsumingLane, chunk: Chunk, course: Course): Promise<boolean> {
  try {
    const truth = await lane.store.watermarks.get(lane.group, chunk.topic, chunk.partition);
    if (truth === undefined || truth === chunk.first) return false;
    advanced(course, truth);
    return true;
  } catch {
    return false;
  }
}

async function waitOn(lane: ConsumingLane, batch: Batch, { failures }: Course, error: unknown): Promise<void> {
  const waitMs = backOff(failures - 1, WAIT, lane.pace);
  lane.log.warn(
    { err: error, topic: batch.topic, partition: batch.partition, count: failures, waitMs },
    'waiting to go on',
  );
  for (let leftMs = waitMs; leftMs > 0 && batch.isLive(); leftMs -= BEAT_MS) {
    await lane.pace.sleep(Math.min(BEAT_MS, leftMs));
    await batch.heartbeat();
  }
}
