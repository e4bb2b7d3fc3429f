import { errand } from '@minzheng/service';
import type { ErrandContext, ErrandJob } from '@minzheng/service';
import type { Transaction } from '@minzheng/store';
import { SubscriptionId } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { existing } from '../adapters/existing.ts';
import type { Sender } from '../adapters/round.ts';
import type { Stores } from '../adapters/stores.ts';
import type { Handshake, WebhookClient } from '../adapters/webhook-client.ts';
import { advance, replay } from '../domain/delivery.ts';
import { freshFeed, newFeed } from '../domain/feed.ts';
import { disableSubscription, missHandshake, VERIFY, verifySubscription } from '../domain/subscription.ts';
import type { Subscription } from '../domain/subscription.ts';

const CHUNK = 200;

/** Asks an endpoint whether it wants to be sent to. Asking changes nothing there, so it may be asked again at any time. */
export function verifyEndpoint(stores: Stores, client: WebhookClient, sender: Sender): ErrandJob {
  return errand(VERIFY, async ({ subject }, { store, cause }: ErrandContext) => {
    const id = SubscriptionId.parse(subject);
    const subscription = await stores.subscriptions.find('system', id);
    if (subscription?.status !== 'verifying') {
      return await store.commit(cause, async (tx) => tx.unschedule(VERIFY, id));
    }
    const said = await client.shakeHands(subscription.endpoint);
    if (said === 'allowed') while (await store.commit(cause, (tx) => reviveChunk(tx, stores, id)));
    return await store.commit(cause, (tx) => conclude(tx, stores, id, said, sender));
  });
}

async function conclude(
  tx: Transaction,
  { subscriptions, feeds }: Stores,
  id: SubscriptionId,
  said: Handshake,
  sender: Sender,
): Promise<void> {
  const subscription = await tx.find(subscriptions, id);
  if (subscription?.status !== 'verifying') return tx.unschedule(VERIFY, id);
  await tx.apply(
    subscriptions,
    id,
    existing('subscription.not-found', (state) => decisionOn(state, said, tx, sender)),
  );
  await tx.apply(feeds, id, (feed = newFeed(id)) => freshFeed(feed));
}

function decisionOn(
  subscription: Subscription,
  said: Handshake,
  { at }: Transaction,
  { pausesS, chance }: Sender,
): Decision<Subscription> {
  if (said === 'allowed') return verifySubscription(subscription, at);
  if (said === 'refused') return disableSubscription(subscription, 'refused', at);
  return missHandshake(subscription, pausesS, { at, chance: chance() });
}

/** What had failed for good stands first in its lane again. True when there may be more. */
async function reviveChunk(tx: Transaction, { deliveries }: Stores, subscriptionId: SubscriptionId): Promise<boolean> {
  const failed = await tx.list(deliveries, { subscriptionId, status: 'permanent-failure' }, { limit: CHUNK });
  for (const { id } of failed) {
    for (const step of [replay, advance]) {
      await tx.apply(
        deliveries,
        id,
        existing('request.not-found', (state) => step(state, tx.at)),
      );
    }
  }
  return failed.length === CHUNK;
}
