import type { Deadline } from '@minzheng/types';
import { backoffMs } from './backoff.ts';

/** Deadlines that failed and wait for their next try. Kept in memory: after a restart everything is tried at once. */
export interface HeldDeadlines {
  readonly size: number;
  isHeld(deadline: Deadline, nowMs: number): boolean;
  /** Counts a failure; gives the number of failures in a row. */
  hold(deadline: Deadline, nowMs: number): number;
  /** Forgets those that are due no more. */
  keepOnly(due: readonly Deadline[]): void;
}

interface Held {
  readonly untilMs: number;
  readonly failures: number;
}

/** `dueAt` is part of it: a deadline set anew starts anew. */
const keyOf = ({ kind, subject, dueAt }: Deadline): string => `${kind}|${subject}|${dueAt}`;

/** An empty hold. */
export function heldDeadlines(random: () => number = Math.random): HeldDeadlines {
  const held = new Map<string, Held>();
  return {
    get size() {
      return held.size;
    },
    isHeld: (deadline, nowMs) => (held.get(keyOf(deadline))?.untilMs ?? 0) > nowMs,
    hold: (deadline, nowMs) => {
      const failures = (held.get(keyOf(deadline))?.failures ?? 0) + 1;
      held.set(keyOf(deadline), { untilMs: nowMs + backoffMs(failures, random()), failures });
      return failures;
    },
    keepOnly: (due) => {
      const there = new Set(due.map(keyOf));
      for (const key of held.keys()) if (!there.has(key)) held.delete(key);
    },
  };
}
