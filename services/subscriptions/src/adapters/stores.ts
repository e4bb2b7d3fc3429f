import type { Repository, Store } from '@minzheng/store';
import { AgencyCode, digestId, InboundEventId, PersonId } from '@minzheng/types';
import { z } from 'zod';
import { Delivery } from '../domain/delivery.ts';
import { Feed } from '../domain/feed.ts';
import { Grant } from '../domain/grant.ts';
import { InboundEvent } from '../domain/inbound-event.ts';
import { PublicEvent } from '../domain/public-event.ts';
import { Subscription } from '../domain/subscription.ts';

/** 人员代号: the name by which one agency knows a person. */
export const PersonReference = z.strictObject({ id: z.string(), agency: AgencyCode, personId: PersonId });
export type PersonReference = z.infer<typeof PersonReference>;

/** Everything this service keeps. No division and no person of the caller's says whose it is: routes ask by agency (routes/agency.ts). */
export interface Stores {
  readonly grants: Repository<Grant>;
  readonly subscriptions: Repository<Subscription>;
  readonly feeds: Repository<Feed>;
  readonly publicEvents: Repository<PublicEvent>;
  readonly deliveries: Repository<Delivery>;
  readonly references: Repository<PersonReference>;
  readonly inboundEvents: Repository<InboundEvent>;
  /** The agency's own reference of a person: a keyed digest, another one for each agency, that nobody can turn back. */
  readonly referenceOf: (agency: AgencyCode, personId: PersonId) => string;
  /** One event of an agency, once. Keyed too: agencies build an event's id of the number they know a person by. */
  readonly inboundEventIdOf: (agency: AgencyCode, source: string, eventId: string) => InboundEventId;
}

export function openStores(store: Store): Stores {
  return {
    grants: store.repository({ collection: 'grants', state: Grant }),
    subscriptions: store.repository({
      collection: 'subscriptions',
      state: Subscription,
      // The secrets lie under a key of the subscription's own, as a person's data lies under the person's.
      sealed: { personOf: ({ id }) => PersonId.parse(id), fields: ['secret', 'previous'] },
    }),
    feeds: store.repository({ collection: 'feeds', state: Feed }),
    publicEvents: store.repository({ collection: 'public_events', state: PublicEvent }),
    deliveries: store.repository({ collection: 'deliveries', state: Delivery }),
    references: store.repository({ collection: 'person_references', state: PersonReference }),
    inboundEvents: store.repository({
      collection: 'inbound_events',
      state: InboundEvent,
      // The agency's own words: what they say of a person is not ours to choose.
      sealed: { personOf: ({ personId }) => personId, fields: ['source', 'eventId'] },
    }),
    referenceOf: (agency, personId) => store.vault.blindIndex(`person-of-${agency}`, personId),
    inboundEventIdOf: (agency, source, eventId) => {
      const keyed = store.vault.blindIndex('inbound_events.id', JSON.stringify([source, eventId]));
      return InboundEventId.parse(digestId([agency, keyed]));
    },
  };
}
