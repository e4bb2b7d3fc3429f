import { randomUUID } from 'node:crypto';
import type { Bus, IncomingRecord, PartitionOffsets } from '@minzheng/messaging';

const READ_MS = 60_000;

/** Everything a topic holds, up to its present ends, in the order of its partitions. */
export async function readLog(
  bus: Bus,
  topic: string,
): Promise<{ log: IncomingRecord[]; ends: readonly PartitionOffsets[] }> {
  const ends = await bus.endOffsets(topic);
  const open = new Map(ends.filter(({ first, end }) => end > first).map(({ partition, end }) => [partition, end]));
  const log: IncomingRecord[] = [];
  const done = Promise.withResolvers<void>();
  if (open.size === 0) return { log, ends };
  const reader = await bus.openReader({
    group: `judge-${randomUUID()}`,
    topics: [topic],
    onBatch: (batch) => {
      for (const record of batch.records) log.push(record);
      const last = batch.records.at(-1);
      if (last === undefined) return Promise.resolve();
      batch.resolve(last.offset + 1);
      if (last.offset + 1 >= (open.get(batch.partition) ?? 0)) open.delete(batch.partition);
      if (open.size === 0) done.resolve();
      return Promise.resolve();
    },
    onCrash: (reason) => done.reject(new Error(`the log cannot be read: ${reason}`)),
  });
  const late = setTimeout(() => done.reject(new Error('the log was not read in time')), READ_MS);
  try {
    await done.promise;
  } finally {
    clearTimeout(late);
    await reader.stop();
  }
  return { log: inOrder(log), ends };
}

const inOrder = (log: readonly IncomingRecord[]): IncomingRecord[] =>
  log.toSorted((a, b) => a.partition - b.partition || a.offset - b.offset);
