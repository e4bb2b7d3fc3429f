import { currentTraceparent, inSpan } from '@minzheng/observability';
import type { Logger } from '@minzheng/observability';
import type { Cause, SetDeadline, Store } from '@minzheng/store';
import type { Clocks, Deadline } from '@minzheng/types';
import { heldDeadlines } from './held-deadlines.ts';
import { jobSpan } from './job-span.ts';
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
  /** Looks at once: the clock has been moved. */
  wake(): void;
}

/**
 * Takes due deadlines in order of (dueAt, kind|subject): pure jobs one after the other, errands up to eight at once. What fails
 * waits by itself and holds nobody up.
 */
export function startDeadlineRunner(settings: DeadlineRunnerSettings): DeadlineRunner {
  const rounds = new DeadlineRounds(settings);
  const running = rounds.run();
  return {
    stop: async () => {
      rounds.halt();
      await running;
    },
    status: () => rounds.status(),
    wake: () => rounds.wake(),
  };
}

class DeadlineRounds {
  private readonly settings: DeadlineRunnerSettings;
  private readonly byKind: ReadonlyMap<string, Job>;
  private readonly held = heldDeadlines();
  private readonly errands = new Map<string, Promise<void>>();
  private readonly bell = newWake();
  private readonly stopping = new AbortController();

  constructor(settings: DeadlineRunnerSettings) {
    this.settings = settings;
    this.byKind = new Map(settings.jobs.map((job) => [job.kind, job]));
    settings.store.onCommitted((_, scheduled) => {
      if (scheduled) this.bell.wake();
    });
  }

  async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const isBusy = await this.round().catch((error: unknown) => this.unreadable(error));
      if (!isBusy) await this.bell.wait(POLL_MS);
    }
    await Promise.all(this.errands.values());
  }

  halt(): void {
    this.stopping.abort();
    this.bell.wake();
  }

  wake(): void {
    this.bell.wake();
  }

  status(): { errands: number; held: number } {
    return { errands: this.errands.size, held: this.held.size };
  }

  /** True when something was taken, so that more may be due already. */
  private async round(): Promise<boolean> {
    const { store, clocks } = this.settings;
    const limit = Math.min(GREATEST_BATCH, BATCH + this.held.size + this.errands.size);
    const due = await store.deadlines.due(clocks.civil.now(), limit);
    this.held.keepOnly(due);
    let taken = 0;
    for (const deadline of due) if (!this.stopping.signal.aborted && (await this.take(deadline))) taken += 1;
    return taken > 0;
  }

  private unreadable(error: unknown): false {
    this.settings.log.warn({ err: error }, 'deadlines could not be read');
    return false;
  }

  private async take(deadline: SetDeadline): Promise<boolean> {
    const job = this.byKind.get(deadline.kind);
    const id = `${deadline.kind}|${deadline.subject}`;
    if (job === undefined || this.errands.has(id) || this.held.isHeld(deadline, this.nowMs())) return false;
    if (job.type === 'errand' && this.errands.size >= ERRANDS_AT_ONCE) return false;
    if (job.type === 'due') await this.attempt(job, deadline);
    else this.launch(job, deadline, id);
    return true;
  }

  private launch(job: Job, deadline: SetDeadline, id: string): void {
    const running = this.attempt(job, deadline).finally(() => {
      this.errands.delete(id);
      this.bell.wake();
    });
    this.errands.set(id, running);
  }

  private async attempt(job: Job, deadline: SetDeadline): Promise<void> {
    const { store, clocks, log } = this.settings;
    const { kind, subject } = deadline;
    if (this.held.isLeft(deadline)) log.error({ kind, subject }, 'job left its deadline');
    try {
      await inSpan(jobSpan(deadline), () =>
        job.run(deadline, { store, cause: causeOf(deadline, clocks), at: clocks.civil.now() }),
      );
      this.held.end(deadline, this.nowMs());
    } catch (error) {
      const attempts = this.held.hold(deadline, this.nowMs());
      if (isRetriable(error)) log.warn({ err: error, kind, subject, attempts }, 'deadline will be tried again');
      else log.error({ err: error, kind, subject, attempts }, 'deadline could not be met');
    }
  }

  private nowMs(): number {
    return this.settings.clocks.machine.monotonicMs();
  }
}

function causeOf({ kind, subject }: Deadline, clocks: Clocks): Cause {
  return {
    viewer: 'system',
    actor: `job:${kind}`,
    correlationId: `${kind}-${subject}-${clocks.machine.nowMs()}`,
    traceparent: currentTraceparent(),
  };
}

function isRetriable(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'retriable' in error && error.retriable === true;
}
