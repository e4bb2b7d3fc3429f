import { decided, instant, Instant, refuse, SubscriptionId, withDeadlines } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';
import { askedPauseMs, isGone, isRefused, isTaken } from './delivery.ts';
import type { Answer, Delivery } from './delivery.ts';
import { restMs } from './retry-schedule.ts';
import { REPLAY } from './subscription.ts';
import type { DisabledReason } from './subscription.ts';

/** A process that is sending; others leave the subscription alone until then, in ms of the machine's clock. */
const Claim = z.strictObject({ owner: z.string(), untilMs: z.int() });

/** How far a replay has come: public events after the last row looked at. */
const ReplayOf = z.strictObject({
  from: Instant,
  to: Instant,
  after: z.strictObject({ value: Instant, id: z.string() }).optional(),
});
export type ReplayOf = z.infer<typeof ReplayOf>;

/**
 * 推送通道: how sending to one subscription goes. Whoever changes which of its deliveries comes first writes this too, in the
 * same commit: its version puts all of them in line.
 */
export const Feed = z.strictObject({
  id: SubscriptionId,
  claim: Claim.optional(),
  /** Since when nothing has been taken; absent while the endpoint takes what it gets. */
  failingSince: Instant.optional(),
  /** Rounds without one success, in a row. */
  failedRounds: z.int().nonnegative(),
  /** Nothing is sent before. */
  restUntil: Instant.optional(),
  lastTakenAt: Instant.optional(),
  replay: ReplayOf.optional(),
});
export type Feed = z.infer<typeof Feed>;

/** So many go out at once to an endpoint that answers, and one to an endpoint that does not. */
export const AT_ONCE = 10;
/** An endpoint that takes nothing for so long is disabled (DELIVERY §3.6). */
export const PATIENCE_MS = 5 * 24 * 3_600_000;
/** Longer than an attempt may take. */
export const CLAIM_MS = 20_000;

export const newFeed = (id: SubscriptionId): Feed => ({ id, failedRounds: 0 });

/** The next attempts are this process's. */
export function claimFeed(feed: Feed, owner: string, nowMs: number): Decision<Feed> {
  return decided({ ...feed, claim: { owner, untilMs: nowMs + CLAIM_MS } });
}

/** Nothing is on its way any more. */
export function releaseFeed(feed: Feed): Decision<Feed> {
  const { claim: _, ...released } = feed;
  return decided(released);
}

/** True while another process may be sending. */
export const isClaimedByAnother = ({ claim }: Feed, owner: string, nowMs: number): boolean =>
  claim !== undefined && claim.owner !== owner && nowMs < claim.untilMs;

/** How many may be sent at once. */
export const roundSize = ({ failingSince }: Feed): number => (failingSince === undefined ? AT_ONCE : 1);

/** One attempt of a round and what came of it. */
export interface Attempted {
  readonly delivery: Pick<Delivery, 'firstAt'>;
  readonly answer: Answer;
  /** It was the last attempt there is. */
  readonly isLast: boolean;
}

/** Learns how a round went. An endpoint that took nothing rests, and is then asked with one delivery at a time. */
export function concludeRound(
  feed: Feed,
  attempts: readonly Attempted[],
  { at, chance, pausesS }: { readonly at: Instant; readonly chance: number; readonly pausesS: readonly number[] },
): Decision<Feed> {
  const { failingSince, restUntil: _, ...rest } = feed;
  const pause = Math.max(0, ...attempts.map(({ answer }) => askedPauseMs(answer)));
  if (attempts.some(({ answer }) => isTaken(answer))) {
    const restUntil = pause > 0 ? { restUntil: instant.plus(at, pause) } : {};
    return decided({ ...rest, failedRounds: 0, lastTakenAt: at, ...restUntil });
  }
  const failedRounds = feed.failedRounds + 1;
  const restUntil = instant.plus(at, Math.max(pause, restMs(pausesS, failedRounds, chance)));
  return decided({ ...rest, failedRounds, failingSince: failingSince ?? at, restUntil });
}

/** Why the subscription is to be disabled after a round; undefined when it is not. `feed` is as the round left it. */
export function reasonToDisable(feed: Feed, attempts: readonly Attempted[], at: Instant): DisabledReason | undefined {
  if (attempts.some(({ answer }) => isGone(answer))) return 'gone';
  if (attempts.some(({ answer }) => isRefused(answer))) return 'refused';
  const { failingSince } = feed;
  if (failingSince === undefined) return undefined;
  const isTooLong = instant.ms(at) - instant.ms(failingSince) >= PATIENCE_MS;
  const sawAllFail = attempts.some(({ delivery, isLast }) => isLast && failingSince <= (delivery.firstAt ?? at));
  return isTooLong || sawAllFail ? 'unreachable' : undefined;
}

/** How far back a replay reaches: 14 months of public events are kept. */
export const REPLAY_DAYS = 425;
const MS_PER_DAY = 86_400_000;

/** Everything from a time on is to be sent once more. A replay that is still under way begins anew. */
export function beginReplay(feed: Feed, from: Instant, at: Instant): Decision<Feed> {
  const isWithinReach = from <= at && instant.ms(at) - instant.ms(from) <= REPLAY_DAYS * MS_PER_DAY;
  if (!isWithinReach) return refuse('subscription.replay-out-of-reach', { days: REPLAY_DAYS });
  return withDeadlines(decided({ ...feed, replay: { from, to: at } }), [{ kind: REPLAY, subject: feed.id, dueAt: at }]);
}

/** The page up to `after` is handed out; without one, the replay is through. */
export function carryReplayOn(feed: Feed, after: ReplayOf['after']): Decision<Feed> {
  const { replay, ...rest } = feed;
  return decided(replay === undefined || after === undefined ? rest : { ...rest, replay: { ...replay, after } });
}

/** The endpoint has said that it wants to be sent to: what it was before says nothing any more. */
export function freshFeed({ id, claim, replay }: Feed): Decision<Feed> {
  return decided({ ...newFeed(id), ...(claim && { claim }), ...(replay && { replay }) });
}
