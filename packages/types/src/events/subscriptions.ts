import { z } from 'zod';
import { AgencyCode, SubscriptionId } from '../ids.ts';
import { LocalDate } from '../local-date.ts';
import { defineEvent } from './define-event.ts';
import type { EventOf } from './define-event.ts';

export const SubscriptionDisabled = defineEvent({
  type: 'org.minzheng.subscriptions.subscription.disabled.v1',
  audience: 'internal',
  meaning: 'An endpoint of another agency gets no more events until its agency enables it again',
  data: z.object({
    subscriptionId: SubscriptionId,
    agency: AgencyCode,
    /** 'gone': it answered 410; 'refused': it leads to where we do not call; the agency itself: 'on-request'. */
    reason: z.enum(['gone', 'unreachable', 'not-verified', 'refused', 'on-request']),
  }),
});
export type SubscriptionDisabled = EventOf<typeof SubscriptionDisabled>;

export const LifeEventReceived = defineEvent({
  type: 'org.minzheng.subscriptions.life-event.received.v1',
  audience: 'internal',
  meaning: 'Another agency has told us of something in the life of a person we know',
  partitionBy: 'person',
  data: z.object({
    /** 死亡 */
    kind: z.literal('death'),
    occurredOn: LocalDate,
    agency: AgencyCode,
  }),
});
export type LifeEventReceived = EventOf<typeof LifeEventReceived>;
