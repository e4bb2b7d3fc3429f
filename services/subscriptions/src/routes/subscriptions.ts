import { After, command, listOf, pageAfter, paged, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { AgencyCode, decided, Instant, instant, SubscriptionId } from '@minzheng/types';
import type { Caller, MachineClock } from '@minzheng/types';
import { z } from 'zod';
import { allOf } from '../adapters/all-of.ts';
import { newSigningSecret } from '../adapters/signature.ts';
import type { Stores } from '../adapters/stores.ts';
import { readEndpoint } from '../domain/endpoint.ts';
import type { EndpointPolicy } from '../domain/endpoint.ts';
import { beginReplay, newFeed } from '../domain/feed.ts';
import { EventTypes } from '../domain/grant.ts';
import {
  createSubscription,
  DisabledReason,
  disableSubscription,
  enableSubscription,
  MAX_SUBSCRIPTIONS,
  rotateSecret,
  SubscriptionStatus,
} from '../domain/subscription.ts';
import type { Subscription } from '../domain/subscription.ts';
import { agencyOf, ofAgency, onOwnSubscription, visibleSubscription } from './agency.ts';

const MAX_ENDPOINT = 500;

const SubscriptionView = z.strictObject({
  subscriptionId: SubscriptionId,
  agency: AgencyCode,
  endpoint: z.string(),
  types: EventTypes,
  status: SubscriptionStatus,
  reason: DisabledReason.optional(),
});
/** The only answers that show a secret. */
const Created = z.strictObject({ ...SubscriptionView.shape, secret: z.string() });
const Rotated = z.strictObject({ secret: z.string(), previousUntil: Instant });
const Replaying = z.strictObject({ subscriptionId: SubscriptionId, from: Instant, to: Instant });

const params = z.strictObject({ subscriptionId: SubscriptionId });
const AS_SYSTEM = { cause: { viewer: 'system' } } as const;

/** What the routes need beside the stores. */
export interface SubscriptionSettings {
  readonly policy: EndpointPolicy;
  readonly machine: MachineClock;
}

/** Subscriptions as their own agency keeps them. */
export function subscriptionRoutes(stores: Stores, settings: SubscriptionSettings): Route[] {
  return [create(stores, settings), rotate(stores, settings), ...switches(stores), replay(stores), ...reads(stores)];
}

const create = (stores: Stores, { policy }: SubscriptionSettings): Route =>
  command({
    path: '/subscriptions',
    operationId: 'createSubscription',
    summary: 'Subscribes an endpoint of the agency; the secret is shown this once',
    roles: ['agency-engineer'],
    body: z.strictObject({ endpoint: z.string().max(MAX_ENDPOINT), types: EventTypes.min(1) }),
    reply: { status: 201, body: Created },
    decide: async (tx, { body, caller, at, today }) => {
      const agency = agencyOf(caller);
      const endpoint = endpointOf(body.endpoint, policy);
      await refuseTooMany(tx, stores, agency);
      const id = SubscriptionId.parse(tx.newId());
      const secret = newSigningSecret();
      const grants = await allOf(tx, stores.grants, { agency, status: 'given' });
      const wanted = { id, agency, endpoint, types: [...new Set(body.types)], secret };
      const decide = () => createSubscription(wanted, grants, { at, today });
      const subscription = await tx.apply(stores.subscriptions, id, decide, AS_SYSTEM);
      audited(tx, 'subscription.create', id);
      return { ...viewOf(subscription), secret };
    },
  });

const rotate = (stores: Stores, { machine }: SubscriptionSettings): Route =>
  command({
    path: '/subscriptions/:subscriptionId/rotate-secret',
    operationId: 'rotateSecret',
    summary: 'Gives a new secret, shown this once; the old one signs beside it for a day',
    roles: ['agency-engineer'],
    params,
    reply: { status: 200, body: Rotated },
    decide: async (tx, { params: { subscriptionId: id }, caller, at }) => {
      const secret = newSigningSecret();
      const { previous } = await onOwnSubscription(tx, stores, caller, id, (subscription) =>
        rotateSecret(subscription, secret, { at, nowMs: machine.nowMs() }),
      );
      audited(tx, 'subscription.rotate-secret', id);
      return { secret, previousUntil: instant.of(previous?.untilMs ?? machine.nowMs()) };
    },
  });

const switches = (stores: Stores): Route[] => [
  command({
    path: '/subscriptions/:subscriptionId/disable',
    operationId: 'disableSubscription',
    summary: 'Stops sending; what gathers is kept',
    roles: ['agency-engineer'],
    params,
    reply: { status: 200, body: SubscriptionView },
    decide: (tx, { params: { subscriptionId: id }, caller, at }) =>
      switched(tx, stores, caller, id, 'subscription.disable', (subscription) =>
        disableSubscription(subscription, 'on-request', at),
      ),
  }),
  command({
    path: '/subscriptions/:subscriptionId/enable',
    operationId: 'enableSubscription',
    summary: 'Asks the endpoint anew, and then sends everything that it has missed',
    roles: ['agency-engineer'],
    params,
    reply: { status: 200, body: SubscriptionView },
    decide: (tx, { params: { subscriptionId: id }, caller, at }) =>
      switched(tx, stores, caller, id, 'subscription.enable', (subscription) => enableSubscription(subscription, at)),
  }),
];

const replay = (stores: Stores): Route =>
  command({
    path: '/subscriptions/:subscriptionId/replay',
    operationId: 'replaySubscription',
    summary: 'Sends everything from a time on once more, under the same ids',
    roles: ['agency-engineer'],
    params,
    body: z.strictObject({ from: Instant }),
    reply: { status: 202, body: Replaying },
    decide: async (tx, { params: { subscriptionId: id }, body: { from }, caller, at }) => {
      await onOwnSubscription(tx, stores, caller, id, (subscription) => decided(subscription));
      await tx.apply(stores.feeds, id, (feed = newFeed(id)) => beginReplay(feed, from, at), AS_SYSTEM);
      audited(tx, 'subscription.replay', id);
      return { subscriptionId: id, from, to: at };
    },
  });

const reads = (stores: Stores): Route[] => [
  query({
    path: '/subscriptions',
    operationId: 'listSubscriptions',
    summary: 'Subscriptions; an agency sees its own',
    roles: ['agency-desk', 'agency-engineer'],
    query: z.strictObject({ agency: AgencyCode.optional(), after: After }),
    reply: { body: listOf(SubscriptionView) },
    read: async ({ caller, query: { agency, after } }) =>
      paged(await stores.subscriptions.list('system', ofAgency(caller, agency), pageAfter(after)), viewOf),
  }),
  query({
    path: '/subscriptions/:subscriptionId',
    operationId: 'readSubscription',
    summary: 'One subscription, without its secret',
    roles: ['agency-desk', 'agency-engineer'],
    params,
    reply: { body: SubscriptionView },
    read: async ({ caller, params: { subscriptionId } }) =>
      viewOf(await visibleSubscription(stores, caller, subscriptionId)),
  }),
];

async function switched(
  tx: Transaction,
  stores: Stores,
  caller: Caller,
  id: SubscriptionId,
  action: string,
  decide: Parameters<typeof onOwnSubscription>[4],
) {
  const subscription = await onOwnSubscription(tx, stores, caller, id, decide);
  audited(tx, action, id);
  return viewOf(subscription);
}

async function refuseTooMany(tx: Transaction, { subscriptions }: Stores, agency: AgencyCode): Promise<void> {
  const have = await tx.list(subscriptions, { agency }, { limit: MAX_SUBSCRIPTIONS }, 'system');
  if (have.length < MAX_SUBSCRIPTIONS) return;
  throw new Refused({ code: 'subscription.too-many', params: { maximum: MAX_SUBSCRIPTIONS } });
}

function endpointOf(text: string, policy: EndpointPolicy): string {
  const endpoint = readEndpoint(text, policy);
  if (endpoint !== undefined) return endpoint;
  const code = 'subscription.endpoint-not-allowed';
  throw new Refused({ code, errors: [{ pointer: '/endpoint', code }] });
}

function audited(tx: Transaction, action: string, id: SubscriptionId): void {
  tx.audit({ action, object: `subscriptions/${id}`, purpose: 'data-sharing' });
}

function viewOf({ id, agency, endpoint, types, status, reason }: Subscription) {
  return { subscriptionId: id, agency, endpoint, types, status, ...(reason !== undefined && { reason }) };
}
