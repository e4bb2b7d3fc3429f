import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';

/** Longer than a lease lasts. */
const FROZEN_MS = 20_000;

/** Our locks are leases in MongoDB with an epoch: whoever slept through the end of its own is told so by the epoch. */
export const pausedLockHolder: Row = {
  number: 73,
  name: 'a lock holder sleeps beyond its lease',
  run: async (bench) => {
    const first = await bench.start('writer');
    await bench.startAll();
    const leases = bench.database('writer').collection<{ _id: number; epoch: number }>('relay_leases');
    const epoch = async (): Promise<number> => (await leases.findOne({ _id: 0 }))?.epoch ?? 0;
    const before = await epoch();
    const thaw = bench.freeze(first);
    await pause(FROZEN_MS);
    thaw();
    await pause(5_000);
    expectThat((await epoch()) > before, 'the lease did not pass to the other');
  },
};
