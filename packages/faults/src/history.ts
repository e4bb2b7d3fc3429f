/** How a command ended for the one who gave it; `unknown` when no attempt was answered before the row was over. */
export type Outcome = 'ok' | 'fail' | 'unknown';

/** One command: all its attempts bear the same Idempotency-Key. Times are monotonic, in ms. */
export interface Operation {
  readonly key: string;
  readonly invokedMs: number;
  endedMs?: number;
  outcome: Outcome;
  /** Which one the counter says it was. */
  number?: number;
  attempts: number;
  /** What the last attempt that was not `ok` met: a status or an error's name. */
  lastError?: string;
}

/** What was asked and what was answered, in the order of the asking. Judged offline, when the row is over. */
export class History {
  readonly operations: Operation[] = [];

  invoke(key: string, nowMs: number): Operation {
    const operation: Operation = { key, invokedMs: nowMs, outcome: 'unknown', attempts: 0 };
    this.operations.push(operation);
    return operation;
  }

  of(outcome: Outcome): Operation[] {
    return this.operations.filter((operation) => operation.outcome === outcome);
  }
}

/** The longest time, in ms, in which no write at all was acknowledged between `fromMs` and `toMs`. */
export function writeGapMs(histories: readonly History[], fromMs: number, toMs: number): number {
  const ends = histories.flatMap((history) => history.of('ok').map(({ endedMs = 0 }) => endedMs));
  const within = ends.filter((ms) => ms > fromMs && ms < toMs).toSorted((a, b) => a - b);
  const times = [fromMs, ...within, toMs];
  return times.slice(1).reduce((longest, ms, index) => Math.max(longest, ms - (times[index] ?? ms)), 0);
}
