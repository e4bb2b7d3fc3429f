import { setTimeout as pause } from 'node:timers/promises';
import type { Row } from '../row.ts';

/** Nothing that counts rests on Redis: frozen, then dead, it costs no write and no effect. */
export const redisAway: Row = {
  number: 70,
  name: 'redis: SIGSTOP 10 s, then kill -9',
  mostWriteGapMs: 3_000,
  mostEffectGapMs: 5_000,
  run: async (bench) => {
    await bench.startAll();
    const thaw = bench.freeze(bench.server('redis'));
    await pause(10_000);
    thaw();
    bench.kill(bench.server('redis'));
    await pause(5_000);
  },
};
