import { errand } from '@minzheng/service';
import type { ErrandContext, ErrandJob } from '@minzheng/service';
import { SubscriptionId } from '@minzheng/types';
import { beginRound, concludeSends } from '../adapters/round.ts';
import type { Sender } from '../adapters/round.ts';
import type { Stores } from '../adapters/stores.ts';
import type { WebhookClient } from '../adapters/webhook-client.ts';
import { DELIVER } from '../domain/subscription.ts';

/** After so many rounds the others have their turn. */
const MAX_ROUNDS = 100;

/**
 * Sends what is due to one subscription, round by round: commit the intent, call with the deliveries' own ids, commit the outcome.
 * One process at a time; after a crash what may have gone out goes out again under its id.
 */
export function deliver(stores: Stores, client: WebhookClient, sender: Sender): ErrandJob {
  return errand(DELIVER, async ({ subject }, { store, cause }: ErrandContext) => {
    const id = SubscriptionId.parse(subject);
    for (let rounds = 0; rounds < MAX_ROUNDS; rounds += 1) {
      const round = await store.commit(cause, (tx) => beginRound(tx, stores, id, sender));
      if (round === undefined) return;
      const answers = await Promise.all(round.sends.map(({ webhook }) => client.send(webhook)));
      await store.commit(cause, (tx) => concludeSends(tx, stores, round, answers, sender));
    }
    await store.commit(cause, async (tx) => tx.schedule({ kind: DELIVER, subject: id, dueAt: tx.at }));
  });
}
