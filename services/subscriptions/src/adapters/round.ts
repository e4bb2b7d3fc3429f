import type { Transaction } from '@minzheng/store';
import { decided } from '@minzheng/types';
import type { Instant, SubscriptionId } from '@minzheng/types';
import { conclude, SENDABLE, withdraw } from '../domain/delivery.ts';
import type { Answer, Delivery } from '../domain/delivery.ts';
import {
  claimFeed,
  concludeRound,
  isClaimedByAnother,
  newFeed,
  reasonToDisable,
  releaseFeed,
  roundSize,
} from '../domain/feed.ts';
import type { Attempted, Feed } from '../domain/feed.ts';
import { letsReceive } from '../domain/grant.ts';
import { outgoingEvent } from '../domain/outgoing-event.ts';
import { sharedFact } from '../domain/public-event.ts';
import type { PublicEvent } from '../domain/public-event.ts';
import { DELIVER, disableSubscription, signingSecrets } from '../domain/subscription.ts';
import type { Subscription } from '../domain/subscription.ts';
import { allOf } from './all-of.ts';
import { existing } from './existing.ts';
import { advanceLanes } from './lanes.ts';
import type { Stores } from './stores.ts';
import type { Webhook } from './webhook-client.ts';

/** What a process sends next, and no other meanwhile. */
export interface Round {
  readonly subscriptionId: SubscriptionId;
  readonly sends: readonly { readonly delivery: Delivery; readonly webhook: Webhook }[];
}

/** Who sends: `owner` is this process; `nowMs` its clock. */
export interface Sender {
  readonly owner: string;
  readonly pausesS: readonly number[];
  readonly nowMs: () => number;
  /** From 0 to 1. */
  readonly chance: () => number;
}

/** Another process is sending to this subscription. */
export class ClaimedByAnother extends Error {
  override readonly name = 'ClaimedByAnother';
  readonly retriable = true;
}

/** Commits to what is sent next, at most one of each lane; undefined when nothing is due, and then the deadline says when to look again. */
export async function beginRound(
  tx: Transaction,
  stores: Stores,
  id: SubscriptionId,
  sender: Sender,
): Promise<Round | undefined> {
  const subscription = await tx.find(stores.subscriptions, id);
  const feed = (await tx.find(stores.feeds, id)) ?? newFeed(id);
  if (isClaimedByAnother(feed, sender.owner, sender.nowMs())) throw new ClaimedByAnother();
  if (subscription?.status !== 'active') return await leave(tx, stores, id);
  if (feed.restUntil !== undefined && feed.restUntil > tx.at) return await leave(tx, stores, id, feed.restUntil);
  const due = await dueOf(tx, stores, feed);
  if (due.length === 0) return await leave(tx, stores, id, await nextDueOf(tx, stores, id));
  await tx.apply(stores.feeds, id, (state = feed) => claimFeed(state, sender.owner, sender.nowMs()));
  const allowed = await stillAllowed(tx, stores, subscription, due);
  const sends = allowed.map(({ delivery, event }) => ({
    delivery,
    webhook: webhookOf(stores, subscription, delivery, event, sender.nowMs()),
  }));
  return { subscriptionId: id, sends };
}

/** Nothing to send now; looked at again at `dueAt`, or when somebody sets the deadline anew. */
async function leave(tx: Transaction, stores: Stores, id: SubscriptionId, dueAt?: Instant): Promise<undefined> {
  await tx.apply(stores.feeds, id, (feed = newFeed(id)) => releaseFeed(feed));
  if (dueAt === undefined) tx.unschedule(DELIVER, id);
  else tx.schedule({ kind: DELIVER, subject: id, dueAt });
}

const dueOf = (tx: Transaction, { deliveries }: Stores, feed: Feed): Promise<Delivery[]> =>
  tx.list(
    deliveries,
    { subscriptionId: feed.id, status: { $in: SENDABLE }, nextAt: { $lte: tx.at } },
    { sort: { by: 'nextAt' }, limit: roundSize(feed) },
  );

