import { setTimeout as pause } from 'node:timers/promises';
import { signal } from '@minzheng/backing';
import type { Aftermath } from '../aftermath.ts';

const LOOK_MS = 50;

/** A process that may come back under another id. */
export interface Target {
  readonly name: string;
  pid(): number | undefined;
}

function idOf(target: Target): number {
  const pid = target.pid();
  if (pid === undefined) throw new Error(`${target.name} is not running`);
  return pid;
}

/** kill -9. Its supervisor starts it again. */
export function kill(target: Target): void {
  signal(idOf(target), 'SIGKILL');
}

/** SIGSTOP; the function given back resumes it, and so does the watcher should this run die. */
export function freeze(target: Target, aftermath: Aftermath): () => void {
  const pid = idOf(target);
  const thaw = aftermath.owe(['kill', '-CONT', String(pid)]);
  signal(pid, 'SIGSTOP');
  return thaw;
}

/** Killed again each time its supervisor starts it, until the function given back is called. */
export function holdDown(target: Target): () => void {
  const released = new AbortController();
  const hold = async (): Promise<void> => {
    while (!released.signal.aborted) {
      const pid = target.pid();
      if (pid !== undefined) signal(pid, 'SIGKILL');
      await pause(LOOK_MS);
    }
  };
  void hold();
  return () => released.abort();
}
