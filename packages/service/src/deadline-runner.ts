import type { Logger } from '@minzheng/observability';
import type { Cause, Store } from '@minzheng/store';
import type { Clocks, Deadline } from '@minzheng/types';
import { heldDeadlines } from './held-deadlines.ts';
import type { Job } from './jobs.ts';
import { newWake } from './wake.ts';

const POLL_MS = 500;
const BATCH = 100;
const GREATEST_BATCH = 5_000;
const ERRANDS_AT_ONCE = 8;

/** What the clock's part of a service is made of. */
export interface DeadlineRunnerSettings {
  readonly jobs: readonly Job[];
  readonly store: Store;
  readonly clocks: Clocks;
  readonly log: Logger;
}

/** The one taker of a service's deadlines. */
export interface DeadlineRunner {
  /** Takes no more; resolves when what is in hand has ended. */
  stop(): Promise<void>;
  status(): { errands: number; held: number };
}

/**
 * Takes due deadlines in order of (dueAt, kind|subject): pure jobs one after the other, errands up to eight at once. What fails
 * waits by itself and holds nobody up.
 */
export function startDeadlineRunner({ jobs, store, clocks, log }: DeadlineRunnerSettings): DeadlineRunner {
  const byKind = new Map(jobs.map((job) => [job.kind, job]));
  const held = heldDeadlines();
  const errands = new Map<string, Promise<void>>();
  const bell = newWake();
  const stopping = new AbortController();
  store.onCommitted((_, scheduled) => {
    if (scheduled) bell.wake();
  });

  /** An errand that ends well has taken its deadline away. One that has not must not spin. */
  const noteEnd = (deadline: Deadline): void => {
    const attempts = held.hold(deadline, clocks.machine.monotonicMs());
    if (attempts > 1)
      log.error({ kind: deadline.kind, subject: deadline.subject, attempts }, 'errand left its deadline');
  };

  const attempt = async (job: Job, deadline: Deadline): Promise<void> => {
    try {
      await job.run(deadline, { store, cause: causeOf(deadline, clocks), at: clocks.civil.now() });
      if (job.type === 'errand') noteEnd(deadline);
    } catch (error) {
      const attempts = held.hold(deadline, clocks.machine.monotonicMs());
      const facts = { err: error, kind: deadline.kind, subject: deadline.subject, attempts };
      if (isRetriable(error)) log.warn(facts, 'deadline will be tried again');
      else log.error(facts, 'deadline could not be met');
    }
  };

  const launch = (job: Job, deadline: Deadline, id: string): void => {
    const running = attempt(job, deadline).finally(() => {
      errands.delete(id);
      bell.wake();
    });
    errands.set(id, running);
  };

  const take = async (deadline: Deadline): Promise<boolean> => {
    const job = byKind.get(deadline.kind);
    const id = `${deadline.kind}|${deadline.subject}`;
    if (job === undefined || errands.has(id) || held.isHeld(deadline, clocks.machine.monotonicMs())) return false;
    if (job.type === 'due') await attempt(job, deadline);
    else if (errands.size < ERRANDS_AT_ONCE) launch(job, deadline, id);
    else return false;
    return true;
  };

  const round = async (): Promise<boolean> => {
    const limit = Math.min(GREATEST_BATCH, BATCH + held.size + errands.size);
    const due = await store.deadlines.due(clocks.civil.now(), limit);
    held.keepOnly(due);
    let taken = 0;
    for (const deadline of due) if (!stopping.signal.aborted && (await take(deadline))) taken += 1;
    return taken > 0;
  };

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const isBusy = await round().catch((error: unknown) => {
        log.warn({ err: error }, 'deadlines could not be read');
        return false;
      });
      if (!isBusy) await bell.wait(POLL_MS);
    }
    await Promise.all(errands.values());
  };

  const running = loop();
  return {
    stop: async () => {
      stopping.abort();
      bell.wake();
      await running;
    },
    status: () => ({ errands: errands.size, held: held.size }),
  };
}

function causeOf({ kind, subject }: Deadline, clocks: Clocks): Cause {
  return { viewer: 'system', actor: `job:${kind}`, correlationId: `${kind}-${subject}-${clocks.machine.nowMs()}` };
}

function isRetriable(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'retriable' in error && error.retriable === true;
}
