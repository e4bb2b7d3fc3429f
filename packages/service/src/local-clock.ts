import type { LocalClock } from '@minzheng/http';
import { redrive } from '@minzheng/messaging';
import type { Bus } from '@minzheng/messaging';
import type { Store } from '@minzheng/store';
import { Instant } from '@minzheng/types';
import type { ClockStanding, VirtualClocks } from '@minzheng/types';
import type { DeadlineRunner } from './deadline-runner.ts';
import { outboxPublished, watermarksAtEnds } from './standard-checks.ts';
import type { Subscription } from './subscriptions.ts';

const MOST_PARKED = 1_000;

/** What the virtual clock of a service is made of. */
export interface LocalClockSettings {
  readonly clocks: VirtualClocks;
  readonly store: Store;
  readonly bus: Bus;
  readonly subscriptions: readonly Subscription[];
  readonly runner: DeadlineRunner;
}

/** The clock as the barrier sees it (ARCHITECTURE "Time"): settled = nothing due, outbox empty, watermarks at the ends, no call in flight. */
export function localClock({ clocks, store, bus, subscriptions, runner }: LocalClockSettings): LocalClock {
  return {
    standing: async () => {
      const moves = store.commits();
      const now = clocks.civil.now();
      const [deadline, parked, published, read] = await Promise.all([
        store.deadlines.earliest(),
        store.parked.list({ limit: MOST_PARKED }),
        outboxPublished(store),
        watermarksAtEnds(store, bus, subscriptions),
      ]);
      const waiting = parked.filter(({ st }) => st === 1);
      const isDue = deadline !== undefined && deadline.dueAt <= now;
      const retried = waiting.find(({ nextAt }) => nextAt <= clocks.machine.nowMs());
      const waitsFor = firstOf([
        isDue && `deadline ${deadline.kind} of ${deadline.subject}`,
        !published.ok && published.culprit,
        !read.ok && read.culprit,
        retried !== undefined && `the retry of ${retried.id}`,
        store.commits() !== moves && 'a commit',
      ]);
      return {
        now,
        moves,
        parked: waiting.map(({ id }) => id),
        ...(deadline && { nextDueAt: deadline.dueAt }),
        ...(waitsFor !== undefined && { waitsFor }),
      } satisfies ClockStanding;
    },
    obey: async ({ now, retryParked }) => {
      // Kept first: after a crash in between the process begins where the others are.
      await store.kept.write(now);
      clocks.moveTo(now);
      if (retryParked) await retryAll(store);
      runner.wake();
    },
  };
}

const firstOf = (reasons: readonly (string | false)[]): string | undefined =>
  reasons.find((reason): reason is string => reason !== false);

async function retryAll(store: Store): Promise<void> {
  const parked = await store.parked.list({ limit: MOST_PARKED });
  const waiting = parked.filter(({ st }) => st === 1).map(({ id }) => id);
  if (waiting.length > 0) await redrive(store, waiting);
}

const TIME_HEADER = 'ce_time';

/**
 * The bus of a process whose clock is virtual. A process that was away while the clock moved may hear of an event before it hears of
 * the clock: no event comes from its future, so the event's own time moves the clock.
 */
export function followingBus(bus: Bus, clocks: VirtualClocks): Bus {
  return {
    ...bus,
    openReader: (spec) =>
      bus.openReader({
        ...spec,
        onBatch: (batch) => {
          for (const { headers } of batch.records) {
            const time = Instant.safeParse(headers.get(TIME_HEADER)?.toString('utf8'));
            if (time.success) clocks.moveTo(time.data);
          }
          return spec.onBatch(batch);
        },
      }),
  };
}
