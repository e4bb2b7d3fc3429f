import { cpus } from 'node:os';
import type { Consumer, EachBatchPayload, IHeaders, KafkaMessage } from 'kafkajs';
import type { Batch, Position, ReaderPort, ReaderSpec } from '../broker.ts';
import type { IncomingRecord } from '../record.ts';
import type { KafkaClient } from './client.ts';

/** Time for the group to be told that we leave; a frozen coordinator would not listen anyway. */
const FAREWELL_MS = 2_000;

/** Two lanes together must leave the door some of the database's 20 connections (decision 0007). */
const MOST_AT_ONCE = 8;

/** The group is being dealt anew: the one kind of error that must reach kafkajs, which then joins again (DELIVERY finding 6). */
const REBALANCING = new Set([
  'REBALANCE_IN_PROGRESS',
  'NOT_COORDINATOR_FOR_GROUP',
  'ILLEGAL_GENERATION',
  'UNKNOWN_MEMBER_ID',
]);

/** A running member of a group. kafkajs commits nothing and restarts nothing by itself. */
export async function kafkaReader(
  { kafka, sockets }: KafkaClient,
  topicPrefix: string,
  spec: ReaderSpec,
): Promise<ReaderPort> {
  const consumer = kafka.consumer({
    groupId: `${topicPrefix}${spec.group}`,
    sessionTimeout: 15_000,
    heartbeatInterval: 3_000,
    rebalanceTimeout: 30_000,
    maxWaitTimeInMs: 100,
    minBytes: 1,
    maxBytesPerPartition: 1_048_576,
    maxBytes: 8_388_608,
    allowAutoTopicCreation: false,
    readUncommitted: false,
    retry: { initialRetryTime: 200, maxRetryTime: 5_000, retries: 10, restartOnFailure: () => Promise.resolve(false) },
  });
  let assigned: ReadonlyMap<string, readonly number[]> | undefined;
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    assigned = new Map(
      Object.entries(payload.memberAssignment).map(([topic, list]) => [topic.slice(topicPrefix.length), list]),
    );
    // Before the first fetch: kafkajs joins, tells, and only then reads.
    seekStart(consumer, topicPrefix, spec, assigned);
  });
  consumer.on(consumer.events.REQUEST_TIMEOUT, ({ payload }) => sockets.timedOut(payload.broker));
  consumer.on(consumer.events.CRASH, ({ payload }) => spec.onCrash(payload.error.name));
  await started(consumer, topicPrefix, spec).catch((error: unknown) => {
    sockets.cut();
    throw error;
  });
  const stop = (): Promise<void> => consumer.disconnect().finally(() => sockets.cut());
  const at = (topic: string, partition: number) => [{ topic: `${topicPrefix}${topic}`, partitions: [partition] }];
  return {
    assigned: () => assigned,
    pause: (topic, partition) => consumer.pause(at(topic, partition)),
    resume: (topic, partition) => consumer.resume(at(topic, partition)),
    commit: (positions) => commitOffsets(consumer, topicPrefix, positions),
    stop,
    abandon: () => {
      setTimeout(() => sockets.cut(), FAREWELL_MS).unref();
      stop().catch(() => undefined);
    },
  };
}

async function started(consumer: Consumer, topicPrefix: string, spec: ReaderSpec): Promise<void> {
  await consumer.connect();
  await consumer.subscribe({ topics: spec.topics.map((topic) => `${topicPrefix}${topic}`), fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: Math.min(cpus().length + 1, MOST_AT_ONCE),
    eachBatch: (payload) => handed(payload, topicPrefix, spec),
  });
}

function seekStart(
  consumer: Consumer,
  topicPrefix: string,
  spec: ReaderSpec,
  assigned: ReadonlyMap<string, readonly number[]>,
): void {
  for (const [topic, partitions] of assigned) {
    for (const partition of partitions) {
      const start = spec.startAt?.(topic, partition);
      if (start !== undefined) consumer.seek({ topic: `${topicPrefix}${topic}`, partition, offset: String(start) });
    }
  }
}

async function handed(payload: EachBatchPayload, topicPrefix: string, spec: ReaderSpec): Promise<void> {
  const membership: { lost?: unknown } = {};
  await spec.onBatch(batchOf(payload, topicPrefix, membership));
  if (membership.lost !== undefined) throw membership.lost;
}

function batchOf(payload: EachBatchPayload, topicPrefix: string, membership: { lost?: unknown }): Batch {
  const { batch } = payload;
  const topic = batch.topic.slice(topicPrefix.length);
  return {
    topic,
    partition: batch.partition,
    records: batch.messages.map((message) => recordOf(topic, batch.partition, message)),
    end: Number(batch.highWatermark),
    isLive: () => membership.lost === undefined && payload.isRunning() && !payload.isStale(),
    resolve: (next) => {
      if (next > 0) payload.resolveOffset(String(next - 1));
    },
    heartbeat: () =>
      payload.heartbeat().catch((error: unknown) => {
        if (isRebalancing(error)) membership.lost = error;
      }),
  };
}

function isRebalancing(error: unknown): boolean {
  return error instanceof Error && 'type' in error && REBALANCING.has(String(error.type));
}

function recordOf(
  topic: string,
  partition: number,
  { offset, key, value, headers = {} }: KafkaMessage,
): IncomingRecord {
  return { topic, partition, offset: Number(offset), key, value, headers: headersOf(headers) };
}

/** Of a header that stands there twice the first counts. */
function headersOf(headers: IHeaders): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) found.set(name, typeof first === 'string' ? Buffer.from(first) : first);
  }
  return found;
}

async function commitOffsets(consumer: Consumer, topicPrefix: string, positions: readonly Position[]): Promise<void> {
  await consumer.commitOffsets(
    positions.map(({ topic, partition, next }) => ({
      topic: `${topicPrefix}${topic}`,
      partition,
      offset: String(next),
    })),
  );
}
