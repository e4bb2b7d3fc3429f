import { setTimeout as delay } from 'node:timers/promises';
import type { Metrics } from '@minzheng/observability';
import type { Store } from '@minzheng/store';
import { measureLoopDelay } from './loop-delay.ts';
import type { PressureGauge } from './pressure.ts';
import type { Traffic } from './traffic.ts';

const OUTBOX_MS = 1_000;
/** Long enough for a p99: about 500 samples of the loop. */
const LOOP_MS = 5_000;
const PARKED_MS = 10_000;

/** Where the figures come from and go to. */
export interface FiguresSettings {
  readonly store: Pick<Store, 'outbox' | 'parked'>;
  readonly traffic: Pick<Traffic, 'status'>;
  readonly metrics: Metrics;
  readonly pressure: PressureGauge;
  readonly budgetEvents: number;
}

/** The sampling of a process's own figures. */
export interface Figures {
  /** Takes no more; resolves when the samples in hand are taken. */
  stop(): Promise<void>;
}

/** Samples in the background, so that no request and no scrape ever waits for a figure (DELIVERY §3.5, §3.8). */
export function startFigures(settings: FiguresSettings): Figures {
  const { metrics, pressure } = settings;
  const loop = measureLoopDelay();
  const loopP99 = metrics.gauge('event_loop_delay_p99_ms');
  const stopping = new AbortController();
  const running = [
    every(OUTBOX_MS, stopping.signal, () => sampleTraffic(settings)),
    every(PARKED_MS, stopping.signal, () => sampleParked(settings)),
    every(LOOP_MS, stopping.signal, () => {
      const p99Ms = loop.p99Ms();
      loopP99.set(p99Ms);
      pressure.sawLoop(p99Ms);
      return Promise.resolve();
    }),
  ];
  return {
    stop: async () => {
      stopping.abort();
      loop.stop();
      await Promise.all(running);
    },
  };
}

async function sampleTraffic({ store, traffic, metrics, pressure, budgetEvents }: FiguresSettings): Promise<void> {
  for (const { group, partitions } of traffic.status() ?? []) {
    const lag = partitions.reduce((sum, partition) => sum + partition.lag, 0);
    metrics.gauge('watermark_lag').set(lag, { group });
  }
  const { events, oldestMs } = await store.outbox.backlog(budgetEvents + 1);
  metrics.gauge('outbox_unpublished_events').set(events);
  metrics.gauge('outbox_oldest_ms').set(oldestMs);
  pressure.sawOutbox(events);
}

async function sampleParked({ store, metrics }: FiguresSettings): Promise<void> {
  const { waiting, dead } = await store.parked.count();
  metrics.gauge('parked_waiting').set(waiting);
  metrics.gauge('parked_dead').set(dead);
}

/** The first sample at once, the next so long after the last has ended. Keeps no process alive. */
async function every(ms: number, signal: AbortSignal, sample: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    // Without MongoDB the latest figures stand; that it is away is readiness's to say.
    await sample().catch(() => undefined);
    await delay(ms, undefined, { ref: false, signal }).catch(() => undefined);
  }
}
