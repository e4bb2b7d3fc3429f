import { setTimeout as pause } from 'node:timers/promises';
import type { Row } from '../row.ts';
import { coordinatorOf } from '../who-is.ts';

const FROZEN_MS = 45_000;

/** The readers' group must find another coordinator while its own is frozen, not when it wakes. */
export const freezeCoordinator: Row = {
  number: 21,
  name: 'kafka: SIGSTOP the group coordinator for 45 s',
  brokers: 3,
  mostEffectGapMs: 30_000,
  run: async (bench) => {
    await bench.startAll();
    await bench.start('reader');
    await pause(3_000);
    const thaw = bench.freeze(bench.server(await coordinatorOf(bench.cluster, `${bench.prefix}reader`)));
    await pause(FROZEN_MS);
    thaw();
    await pause(5_000);
  },
};