async function nextDueOf(
  tx: Transaction,
  { deliveries }: Stores,
  subscriptionId: SubscriptionId,
): Promise<Instant | undefined> {
  const filter = { subscriptionId, status: { $in: SENDABLE } };
  const [next] = await tx.list(deliveries, filter, { sort: { by: 'nextAt' }, limit: 1 });
  return next?.nextAt;
}

interface Allowed {
  readonly delivery: Delivery;
  readonly event: PublicEvent;
}

/** Grants are asked at the last moment: what one does not cover any more is withdrawn. */
async function stillAllowed(
  tx: Transaction,
  stores: Stores,
  { agency }: Subscription,
  due: readonly Delivery[],
): Promise<Allowed[]> {
  const ids = due.map(({ publicEventId }) => publicEventId);
  const events = await tx.load(stores.publicEvents, ids);
  const grants = await allOf(tx, stores.grants, { agency, status: 'given' });
  const pairs = due.flatMap((delivery) => {
    const event = events.get(delivery.publicEventId);
    return event === undefined ? [] : [{ delivery, event }];
  });
  const [allowed, ended] = partition(pairs, ({ event }) => letsReceive(grants, sharedFact(event), tx.today));
  for (const { delivery } of ended) {
    await tx.apply(
      stores.deliveries,
      delivery.id,
      existing('request.not-found', (state) => withdraw(state, tx.at)),
    );
  }
  await advanceLanes(
    tx,
    stores,
    ended.map(({ delivery }) => delivery.lane),
  );
  return allowed;
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter((one) => isFirst(one)), all.filter((one) => !isFirst(one))];
}

function webhookOf(
  stores: Stores,
  subscription: Subscription,
  { id }: Delivery,
  event: PublicEvent,
  nowMs: number,
): Webhook {
  const { agency, endpoint } = subscription;
  const reference = event.personId && stores.referenceOf(agency, event.personId);
  const body = JSON.stringify(outgoingEvent(event, reference));
  return { endpoint, id, body, secrets: signingSecrets(subscription, nowMs) };
}

/** Commits what came of a round: each delivery, how the endpoint does, and what may go next. */
export async function concludeSends(
  tx: Transaction,
  stores: Stores,
  { subscriptionId: id, sends }: Round,
  answers: readonly Answer[],
  sender: Sender,
): Promise<void> {
  if (sends.length === 0) return;
  const how = { at: tx.at, chance: sender.chance(), pausesS: sender.pausesS };
  const attempts: Attempted[] = [];
  const through: string[] = [];
  for (const [i, { delivery }] of sends.entries()) {
    const answer = answers[i] as Answer;
    const state = await tx.apply(
      stores.deliveries,
      delivery.id,
      // What a replay has put back into line meanwhile is sent again in its turn.
      existing('request.not-found', (known) =>
        SENDABLE.includes(known.status) ? conclude(known, answer, how) : decided(known),
      ),
    );
    attempts.push({ delivery, answer, isLast: state.status === 'permanent-failure' });
    if (state.status === 'delivered') through.push(state.lane);
  }
  await advanceLanes(tx, stores, through);
  const feed = await tx.apply(stores.feeds, id, (state = newFeed(id)) => concludeRound(state, attempts, how));
  await disableIfHopeless(tx, stores, feed, attempts);
}

async function disableIfHopeless(
  tx: Transaction,
  { subscriptions }: Stores,
  feed: Feed,
  attempts: readonly Attempted[],
): Promise<void> {
  const reason = reasonToDisable(feed, attempts, tx.at);
  const subscription = await tx.find(subscriptions, feed.id);
  if (reason === undefined || subscription?.status !== 'active') return;
  await tx.apply(
    subscriptions,
    feed.id,
    existing('subscription.not-found', (state) => disableSubscription(state, reason, tx.at)),
  );
}
