import type { ParkedRow, Transaction, WatermarkAdvance } from '@minzheng/store';
import type { StoreParts } from '../store/simulated-store.ts';
import type { Bug } from './bug.ts';
import { withTransaction } from './with-transaction.ts';

type Held<T> = { value: T };

/** A store with some of its parts replaced. */
const but = (store: StoreParts, parts: Partial<StoreParts>): StoreParts => ({
  commit: (cause, work) => store.commit(cause, work),
  ready: () => store.ready(),
  onCommitted: (listener) => store.onCommitted(listener),
  outbox: store.outbox,
  watermarks: store.watermarks,
  parked: store.parked,
  clocks: store.clocks,
  ...parts,
});

/** Mistakes around the transaction that carries a chunk's effects. */
const ofTheChunk: readonly Bug[] = [
  {
    name: 'watermark-after-commit',
    mistake: 'the watermark is moved in a second transaction, after that of the effects',
    store: (store) =>
      but(store, {
        commit: async (cause, work) => {
          const steps: Held<WatermarkAdvance[]> = { value: [] };
          const result = await store.commit(cause, (tx) => {
            steps.value = [];
            return work(withTransaction(tx, { advance: (step) => void steps.value.push(step) }));
          });
          if (steps.value.length > 0) {
            await store.commit(cause, (tx) => Promise.resolve(steps.value.forEach((step) => tx.advance(step))));
          }
          return result;
        },
      }),
  },
  {
    name: 'watermark-not-by-equality',
    mistake: 'the watermark is set to the end of the chunk wherever it stands',
    rules: { standsAt: () => true },
  },
  {
    name: 'watermark-at-least',
    mistake: 'a chunk is let in that begins below the watermark: what lies below is not dropped',
    rules: { standsAt: (next, first) => next !== undefined && first <= next },
  },
  {
    name: 'no-version-check',
    mistake: 'a record is written over although another has changed it since it was read',
    rules: { isConflict: () => false },
  },
  {
    name: 'no-undo',
    mistake: 'of an event whose second reaction fails the first one stays in effect',
    store: (store) =>
      but(store, {
        commit: (cause, work) => store.commit(cause, (tx) => work(withTransaction(tx, { attempt: (step) => step() }))),
      }),
  },
  {
    name: 'acknowledged-before-the-journal',
    mistake: 'a commit is acknowledged before it is written, and lost when it then fails',
    store: (store) =>
      but(store, {
        commit: async (cause, work) => {
          const result = Promise.withResolvers<Awaited<ReturnType<typeof work>>>();
          store
            .commit(cause, async (tx) => {
              const early = await work(tx);
              result.resolve(early);
              return early;
            })
            .catch((error: unknown) => result.reject(error));
          return result.promise;
        },
      }),
  },
];

/** Mistakes around what is set aside. */
const ofTheParked: readonly Bug[] = [
  {
    name: 'park-without-its-key',
    mistake: 'later messages of a parked key are let through',
    store: (store) =>
      but(store, {
        parked: { ...store.parked, parkedKeys: () => Promise.resolve(new Set()), keysOf: () => Promise.resolve([]) },
      }),
  },
  {
    name: 'parked-keys-of-yesterday',
    mistake: 'what is parked in a partition is read once and taken for true for good',
    store: (store) => {
      const first = new Map<string, Promise<string[]>>();
      const keysOf: typeof store.parked.keysOf = (group, topic, partition, limit) => {
        const place = `${topic}|${partition}`;
        const keys = first.get(place) ?? store.parked.keysOf(group, topic, partition, limit);
        first.set(place, keys);
        return keys;
      };
      return but(store, { parked: { ...store.parked, keysOf } });
    },
  },
  {
    name: 'retry-out-of-order',
    mistake: 'a key is retried from its last message on',
    store: (store) =>
      but(store, {
        parked: {
          ...store.parked,
          ofKey: async (group, key, limit) => (await store.parked.ofKey(group, key, limit)).toReversed(),
        },
      }),
  },
  {
    name: 'retry-only-what-is-due',
    mistake: 'a retry takes the rows that are due and does not look at what came before them',
    store: (store) => {
      const due = new Map<string, ParkedRow[]>();
      return but(store, {
        parked: {
          ...store.parked,
          due: async (group, nowMs, limit) => {
            const rows = await store.parked.due(group, nowMs, limit);
            // A poison first of its key is a matter of the dead topic; the rest is retried without it.
            for (const row of rows)
              due.set(
                `${group}|${row.key}`,
                rows.filter(({ key }) => key === row.key),
              );
            return rows;
          },
          ofKey: (group, key) =>
            Promise.resolve(due.get(`${group}|${key}`)?.filter((row) => row.class !== 'poison') ?? []),
        },
      });
    },
  },
  {
    name: 'retry-without-a-turn',
    mistake: 'two processes may retry the same parked message',
    store: (store) =>
      but(store, {
        commit: (cause, work) =>
          store.commit(cause, (tx) =>
            work(
              withTransaction(tx, {
                advance: (step) => {
                  if (step.topic !== 'retries') tx.advance(step);
                },
              }),
            ),
          ),
      }),
  },
  {
    name: 'resolve-before-effect',
    mistake: 'a parked message is taken away in a transaction of its own, before the one of its effect',
    store: (store) =>
      but(store, {
        commit: async (cause, work) => {
          const ids = await idsResolvedBy(store, cause, work);
          if (ids.length > 0) {
            await store.commit(cause, (tx) => Promise.resolve(ids.forEach((id) => tx.resolve(id))));
          }
          return store.commit(cause, (tx) => work(withTransaction(tx, { resolve: () => undefined })));
        },
      }),
  },
];

class LookedOnly extends Error {}

/** Runs the work for nothing but to see what it would take away. */
async function idsResolvedBy(
  store: StoreParts,
  cause: Parameters<StoreParts['commit']>[0],
  work: (tx: Transaction) => Promise<unknown>,
): Promise<string[]> {
  let ids: string[] = [];
  const looking = store.commit(cause, async (tx) => {
    ids = [];
    await work(withTransaction(tx, { resolve: (id) => void ids.push(id) }));
    throw new LookedOnly();
  });
  await looking.catch(() => undefined);
  return ids;
}

export const storeBugs: readonly Bug[] = [...ofTheChunk, ...ofTheParked];
