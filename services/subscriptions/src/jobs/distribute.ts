import type { DueJob } from '@minzheng/service';
import type { Transaction } from '@minzheng/store';
import { allOf } from '../adapters/all-of.ts';
import { existing } from '../adapters/existing.ts';
import { handoutsOf, keepReferences, wake } from '../adapters/hand-out.ts';
import type { Handout } from '../adapters/hand-out.ts';
import { headsOf } from '../adapters/lanes.ts';
import type { Stores } from '../adapters/stores.ts';
import { createDelivery, laneOf } from '../domain/delivery.ts';
import { DISTRIBUTE, markDistributed } from '../domain/public-event.ts';

/** Events handed out in one commit, and how many deliveries may come of them. */
const PAGE = 200;
const MAX_DELIVERIES = 1_000;

/** Hands new public events out: a page of them, and every delivery that comes of it, is one commit. */
export function distribute(stores: Stores): DueJob {
  return {
    type: 'due',
    kind: DISTRIBUTE,
    run: async ({ kind, subject }, { store, cause }) => {
      const page = async (tx: Transaction): Promise<boolean> => {
        const isMore = await distributePage(tx, stores);
        if (!isMore) tx.unschedule(kind, subject);
        return isMore;
      };
      while (await store.commit(cause, page));
    },
  };
}

/** True when there may be more. A subject's earlier event has the lower sequence, and is there when the later one is. */
async function distributePage(tx: Transaction, stores: Stores): Promise<boolean> {
  const subscriptions = await allOf(tx, stores.subscriptions, {});
  const limit = Math.max(1, Math.min(PAGE, Math.floor(MAX_DELIVERIES / Math.max(1, subscriptions.length))));
  const bySequence = { sort: { by: 'sequence' }, limit } as const;
  const events = await tx.list(stores.publicEvents, { distributed: false }, bySequence);
  const grants = await allOf(tx, stores.grants, { status: 'given' });
  await createDeliveries(tx, stores, handoutsOf(events, subscriptions, grants, tx.today));
  for (const { id } of events) {
    await tx.apply(stores.publicEvents, id, existing('request.not-found', markDistributed));
  }
  return events.length === limit;
}

async function createDeliveries(tx: Transaction, stores: Stores, handouts: readonly Handout[]): Promise<void> {
  const ids = handouts.map(({ deliveryId }) => deliveryId);
  const known = await tx.load(stores.deliveries, ids);
  const fresh = handouts.filter(({ deliveryId }) => !known.has(deliveryId));
  const lanes = fresh.map(({ subscription, event }) => laneOf(subscription.id, event));
  const taken = new Set((await headsOf(tx, stores, lanes)).keys());
  for (const { subscription, event, deliveryId } of fresh) {
    const lane = laneOf(subscription.id, event);
    const how = { at: tx.at, isFirst: !taken.has(lane) };
    await tx.apply(stores.deliveries, deliveryId, () => createDelivery(subscription, event, how));
    taken.add(lane);
  }
  await keepReferences(tx, stores, fresh);
  await wake(
    tx,
    stores,
    fresh.map(({ subscription }) => subscription.id),
  );
}
