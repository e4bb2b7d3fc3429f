import { setTimeout as pause } from 'node:timers/promises';
import type { Row } from '../row.ts';
import { controllerOf } from '../who-is.ts';

/** Here the controller is a broker too, so its partitions move as well. */
export const killController: Row = {
  number: 24,
  name: 'kafka: kill -9 the active controller',
  brokers: 3,
  mostWriteGapMs: 5_000,
  mostEffectGapMs: 18_000,
  run: async (bench) => {
    await bench.startAll();
    bench.kill(bench.server(await controllerOf(bench.cluster)));
    await pause(20_000);
  },
};
