import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

const COMMAND_TIMEOUT_MS = 200;
const CONNECT_TIMEOUT_MS = 1_000;
const MS_PER_SECOND = 1_000;

/** A budget: `points` tries per `durationS` for one key; `keyPrefix` tells it from the others in the same Redis. */
export interface Budget {
  readonly keyPrefix: string;
  readonly points: number;
  readonly durationS: number;
}

/** Whether this try is within the budget, what is left of it, and how long it lasts. `isShared`: Redis has counted, not this process alone. */
export interface Allowance {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Until the budget is whole again; at least 1. */
  readonly retryAfterS: number;
  readonly isShared: boolean;
}

/** Counts tries for keys. */
export interface Limiter {
  consume(key: string): Promise<Allowance>;
}

/** Limiters over one connection to Redis. While it is away each counts in this process alone, at its share of the budget. */
export interface RateLimits {
  limiter(budget: Budget): Limiter;
  /** Resolves when Redis has been reached, or after a second: what needs it should not be refused because it comes first. */
  readonly begun: Promise<void>;
  /** Whether Redis answers; for readiness. */
  isUp(): Promise<boolean>;
  close(): Promise<void>;
}

/** Where Redis is, and among how many processes a budget is shared while it is away (1 unless told). */
export interface RateLimitsSettings {
  readonly redisUrl: string;
  readonly processes?: number;
}

/** Opens the connection; nothing here ever fails a request for want of Redis. */
export function rateLimits({ redisUrl, processes = 1 }: RateLimitsSettings): RateLimits {
  const redis = new Redis(redisUrl, {
    commandTimeout: COMMAND_TIMEOUT_MS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    lazyConnect: false,
  });
  // Without a listener a lost connection would end the process; the insurance limiter is the answer to it.
  redis.on('error', () => {});
  return {
    limiter: (budget) => limiterOf(redis, budget, processes),
    begun: reached(redis),
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

async function reached(redis: Redis): Promise<void> {
  const late = new AbortController();
  const ready = new Promise((resolve) => redis.once('ready', resolve));
  await Promise.race([ready, delay(CONNECT_TIMEOUT_MS, undefined, { signal: late.signal, ref: false })]);
  late.abort();
}

/** One limiter with a connection of its own. */
export interface RateLimiter extends Limiter {
  /** Whether Redis answers; for readiness. */
  isUp(): Promise<boolean>;
  close(): Promise<void>;
}

/** A budget, and where Redis is. */
export type RateLimiterSettings = Budget & RateLimitsSettings;

/** Opens a limiter; it never fails a request for want of Redis. */
export function rateLimiter(settings: RateLimiterSettings): RateLimiter {
  const limits = rateLimits(settings);
  const limiter = limits.limiter(settings);
  return { consume: (key) => limiter.consume(key), isUp: () => limits.isUp(), close: () => limits.close() };
}

function limiterOf(redis: Redis, { keyPrefix, points, durationS }: Budget, processes: number): Limiter {
  const insurance = new Insurance({
    keyPrefix,
    points: Math.max(1, Math.floor(points / processes)),
    duration: durationS,
    redis,
  });
  const limiter = new RateLimiterRedis({
    keyPrefix,
    points,
    duration: durationS,
    storeClient: redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter: insurance,
  });
  const allowance = (allowed: boolean, counted: RateLimiterRes): Allowance => ({
    allowed,
    remaining: counted.remainingPoints,
    retryAfterS: Math.max(1, Math.ceil(counted.msBeforeNext / MS_PER_SECOND)),
    isShared: !insurance.hasCounted(counted),
  });
  return {
    consume: (key) =>
      limiter.consume(key).then(
        (counted) => allowance(true, counted),
        (reason: unknown) => {
          if (!(reason instanceof RateLimiterRes)) throw reason;
          return allowance(false, reason);
        },
      ),
  };
}

/** Counts in place of a Redis that is away, and remembers which counts were its own. */
class Insurance extends RateLimiterMemory {
  readonly #redis: Redis;
  readonly #counted = new WeakSet<RateLimiterRes>();

  constructor({ redis, ...options }: ConstructorParameters<typeof RateLimiterMemory>[0] & { readonly redis: Redis }) {
    super(options);
    this.#redis = redis;
  }

  override async consume(...tried: Parameters<RateLimiterMemory['consume']>): Promise<RateLimiterRes> {
    // A server that holds the connection and does not answer (it is frozen) would make every later request wait as well.
    if (this.#redis.status === 'ready') this.#redis.disconnect(true);
    try {
      return this.#own(await super.consume(...tried));
    } catch (reason) {
      throw reason instanceof RateLimiterRes ? this.#own(reason) : reason;
    }
  }

  hasCounted(result: RateLimiterRes): boolean {
    return this.#counted.has(result);
  }

  #own(result: RateLimiterRes): RateLimiterRes {
    this.#counted.add(result);
    return result;
  }
}
