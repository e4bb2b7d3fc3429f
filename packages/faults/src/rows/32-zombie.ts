import { setTimeout as pause } from 'node:timers/promises';
import type { Row } from '../row.ts';

const FROZEN_MS = 60_000;

/** A reader frozen in the middle of its work wakes when another has long taken over: its commit must come to nothing. */
export const zombieReader: Row = {
  number: 32,
  name: 'reader frozen 60 s mid-work, another takes over',
  mostWriteGapMs: 5_000,
  run: async (bench) => {
    await bench.startAll();
    const zombie = bench.services.find(({ name }) => name.startsWith('reader'));
    if (zombie === undefined) return;
    await bench.start('reader');
    await pause(5_000);
    const thaw = bench.freeze(zombie);
    await pause(FROZEN_MS);
    thaw();
    await pause(5_000);
  },
};
