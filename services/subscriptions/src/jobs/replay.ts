import type { DueJob } from '@minzheng/service';
import type { Transaction } from '@minzheng/store';
import { SubscriptionId } from '@minzheng/types';
import { allOf } from '../adapters/all-of.ts';
import { existing } from '../adapters/existing.ts';
import { handoutsOf, keepReferences, wake } from '../adapters/hand-out.ts';
import type { Handout } from '../adapters/hand-out.ts';
import { firstWaitingOf, headsOf } from '../adapters/lanes.ts';
import type { Stores } from '../adapters/stores.ts';
import { advance, createDelivery, holdBack, replay, SENDABLE } from '../domain/delivery.ts';
import type { Delivery } from '../domain/delivery.ts';
import { carryReplayOn, newFeed } from '../domain/feed.ts';
import type { ReplayOf } from '../domain/feed.ts';
import { REPLAY } from '../domain/subscription.ts';

const PAGE = 200;

/** Puts every public event of a subscription's replay into line once more, a page of them in each commit. */
export function replayEvents(stores: Stores): DueJob {
  return {
    type: 'due',
    kind: REPLAY,
    run: async ({ kind, subject }, { store, cause }) => {
      const id = SubscriptionId.parse(subject);
      const page = async (tx: Transaction): Promise<boolean> => {
        const isMore = await replayPage(tx, stores, id);
        if (!isMore) tx.unschedule(kind, subject);
        return isMore;
      };
      while (await store.commit(cause, page));
    },
  };
}

async function replayPage(tx: Transaction, stores: Stores, id: SubscriptionId): Promise<boolean> {
  const subscription = await tx.find(stores.subscriptions, id);
  const asked = (await tx.find(stores.feeds, id))?.replay;
  if (subscription === undefined || asked === undefined) return false;
  const events = await eventsOf(tx, stores, asked);
  const grants = await allOf(tx, stores.grants, { agency: subscription.agency, status: 'given' });
  const handouts = handoutsOf(events, [subscription], grants, tx.today);
  await queueAgain(tx, stores, handouts);
  await keepReferences(tx, stores, handouts);
  const last = events.length === PAGE ? events.at(-1) : undefined;
  const after = last && { value: last.time, id: last.id };
  await tx.apply(stores.feeds, id, (feed = newFeed(id)) => carryReplayOn(feed, after));
  await wake(tx, stores, [id]);
  return after !== undefined;
}

/** What is not handed out yet comes by itself. */
const eventsOf = (tx: Transaction, { publicEvents }: Stores, { from, to, after }: ReplayOf) =>
  tx.list(
    publicEvents,
    { time: { $gte: from, $lte: to }, distributed: true },
    { sort: { by: 'time' }, limit: PAGE, ...(after && { after }) },
  );

/** What is through waits again; then the first of each lane stands at its head, before whatever stood there. */
async function queueAgain(tx: Transaction, stores: Stores, handouts: readonly Handout[]): Promise<void> {
  await tx.load(
    stores.deliveries,
    handouts.map(({ deliveryId }) => deliveryId),
  );
  const queued: Delivery[] = [];
  for (const { subscription, event, deliveryId } of handouts) {
    const known = await tx.find(stores.deliveries, deliveryId);
    if (known !== undefined && (known.status === 'waiting' || SENDABLE.includes(known.status))) continue;
    queued.push(
      await tx.apply(stores.deliveries, deliveryId, (state) =>
        state === undefined ? createDelivery(subscription, event, { at: tx.at, isFirst: false }) : replay(state, tx.at),
      ),
    );
  }
  await putFirst(tx, stores, queued);
}

async function putFirst(tx: Transaction, stores: Stores, queued: readonly Delivery[]): Promise<void> {
  const lanes = [...new Set(queued.map(({ lane }) => lane))];
  const heads = await headsOf(tx, stores, lanes);
  const waiting = await firstWaitingOf(tx, stores, lanes);
  for (const [lane, ofLane] of Map.groupBy(queued, (delivery) => delivery.lane)) {
    const candidates = [...ofLane, ...(waiting.has(lane) ? [waiting.get(lane) as Delivery] : [])];
    const first = candidates.toSorted((a, b) => a.sequence - b.sequence)[0] as Delivery;
    const head = heads.get(lane);
    if (head !== undefined && (head.status === 'permanent-failure' || head.sequence < first.sequence)) continue;
    if (head !== undefined) await step(tx, stores, head, holdBack);
    await step(tx, stores, first, advance);
  }
}

async function step(tx: Transaction, { deliveries }: Stores, { id }: Delivery, decide: typeof advance): Promise<void> {
  await tx.apply(
    deliveries,
    id,
    existing('request.not-found', (state) => decide(state, tx.at)),
  );
}
