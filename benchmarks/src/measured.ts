import type { Bed } from './benchmark.ts';

/** What a stretch of work took. */
export interface Measured {
  readonly perSecond: number;
  readonly cpuMicrosPerItem: number;
}

export async function measured(bed: Bed, items: number, work: () => Promise<void>): Promise<Measured> {
  const used = bed.cpu.start();
  const startMs = performance.now();
  await work();
  const tookMs = performance.now() - startMs;
  return { perSecond: (items / tookMs) * 1_000, cpuMicrosPerItem: used() / items };
}
