import type { Deadline } from '@minzheng/types';
import { backoffMs } from './backoff.ts';

/** Deadlines that failed and wait for their next try. Kept in memory: after a restart everything is tried at once. */
export interface HeldDeadlines {
  readonly size: number;
  isHeld(deadline: Deadline, nowMs: number): boolean;
  /** Counts a failure; gives the number of failures in a row. */
  hold(deadline: Deadline, nowMs: number): number;
  /** Notes that a run ended well; should the deadline be due again all the same, `isLeft` says so, and it waits like a failure. */
  end(deadline: Deadline, nowMs: number): void;
  /** True when the last run ended well and yet left the deadline in place. */
  isLeft(deadline: Deadline): boolean;
  /** Forgets those that are due no more. */
  keepOnly(due: readonly Deadline[]): void;
}

interface Held {
  readonly untilMs: number;
  readonly failures: number;
  readonly isEnded: boolean;
}

/** `dueAt` is part of it: a deadline set anew starts anew. */
const keyOf = ({ kind, subject, dueAt }: Deadline): string => `${kind}|${subject}|${dueAt}`;

/** An empty hold. */
export function heldDeadlines(random: () => number = Math.random): HeldDeadlines {
  const held = new Map<string, Held>();
  const wait = (deadline: Deadline, nowMs: number, isEnded: boolean): number => {
    const failures = (held.get(keyOf(deadline))?.failures ?? 0) + 1;
    held.set(keyOf(deadline), { untilMs: nowMs + backoffMs(failures, random()), failures, isEnded });
    return failures;
  };
  return {
    get size() {
      return held.size;
    },
    isHeld: (deadline, nowMs) => (held.get(keyOf(deadline))?.untilMs ?? 0) > nowMs,
    hold: (deadline, nowMs) => wait(deadline, nowMs, false),
    end: (deadline, nowMs) => void wait(deadline, nowMs, true),
    isLeft: (deadline) => held.get(keyOf(deadline))?.isEnded ?? false,
    keepOnly: (due) => {
      const there = new Set(due.map(keyOf));
      for (const key of held.keys()) if (!there.has(key)) held.delete(key);
    },
  };
}
