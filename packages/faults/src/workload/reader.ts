import { rateLimiter } from '@minzheng/http';
import { Address, BaseSettings, defineService } from '@minzheng/service';
import { z } from 'zod';
import { reactionsOf } from './reactions.ts';
import { temperOf } from './temper.ts';

const Ms = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .default(0)
  .describe('milliseconds');

const Settings = BaseSettings.extend({ REDIS_URL: Address, BLOCK_MS: Ms, SLOW_MS: Ms });

/** The service that hears. */
export const reader = defineService({
  name: 'reader',
  settings: Settings,
  migrations: new URL('../../migrations/', import.meta.url),
  build: ({ store, settings: { BLOCK_MS: blockMs, SLOW_MS: slowMs, REDIS_URL: redisUrl } }) => {
    const limiter = rateLimiter({ redisUrl, keyPrefix: 'reader', points: 1_000_000, durationS: 60 });
    return {
      routes: [],
      reactions: reactionsOf(store, temperOf({ blockMs, slowMs })),
      dependencies: [{ name: 'redis', isUp: () => limiter.isUp() }],
      close: () => limiter.close(),
    };
  },
});
