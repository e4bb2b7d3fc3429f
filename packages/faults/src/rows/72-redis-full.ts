import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Row } from '../row.ts';

const FILL = 200;
const VALUE = 'x'.repeat(16_384);

/** Redis takes no more writes; nobody who counts money notices. */
export const redisFull: Row = {
  number: 72,
  name: 'redis: maxmemory reached',
  mostWriteGapMs: 3_000,
  mostEffectGapMs: 5_000,
  run: async (bench) => {
    await bench.startAll();
    const redis = new Redis(bench.cluster.redisUrl);
    try {
      await bench.inject('maxmemory 1 MB', () => redis.config('SET', 'maxmemory', '1mb'));
      for (let index = 0; index < FILL; index += 1) await redis.set(`fill-${index}`, VALUE).catch(() => undefined);
      await pause(5_000);
    } finally {
      await redis.config('SET', 'maxmemory', '64mb');
      await redis.flushall();
      redis.disconnect();
    }
  },
};
