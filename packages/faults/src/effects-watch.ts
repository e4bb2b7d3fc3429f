import { setTimeout as pause } from 'node:timers/promises';
import type { History } from './history.ts';

const LOOK_MS = 250;

interface Progress {
  effects: number;
  sinceMs: number;
}

/** How many effects each key has had. */
export type CountEffects = () => Promise<ReadonlyMap<string, number>>;

/** Looks on from outside: for how long did acknowledged writes of a key wait for their effect without any coming? */
export class EffectsWatch {
  private readonly history: History;
  private readonly count: CountEffects;
  private readonly stopping = new AbortController();
  private readonly progress = new Map<string, Progress>();
  private longestMs = 0;

  constructor(history: History, count: CountEffects) {
    this.history = history;
    this.count = count;
    void this.run();
  }

  gapMs(): number {
    return this.longestMs;
  }

  stop(): void {
    this.stopping.abort();
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.look().catch(() => undefined);
      await pause(LOOK_MS);
    }
  }

  /** What was acknowledged is counted before the effects are: it must not look late for having been asked about late. */
  private async look(): Promise<void> {
    const acknowledged = Map.groupBy(this.history.of('ok'), ({ key }) => key);
    const effects = await this.count();
    const nowMs = performance.now();
    for (const [key, operations] of acknowledged) this.note(key, operations.length, effects.get(key) ?? 0, nowMs);
  }

  private note(key: string, acknowledged: number, effects: number, nowMs: number): void {
    const before = this.progress.get(key);
    const isWaiting = acknowledged > effects && before?.effects === effects;
    if (!isWaiting) this.progress.set(key, { effects, sinceMs: nowMs });
    else this.longestMs = Math.max(this.longestMs, nowMs - before.sinceMs);
  }
}
