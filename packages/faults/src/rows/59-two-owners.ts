import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';

const JUMPS = 6;

/** The lease's clock jumps: two relays believe they own the slot, until the first is told otherwise by the epoch. */
export const twoOwners: Row = {
  number: 59,
  name: 'two relays believe they own a slot',
  mostWriteGapMs: 5_000,
  run: async (bench) => {
    await bench.start('writer');
    await bench.startAll();
    const leases = bench.database('writer').collection<{ _id: number; epoch: number }>('relay_leases');
    const first = (await leases.findOne({ _id: 0 }))?.epoch ?? 0;
    for (let jump = 0; jump < JUMPS; jump += 1) {
      await bench.inject('the lease runs out early', () =>
        leases.updateOne({ _id: 0 }, { $set: { until: new Date(0) } }),
      );
      await pause(2_000 + bench.random() * 2_000);
    }
    const passed = ((await leases.findOne({ _id: 0 }))?.epoch ?? 0) - first;
    bench.note(`the slot passed on ${passed} times`);
    expectThat(passed > 0, 'the slot never passed to the other');
  },
};
