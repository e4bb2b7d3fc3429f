import { setTimeout as pause } from 'node:timers/promises';
import type { Row } from '../row.ts';
import { leaderOf } from '../who-is.ts';

/** Writes go on, the outbox waits; what must come back is the way from commit to effect. */
export const killLeader: Row = {
  number: 19,
  name: 'kafka: kill -9 a partition leader',
  brokers: 3,
  mostWriteGapMs: 5_000,
  mostEffectGapMs: 18_000,
  run: async (bench) => {
    await bench.startAll();
    bench.kill(bench.server(await leaderOf(bench.cluster, bench.topic, 0)));
    await pause(25_000);
  },
};
