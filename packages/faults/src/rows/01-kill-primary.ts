import { setTimeout as pause } from 'node:timers/promises';
import type { Row } from '../row.ts';
import { primaryOf } from '../who-is.ts';

/** The write gap of a dead primary: an election in two seconds, and clients that ask again with the same key. */
export const killPrimary: Row = {
  number: 1,
  name: 'mongod: kill -9 the primary under writes',
  mongods: 3,
  mostWriteGapMs: 5_000,
  run: async (bench) => {
    await bench.startAll();
    bench.kill(bench.server(await primaryOf(bench.cluster)));
    await pause(15_000);
  },
};
