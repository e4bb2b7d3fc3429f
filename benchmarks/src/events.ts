import type { Bed, Benchmark } from './benchmark.ts';
import { openBareChain } from './chain/bare-chain.ts';
import { chunksOf } from './chain/facts.ts';
import { openOurChain } from './chain/our-chain.ts';
import { measured } from './measured.ts';
import type { Measured } from './measured.ts';
import type { Trial } from './trial.ts';

/** With small chunks fewer events are as telling, and thousands would take minutes. */
const SIZES = [
  { size: 1, share: 0.03 },
  { size: 50, share: 0.3 },
  { size: 500, share: 1 },
] as const;
const MOST_TIMES_THE_FLOOR = 2;
const PROMISED_SIZE = 500;

/**
 * Each chunk goes its whole way before the next begins, so that both sides work in the same chunks: commit with outbox, relay,
 * consumer, effect with watermark; against the bare transaction, send, receipt and transaction.
 */
export const events: Benchmark = {
  about: 'outbox → relay → consumer → effect in chunks of 1, 50 and 500; the ratio is of CPU per event',
  n: 10_000,
  run: async (bed, n) => {
    const trials: Trial[] = [];
    for (const { size, share } of SIZES) trials.push(await inChunks(bed, Math.ceil(n * share), size));
    return trials;
  },
};

async function inChunks(bed: Bed, n: number, size: number): Promise<Trial> {
  const bare = await byBareDrivers(bed, n, size);
  const ours = await byOurs(bed, n, size);
  const ratio = ours.cpuMicrosPerItem / bare.cpuMicrosPerItem;
  return {
    name: `events/${size}`,
    n,
    value: ours.perSecond,
    unit: 'items/s',
    cpuMicrosPerItem: ours.cpuMicrosPerItem,
    floor: { value: bare.perSecond, cpuMicrosPerItem: bare.cpuMicrosPerItem },
    ratio,
    ...(size === PROMISED_SIZE && { isMet: ratio <= MOST_TIMES_THE_FLOOR }),
  };
}

async function byBareDrivers(bed: Bed, n: number, size: number): Promise<Measured> {
  const chain = await openBareChain(bed);
  try {
    await chain.carry(chunksOf(size, size).flat());
    const chunks = chunksOf(n, size);
    return await measured(bed, chunks.length * size, async () => {
      for (const chunk of chunks) await chain.carry(chunk);
    });
  } finally {
    await chain.end();
  }
}

async function byOurs(bed: Bed, n: number, size: number): Promise<Measured> {
  const chain = await openOurChain(bed, 1);
  const carry = async (ids: readonly string[]): Promise<void> => {
    await chain.submit(ids);
    await chain.log.untilAll(ids);
  };
  try {
    chain.relay();
    chain.consume();
    await carry(chunksOf(size, size).flat());
    const chunks = chunksOf(n, size);
    return await measured(bed, chunks.length * size, async () => {
      for (const chunk of chunks) await carry(chunk);
    });
  } finally {
    await chain.end();
  }
}
