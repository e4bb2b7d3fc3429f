import { setTimeout as delay } from 'node:timers/promises';
import { type GuardedProcess, type Program, signal, startGuarded } from './guarded-process.ts';

const firstPauseMs = 500;
const longestPauseMs = 10_000;
const calmAfterMs = 30_000;

/** A program that is started again, after 0.5…10 s, whenever it ends. */
export interface KeptProcess {
  name: string;
  pid: () => number | undefined;
  /** How often it has ended without being told to. */
  ends: () => number;
  stop: (graceMs: number) => Promise<void>;
}

/** What is told about a kept process: it ended and comes back, or it is there again. */
export type KeptProcessNews = (news: {
  name: string;
  kind: 'ended' | 'restarted';
  code?: number;
  inMs?: number;
}) => void;

/** Starts a program and keeps it running until `stop`. The pause doubles at each failure and is forgotten after 30 s of calm. */
export async function keepRunning(program: Program, tell: KeptProcessNews): Promise<KeptProcess> {
  const ending = new AbortController();
  let current: GuardedProcess | undefined = await startGuarded(program);
  let ends = 0;
  let pauseMs = firstPauseMs;

  const watch = async (): Promise<void> => {
    while (current !== undefined) {
      const since = performance.now();
      const code = await current.ended;
      if (ending.signal.aborted) return;
      current = undefined;
      ends += 1;
      if (performance.now() - since > calmAfterMs) pauseMs = firstPauseMs;
      tell({ name: program.name, kind: 'ended', code, inMs: pauseMs });
      await delay(pauseMs, undefined, { signal: ending.signal }).catch(() => undefined);
      if (ending.signal.aborted) return;
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      current = await startGuarded(program);
      tell({ name: program.name, kind: 'restarted' });
    }
  };
  const watching = watch();

  return {
    name: program.name,
    pid: () => (current !== undefined && signal(current.pid, 0) ? current.pid : undefined),
    ends: () => ends,
    stop: async (graceMs) => {
      ending.abort();
      await current?.stop(graceMs);
      await watching;
      await current?.stop(graceMs);
    },
  };
}
