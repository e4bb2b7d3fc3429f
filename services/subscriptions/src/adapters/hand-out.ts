import type { Transaction } from '@minzheng/store';
import { decided } from '@minzheng/types';
import type { AgencyCode, LocalDate, PersonId, SubscriptionId } from '@minzheng/types';
import { deliveryIdOf } from '../domain/delivery.ts';
import { newFeed } from '../domain/feed.ts';
import { letsReceive } from '../domain/grant.ts';
import type { Grant } from '../domain/grant.ts';
import { sharedFact } from '../domain/public-event.ts';
import type { PublicEvent } from '../domain/public-event.ts';
import { DELIVER } from '../domain/subscription.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Stores } from './stores.ts';

/** An event for a subscription that wants it and may have it. */
export interface Handout {
  readonly subscription: Subscription;
  readonly event: PublicEvent;
  readonly deliveryId: ReturnType<typeof deliveryIdOf>;
}

/** Which of the events go to which of the subscriptions, in the order of the events. */
export function handoutsOf(
  events: readonly PublicEvent[],
  subscriptions: readonly Subscription[],
  grants: readonly Grant[],
  today: LocalDate,
): Handout[] {
  const byAgency = Map.groupBy(grants, ({ agency }) => agency);
  const wants = ({ agency, types }: Subscription, event: PublicEvent): boolean =>
    types.includes(event.type) && letsReceive(byAgency.get(agency) ?? [], sharedFact(event), today);
  return events.flatMap((event) =>
    subscriptions
      .filter((subscription) => wants(subscription, event))
      .map((subscription) => ({ subscription, event, deliveryId: deliveryIdOf(subscription.id, event) })),
  );
}

/** Remembers under which reference an agency will know whom, so that it can tell us of them in its turn. */
export async function keepReferences(
  tx: Transaction,
  { references, referenceOf }: Stores,
  handouts: readonly Handout[],
): Promise<void> {
  const named = handouts.flatMap(({ subscription: { agency }, event: { personId } }) =>
    personId === undefined ? [] : [[referenceOf(agency, personId), { agency, personId }] as const],
  );
  const fresh = new Map<string, { agency: AgencyCode; personId: PersonId }>(named);
  const known = await tx.load(references, [...fresh.keys()]);
  for (const [id, whose] of fresh) {
    if (!known.has(id)) await tx.apply(references, id, (state = { id, ...whose }) => decided(state));
  }
}

/** There is something to send. Writing the feed puts this commit in line with the rounds that send. */
export async function wake(tx: Transaction, { feeds }: Stores, ids: Iterable<SubscriptionId>): Promise<void> {
  for (const id of new Set(ids)) {
    await tx.apply(feeds, id, (feed = newFeed(id)) => decided(feed));
    tx.schedule({ kind: DELIVER, subject: id, dueAt: tx.at });
  }
}
