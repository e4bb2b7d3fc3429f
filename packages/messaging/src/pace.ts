import { setTimeout as delay } from 'node:timers/promises';
import type { MachineClock } from '@minzheng/types';

/** Machine time, waiting and chance, as the moving parts see them; a simulation brings its own. */
export interface Pace extends MachineClock {
  /** Ends early, without an error, when the signal is given. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** 0 ≤ x < 1. */
  random(): number;
}

/** The pace of a real process. */
export function machinePace(clock: MachineClock): Pace {
  return {
    nowMs: () => clock.nowMs(),
    monotonicMs: () => clock.monotonicMs(),
    sleep: (ms, signal) => delay(ms, undefined, signal && { signal }).catch(() => undefined),
    random: () => Math.random(),
  };
}

const SPREAD = 0.2;

/** A time ±20 %, so that processes that failed together do not come back together. */
export function jittered(ms: number, pace: Pick<Pace, 'random'>): number {
  return Math.round(ms * (1 - SPREAD + 2 * SPREAD * pace.random()));
}

/** How long to wait after `failures` in a row: doubled each time up to `mostMs`, ±20 %. */
export function backOff(
  failures: number,
  { firstMs, mostMs }: { readonly firstMs: number; readonly mostMs: number },
  pace: Pick<Pace, 'random'>,
): number {
  return jittered(Math.min(mostMs, firstMs * 2 ** Math.min(failures, 20)), pace);
}

/** Waiting that can be cut short. A wake that comes while nobody waits is kept for the next wait. */
export interface Waker {
  wake(): void;
  wait(ms: number): Promise<void>;
}

export function waker(pace: Pick<Pace, 'sleep'>): Waker {
  let isWoken = false;
  let waiting: AbortController | undefined;
  return {
    wake: () => {
      isWoken = true;
      waiting?.abort();
    },
    wait: async (ms) => {
      if (!isWoken) {
        waiting = new AbortController();
        await pace.sleep(ms, waiting.signal);
        waiting = undefined;
      }
      isWoken = false;
    },
  };
}
