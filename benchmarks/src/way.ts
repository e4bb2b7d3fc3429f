import { setTimeout as pause } from 'node:timers/promises';
import type { CpuMeter } from './cpu-meter.ts';

/** A way from a beginning to an end, whose time counts. */
export interface Way {
  readonly timesMs: number[];
  /** Counts what this way's own processes use too; the servers' meter unless told. */
  readonly cpu?: CpuMeter;
  go(): Promise<void>;
  end(): Promise<void>;
}

/** What is made ready for one time of it takes none of its time. */
export function timed<T>(
  ready: () => Promise<T>,
  go: (it: T) => Promise<void>,
  end: () => Promise<void>,
  cpu?: CpuMeter,
): Way {
  const timesMs: number[] = [];
  return {
    timesMs,
    ...(cpu && { cpu }),
    go: async () => {
      const it = await ready();
      const startMs = performance.now();
      await go(it);
      timesMs.push(performance.now() - startMs);
    },
    end,
  };
}

/** As often as told, one after the other; none of it counts. */
export async function warm(way: Way, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await way.go();
  way.timesMs.length = 0;
}

/** How often each way is gone, and in what steps. */
export interface Pace {
  readonly n: number;
  /** So many of one kind in a row, then of the next: what the machine does meanwhile befalls all of them. */
  readonly turn: number;
  readonly periodMs: number;
}

/** Gives what each of the ways has used, in µs. */
export async function interleaved(cpu: CpuMeter, ways: readonly Way[], { n, turn, periodMs }: Pace): Promise<number[]> {
  const usedMicros = ways.map(() => 0);
  for (let done = 0; done < n; done += turn) {
    for (const [index, way] of ways.entries()) {
      const used = (way.cpu ?? cpu).start();
      await atSteadyRate(way, Math.min(turn, n - done), periodMs);
      usedMicros[index] = (usedMicros[index] ?? 0) + used();
    }
  }
  return usedMicros;
}

/** Whether the one before has arrived or not. */
async function atSteadyRate(way: Way, count: number, periodMs: number): Promise<void> {
  const going: Promise<void>[] = [];
  for (let i = 0; i < count; i += 1) {
    going.push(way.go());
    await pause(periodMs);
  }
  await Promise.all(going);
}
