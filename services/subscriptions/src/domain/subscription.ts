import {
  AgencyCode,
  decided,
  Instant,
  instant,
  moved,
  refuse,
  SubscriptionDisabled,
  SubscriptionId,
  withDeadlines,
} from '@minzheng/types';
import type { Decision, LocalDate, Transitions } from '@minzheng/types';
import { z } from 'zod';
import { EventTypes, letsSubscribe } from './grant.ts';
import type { Grant } from './grant.ts';
import { pauseMs } from './retry-schedule.ts';

export const SubscriptionStatus = z.enum(['verifying', 'active', 'disabled']);
export type SubscriptionStatus = z.infer<typeof SubscriptionStatus>;

export const DisabledReason = SubscriptionDisabled.data.shape.reason;
export type DisabledReason = z.infer<typeof DisabledReason>;

/** A secret that still counts until a moment of the machine's clock, in ms. */
const OldSecret = z.strictObject({ secret: z.string(), untilMs: z.int() });

/** 订阅: an endpoint of an agency with the event types it wants. Nothing is sent before it has said that it wants to be sent to. */
export const Subscription = z.strictObject({
  id: SubscriptionId,
  agency: AgencyCode,
  endpoint: z.string(),
  types: EventTypes,
  status: SubscriptionStatus,
  reason: DisabledReason.optional(),
  /** 签名密钥: `whsec_` and base64. */
  secret: z.string(),
  previous: OldSecret.optional(),
  /** Handshakes tried since it began to verify. */
  handshakes: z.int().nonnegative(),
  createdAt: Instant,
  changedAt: Instant,
});
export type Subscription = z.infer<typeof Subscription>;

export type SubscriptionCommand = 'verify' | 'disable' | 'enable';

export const subscriptionTransitions = {
  verifying: { verify: 'active', disable: 'disabled' },
  active: { disable: 'disabled' },
  disabled: { enable: 'verifying' },
} as const satisfies Transitions<SubscriptionStatus, SubscriptionCommand>;

/** The deadline of the handshake with the endpoint. */
export const VERIFY = 'subscription.verify';
/** The deadline that sends what is due to a subscription. */
export const DELIVER = 'subscription.deliver';
/** The deadline that carries a replay on. */
export const REPLAY = 'subscription.replay';

/** Each agency has at most so many. */
export const MAX_SUBSCRIPTIONS = 20;
/** How long a replaced secret signs beside the new one. */
export const OVERLAP_MS = 24 * 3_600_000;

type Change = Parameters<typeof moved<Subscription, SubscriptionCommand>>[4];

const move = (subscription: Subscription, command: SubscriptionCommand, change: Change): Decision<Subscription> =>
  moved(subscriptionTransitions, 'subscription.transition-not-there', subscription, command, change);

export type Wanted = Pick<Subscription, 'id' | 'agency' | 'endpoint' | 'types' | 'secret'>;

/** An agency subscribes, within what it has been granted. */
export function createSubscription(
  wanted: Wanted,
  grants: readonly Grant[],
  now: { readonly at: Instant; readonly today: LocalDate },
): Decision<Subscription> {
  const denied = wanted.types.flatMap((type, i) =>
    letsSubscribe(grants, type, now.today)
      ? []
      : [{ pointer: `/types/${i}`, code: 'subscription.type-not-granted' as const }],
  );
  if (denied.length > 0) return refuse('subscription.type-not-granted', undefined, denied);
  return verifying({ ...wanted, status: 'verifying', handshakes: 0, createdAt: now.at, changedAt: now.at }, now.at);
}

const verifying = (subscription: Subscription, at: Instant) =>
  withDeadlines(decided(subscription), [{ kind: VERIFY, subject: subscription.id, dueAt: at }]);

/** The endpoint wants to be sent to: what has gathered for it may go. */
export function verifySubscription(subscription: Subscription, at: Instant): Decision<Subscription> {
  const { id } = subscription;
  return move(subscription, 'verify', (active) =>
    withDeadlines(
      decided({ ...active, changedAt: at }),
      [{ kind: DELIVER, subject: id, dueAt: at }],
      [{ kind: VERIFY, subject: id }],
    ),
  );
}

/** The endpoint has not said yes; asked again on the schedule of deliveries, and disabled after the last time. */
export function missHandshake(
  subscription: Subscription,
  pausesS: readonly number[],
  { at, chance }: { readonly at: Instant; readonly chance: number },
): Decision<Subscription> {
  const handshakes = subscription.handshakes + 1;
  const pause = pauseMs(pausesS, handshakes, chance);
  if (pause === undefined) return disableSubscription(subscription, 'not-verified', at);
  return withDeadlines(decided({ ...subscription, handshakes }), [
    { kind: VERIFY, subject: subscription.id, dueAt: instant.plus(at, pause) },
  ]);
}

/** Nothing more is sent; everything that gathers is kept. */
export function disableSubscription(
  subscription: Subscription,
  reason: DisabledReason,
  at: Instant,
): Decision<Subscription> {
  const { id, agency } = subscription;
  return move(subscription, 'disable', (disabled) =>
    withDeadlines(
      decided(
        { ...disabled, reason, changedAt: at },
        SubscriptionDisabled.of({ subject: id, data: { subscriptionId: id, agency, reason } }),
      ),
      [],
      [VERIFY, DELIVER].map((kind) => ({ kind, subject: id })),
    ),
  );
}

/** The agency wants it again: the endpoint is asked anew, and then gets everything it has missed. */
export function enableSubscription(subscription: Subscription, at: Instant): Decision<Subscription> {
  return move(subscription, 'enable', (enabled) => {
    const { reason: _, ...rest } = enabled;
    return verifying({ ...rest, handshakes: 0, changedAt: at }, at);
  });
}

/** A new secret; the old one signs beside it for a day, so that the agency can change over without losing one event. */
export function rotateSecret(
  subscription: Subscription,
  secret: string,
  { at, nowMs }: { readonly at: Instant; readonly nowMs: number },
): Decision<Subscription> {
  const previous = { secret: subscription.secret, untilMs: nowMs + OVERLAP_MS };
  return decided({ ...subscription, secret, previous, changedAt: at });
}

/** The secrets that sign now, the newest first. */
export function signingSecrets({ secret, previous }: Subscription, nowMs: number): readonly string[] {
  return previous !== undefined && nowMs < previous.untilMs ? [secret, previous.secret] : [secret];
}
