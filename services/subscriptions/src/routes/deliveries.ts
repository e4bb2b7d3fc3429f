import { After, listOf, pageAfter, paged, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { DeliveryId, Instant, SubscriptionId } from '@minzheng/types';
import { z } from 'zod';
import type { Stores } from '../adapters/stores.ts';
import { Answer, DeliveryStatus, SENDABLE } from '../domain/delivery.ts';
import type { Delivery } from '../domain/delivery.ts';
import { visibleSubscription } from './agency.ts';

const DeliveryView = z.strictObject({
  deliveryId: DeliveryId,
  type: z.string(),
  status: DeliveryStatus,
  attempts: z.int(),
  /** What the endpoint said last, or why it said nothing. */
  last: Answer.optional(),
  nextAt: Instant.optional(),
  createdAt: Instant,
  changedAt: Instant,
});

/** What became of each event, for the agency itself and for the desk. */
export function deliveryRoutes(stores: Stores): Route[] {
  return [
    query({
      path: '/subscriptions/:subscriptionId/deliveries',
      operationId: 'listDeliveries',
      summary: 'What was sent to a subscription, and what came of it',
      roles: ['agency-desk', 'agency-engineer'],
      params: z.strictObject({ subscriptionId: SubscriptionId }),
      query: z.strictObject({ status: DeliveryStatus.optional(), after: After }),
      reply: { body: listOf(DeliveryView) },
      read: async ({ caller, params: { subscriptionId }, query: { status, after } }) => {
        await visibleSubscription(stores, caller, subscriptionId);
        const filter = { subscriptionId, ...(status !== undefined && { status }) };
        return paged(await stores.deliveries.list('system', filter, pageAfter(after)), viewOf);
      },
    }),
  ];
}

const viewOf = ({ id, type, status, attempts, last, nextAt, createdAt, changedAt }: Delivery) => ({
  deliveryId: id,
  type,
  status,
  attempts,
  ...(last && { last }),
  ...(SENDABLE.includes(status) && { nextAt }),
  createdAt,
  changedAt,
});
