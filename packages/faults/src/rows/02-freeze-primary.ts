import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import { primaryOf } from '../who-is.ts';

const FROZEN_MS = 30_000;

/** A frozen primary answers nobody and still holds every connection; when it wakes it must find that it is one no more. */
export const freezePrimary: Row = {
  number: 2,
  name: 'mongod: SIGSTOP the primary for 30 s',
  mongods: 3,
  mostWriteGapMs: 9_000,
  run: async (bench) => {
    await bench.startAll();
    const frozen = await primaryOf(bench.cluster);
    const thaw = bench.freeze(bench.server(frozen));
    await pause(FROZEN_MS);
    thaw();
    await pause(5_000);
    expectThat((await primaryOf(bench.cluster)) !== frozen, 'the frozen primary is the primary again at once');
  },
};
