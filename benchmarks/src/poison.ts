import type { Benchmark } from './benchmark.ts';
import { ONE_IN, PoisonSide } from './chain/poison-side.ts';
import { quantile } from './statistics.ts';
import type { Trial } from './trial.ts';

/** In so many parts each side takes what has queued. */
const TURNS = 10;
const STEADY_SHARE = 0.05;
const STEADY_TURN = 2 * ONE_IN;
const LEAST_SHARE = 0.8;
const PARKED_WITHIN_MS = 1_000;
const ALLOWED_TIMES = 2;
const ALLOWED_MORE_MS = 10;

/** Two groups, one with poison and one without, take turns: what the machine does meanwhile befalls both. */
export const poison: Benchmark = {
  about: 'one message in a hundred is poison, keys distinct; the ratio is of throughput with and without',
  n: 100_000,
  run: async (bed, n) => {
    const clean = await PoisonSide.open(bed, false);
    const poisoned = await PoisonSide.open(bed, true);
    const sides = [clean, poisoned];
    try {
      for (let turn = 0; turn < TURNS; turn += 1) {
        for (const side of sides) await side.drain(Math.ceil(n / TURNS));
      }
      for (const side of sides) await side.goOn(STEADY_TURN);
      for (let done = 0; done < n * STEADY_SHARE; done += STEADY_TURN) {
        for (const side of sides) await side.trickle(STEADY_TURN);
      }
      return [await trial(n, clean, poisoned)];
    } finally {
      for (const side of sides) await side.end();
    }
  },
};

async function trial(n: number, clean: PoisonSide, poisoned: PoisonSide): Promise<Trial> {
  const ratio = poisoned.perSecond / clean.perSecond;
  const [neighboursP99, neighboursP99Without] = [p99(await poisoned.effectsMs()), p99(await clean.effectsMs())];
  const parkedMs = await poisoned.parkedMs();
  const parkedWorst = Math.max(...parkedMs);
  const { redriven, restored } = await poisoned.redriveAll();
  const isInTime =
    neighboursP99 <= ALLOWED_TIMES * neighboursP99Without + ALLOWED_MORE_MS && parkedWorst <= PARKED_WITHIN_MS;
  return {
    name: 'poison',
    n,
    value: poisoned.perSecond,
    unit: 'items/s',
    cpuMicrosPerItem: poisoned.cpuMicrosPerItem,
    floor: { value: clean.perSecond, cpuMicrosPerItem: clean.cpuMicrosPerItem },
    ratio,
    isMet: ratio >= LEAST_SHARE && isInTime && redriven === 1 && restored === 1,
    details: { neighboursP99, neighboursP99Without, parkedP99: p99(parkedMs), parkedWorst, redriven, restored },
  };
}

const p99 = (timesMs: readonly number[]): number => quantile(timesMs, 0.99);
