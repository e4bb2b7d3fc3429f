import { randomUUID } from 'node:crypto';
import type { Route } from '@minzheng/http';
import { defineService, run } from '@minzheng/service';
import { nothingWaitsInVain } from './adapters/checks.ts';
import { openStores } from './adapters/stores.ts';
import type { Stores } from './adapters/stores.ts';
import { webhookClient } from './adapters/webhook-client.ts';
import { Settings } from './config.ts';
import { deliver } from './jobs/deliver.ts';
import { distribute } from './jobs/distribute.ts';
import { replayEvents } from './jobs/replay.ts';
import { verifyEndpoint } from './jobs/verify-endpoint.ts';
import { onPublicEvents } from './reactions/public-events.ts';
import { deliveryRoutes } from './routes/deliveries.ts';
import { grantRoutes } from './routes/grants.ts';
import { inboundEventRoutes } from './routes/inbound-events.ts';
import { subscriptionRoutes } from './routes/subscriptions.ts';
import type { SubscriptionSettings } from './routes/subscriptions.ts';

/** What stands behind the table. */
interface Behind {
  readonly stores: Stores;
  readonly settings: SubscriptionSettings;
}

/** The whole table, of what stands behind it; the contract is generated from it. */
export const routes = ({ stores, settings }: Behind): Route[] => [
  ...grantRoutes(stores),
  ...subscriptionRoutes(stores, settings),
  ...deliveryRoutes(stores),
  ...inboundEventRoutes(stores),
];

/** Public events to other government systems, signed and in order; and what they tell us. */
export const subscriptions = defineService({
  name: 'subscriptions',
  settings: Settings,
  migrations: new URL('../migrations/', import.meta.url),
  build: ({ settings, store, clocks: { machine } }) => {
    const stores = openStores(store);
    const policy = settings.MINZHENG_ENV === 'local' ? 'anything-local' : 'public-https';
    const client = webhookClient({ policy, machine });
    const sender = {
      owner: randomUUID(),
      pausesS: settings.DELIVERY_PAUSES_SECONDS,
      nowMs: () => machine.nowMs(),
      chance: Math.random,
    };
    return {
      routes: routes({ stores, settings: { policy, machine } }),
      reactions: onPublicEvents(stores.publicEvents),
      jobs: [
        distribute(stores),
        verifyEndpoint(stores, client, sender),
        deliver(stores, client, sender),
        replayEvents(stores),
      ],
      checks: [nothingWaitsInVain(stores)],
      close: () => client.close(),
    };
  },
});

if (import.meta.main) await run(subscriptions, process.env);
