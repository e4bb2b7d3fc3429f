import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 10;
const NS_PER_MS = 1_000_000;

/** How late the event loop is. */
export interface LoopDelay {
  /** p99 in ms since it was last asked; the window of the start is not worth knowing and reads 0. */
  p99Ms(): number;
  stop(): void;
}

/** Begins to measure. */
export function measureLoopDelay(): LoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  let isFirst = true;
  return {
    p99Ms: () => {
      // Node measures from tick to tick of its timer: a loop that is never late reads the resolution.
      const lateMs = Math.max(0, histogram.percentile(99) / NS_PER_MS - RESOLUTION_MS);
      histogram.reset();
      const p99Ms = isFirst ? 0 : Math.round(lateMs * 10) / 10;
      isFirst = false;
      return p99Ms;
    },
    stop: () => {
      histogram.disable();
    },
  };
}
