import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Row } from '../row.ts';

const FLUSHES = 10;

/** Redis is never the truth: what it forgets is counted or known elsewhere. */
export const redisFlushed: Row = {
  number: 71,
  name: 'redis: FLUSHALL ten times under load',
  mostWriteGapMs: 3_000,
  mostEffectGapMs: 5_000,
  run: async (bench) => {
    await bench.startAll();
    const redis = new Redis(bench.cluster.redisUrl);
    for (let count = 0; count < FLUSHES; count += 1) {
      await bench.inject('FLUSHALL', () => redis.flushall());
      await pause(500);
    }
    redis.disconnect();
  },
};
