import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

const COMMAND_TIMEOUT_MS = 200;
const MS_PER_SECOND = 1_000;

/** A budget: `points` tries per `durationS` for one key. */
export interface RateLimiterSettings {
  readonly redisUrl: string;
  readonly keyPrefix: string;
  readonly points: number;
  readonly durationS: number;
}

/** Whether this try is within the budget, and when the next one will be. */
export type Allowance = { allowed: true } | { allowed: false; retryAfterS: number };

/** Counts tries in Redis, and in this process alone while Redis is away. */
export interface RateLimiter {
  consume(key: string): Promise<Allowance>;
  /** Whether Redis answers; for readiness. */
  isUp(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens a limiter; it never fails a request for want of Redis. */
export function rateLimiter({ redisUrl, keyPrefix, points, durationS }: RateLimiterSettings): RateLimiter {
  const redis = new Redis(redisUrl, {
    commandTimeout: COMMAND_TIMEOUT_MS,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    lazyConnect: false,
  });
  // Without a listener a lost connection would end the process; the insurance limiter is the answer to it.
  redis.on('error', () => {});
  const budget = { keyPrefix, points, duration: durationS };
  const limiter = new RateLimiterRedis({
    ...budget,
    storeClient: redis,
    insuranceLimiter: new RateLimiterMemory(budget),
  });
  return {
    consume: (key) => limiter.consume(key).then(() => ({ allowed: true }), refusedOr),
    isUp: () =>
      redis.ping().then(
        () => true,
        () => false,
      ),
    close: async () => {
      redis.disconnect();
    },
  };
}

function refusedOr(reason: unknown): Allowance {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  return { allowed: false, retryAfterS: Math.max(1, Math.ceil(reason.msBeforeNext / MS_PER_SECOND)) };
}
