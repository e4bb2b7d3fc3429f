import type { IncomingRecord } from './record.ts';

export const MAX_CHUNK = 500;

/** Messages of one partition without a hole, beginning at the watermark: what one transaction takes. */
export interface Chunk {
  readonly topic: string;
  readonly partition: number;
  readonly first: number;
  /** One past the last. */
  readonly next: number;
  readonly records: readonly IncomingRecord[];
}

/** The next chunk at or above `next`; undefined when the records hold nothing new. */
export function cutChunk(records: readonly IncomingRecord[], next: number, size: number): Chunk | undefined {
  const begin = records.findIndex(({ offset }) => offset >= next);
  if (begin === -1) return undefined;
  const some = records.slice(begin, begin + size);
  const [head] = some;
  if (head === undefined) return undefined;
  const hole = some.findIndex(({ offset }, i) => offset !== head.offset + i);
  const whole = hole === -1 ? some : some.slice(0, hole);
  return {
    topic: head.topic,
    partition: head.partition,
    first: head.offset,
    next: head.offset + whole.length,
    records: whole,
  };
}
