import { AgencyCode, decided, DeliveryId, digestId, Instant, instant, moved, SubscriptionId } from '@minzheng/types';
import type { Decision, Transitions } from '@minzheng/types';
import { z } from 'zod';
import type { PublicEvent } from './public-event.ts';
import { pauseMs } from './retry-schedule.ts';
import type { Subscription } from './subscription.ts';

/** Message states as HOUSE_STYLE has them; waiting: an earlier one of its subject is not through; withdrawn: its grant ended first. */
export const DeliveryStatus = z.enum([
  'waiting',
  'created',
  'temporary-failure',
  'delivered',
  'permanent-failure',
  'withdrawn',
]);
export type DeliveryStatus = z.infer<typeof DeliveryStatus>;

/** Those that can be sent now or later; of a lane there is at most one. */
export const SENDABLE: readonly DeliveryStatus[] = ['created', 'temporary-failure'];
/** Those that the later ones of their lane wait for. */
export const HEADS: readonly DeliveryStatus[] = [...SENDABLE, 'permanent-failure'];

/** What came of an attempt: a status, or why there was none. */
export const Answer = z.union([
  z.strictObject({ status: z.int(), retryAfterMs: z.int().nonnegative().optional() }),
  z.strictObject({ problem: z.enum(['timeout', 'no-connection', 'refused']) }),
]);
export type Answer = z.infer<typeof Answer>;

/** 推送: one public event for one subscription. Its id is the `webhook-id`, the same at every attempt and at every replay. */
export const Delivery = z.strictObject({
  id: DeliveryId,
  subscriptionId: SubscriptionId,
  agency: AgencyCode,
  publicEventId: z.string(),
  type: z.string(),
  /** Subscription, topic and subject: what order holds for. */
  lane: z.string(),
  sequence: z.int().positive(),
  status: DeliveryStatus,
  attempts: z.int().nonnegative(),
  /** Not to be sent before. */
  nextAt: Instant,
  firstAt: Instant.optional(),
  last: Answer.optional(),
  createdAt: Instant,
  changedAt: Instant,
});
export type Delivery = z.infer<typeof Delivery>;

export type DeliveryCommand =
  | 'advance'
  | 'deliver'
  | 'fail-temporarily'
  | 'fail-permanently'
  | 'withdraw'
  | 'hold-back'
  | 'replay';

const sendable = {
  deliver: 'delivered',
  'fail-temporarily': 'temporary-failure',
  'fail-permanently': 'permanent-failure',
  withdraw: 'withdrawn',
  'hold-back': 'waiting',
} as const;

export const deliveryTransitions = {
  waiting: { advance: 'created' },
  created: sendable,
  'temporary-failure': sendable,
  delivered: { replay: 'waiting' },
  'permanent-failure': { replay: 'waiting' },
  withdrawn: { replay: 'waiting' },
} as const satisfies Transitions<DeliveryStatus, DeliveryCommand>;

type Change = Parameters<typeof moved<Delivery, DeliveryCommand>>[4];

const move = (delivery: Delivery, command: DeliveryCommand, change: Change): Decision<Delivery> =>
  moved(deliveryTransitions, 'delivery.transition-not-there', delivery, command, change);

/** Which delivery an event is to a subscription, however often it is handed out. */
export const deliveryIdOf = (subscriptionId: SubscriptionId, { id }: Pick<PublicEvent, 'id'>): DeliveryId =>
  DeliveryId.parse(digestId([subscriptionId, id]));

/** What a subscription's order holds for. */
export const laneOf = (subscriptionId: SubscriptionId, { lane }: Pick<PublicEvent, 'lane'>): string =>
  digestId([subscriptionId, lane]);

/** An event to be sent; the first of its lane at once. */
export function createDelivery(
  { id: subscriptionId, agency }: Subscription,
  event: PublicEvent,
  { at, isFirst }: { readonly at: Instant; readonly isFirst: boolean },
): Decision<Delivery> {
  return decided({
    id: deliveryIdOf(subscriptionId, event),
    subscriptionId,
    agency,
    publicEventId: event.id,
    type: event.type,
    lane: laneOf(subscriptionId, event),
    sequence: event.sequence,
    status: isFirst ? 'created' : 'waiting',
    attempts: 0,
    nextAt: at,
    createdAt: at,
    changedAt: at,
  });
}

/** Everything before it in its lane is through. */
export const advance = (delivery: Delivery, at: Instant): Decision<Delivery> =>
  move(delivery, 'advance', (created) => decided({ ...created, nextAt: at, changedAt: at }));

/** Its grant has ended: the fact does not leave any more. */
export const withdraw = (delivery: Delivery, at: Instant): Decision<Delivery> =>
  move(delivery, 'withdraw', (withdrawn) => decided({ ...withdrawn, changedAt: at }));

/** Something earlier of its lane is to be sent first. */
export const holdBack = (delivery: Delivery, at: Instant): Decision<Delivery> =>
  move(delivery, 'hold-back', (waiting) => decided({ ...waiting, changedAt: at }));

/** To be sent once more, whatever came of it. */
export const replay = (delivery: Delivery, at: Instant): Decision<Delivery> =>
  move(delivery, 'replay', (replayed) => {
    const { firstAt: _, last: __, ...waiting } = replayed;
    return decided({ ...waiting, attempts: 0, nextAt: at, changedAt: at });
  });

const OK_FROM = 200;
const OK_BELOW = 300;
const GONE = 410;
/** The receiver, or what stands before it, has too much to do. */
const SLOW_DOWN: ReadonlySet<number> = new Set([429, 502, 503, 504]);

export const isTaken = (answer: Answer): boolean =>
  'status' in answer && answer.status >= OK_FROM && answer.status < OK_BELOW;
/** The receiver says that it wants nothing more, ever. */
export const isGone = (answer: Answer): boolean => 'status' in answer && answer.status === GONE;
/** It leads to where we do not call. */
export const isRefused = (answer: Answer): boolean => 'problem' in answer && answer.problem === 'refused';

/** How long the receiver wants to be left alone. */
export function askedPauseMs(answer: Answer): number {
  return 'status' in answer && SLOW_DOWN.has(answer.status) ? (answer.retryAfterMs ?? 0) : 0;
}

/** Learns what came of an attempt made at `at`. A redirect is a failure like any other answer that is not 2xx. */
export function conclude(
  delivery: Delivery,
  answer: Answer,
  { at, chance, pausesS }: { readonly at: Instant; readonly chance: number; readonly pausesS: readonly number[] },
): Decision<Delivery> {
  const attempts = delivery.attempts + 1;
  const tried: Delivery = { ...delivery, attempts, firstAt: delivery.firstAt ?? at, last: answer };
  const changed: Change = (state) => decided({ ...state, changedAt: at });
  if (isTaken(answer)) return move(tried, 'deliver', changed);
  const pause = pauseMs(pausesS, attempts, chance);
  if (pause === undefined || isGone(answer)) return move(tried, 'fail-permanently', changed);
  const nextAt = instant.plus(at, Math.max(pause, askedPauseMs(answer)));
  return move(tried, 'fail-temporarily', (state) => decided({ ...state, nextAt, changedAt: at }));
}
