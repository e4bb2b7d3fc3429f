import { startLocalReader } from '../local-reader.ts';
import type { Row } from '../row.ts';
import { expectEffects } from '../set-aside.ts';
import { submitted } from '../submitted.ts';

const AGAIN = 100;

/** Each batch is handed over a hundred times, as after a hundred rebalances before the offsets were committed. */
export const sameOffsetAgain: Row = {
  number: 46,
  name: 'the same offsets delivered 100 times',
  run: async (bench) => {
    const reader = await startLocalReader(bench, {
      ...bench.bus,
      openReader: (spec) =>
        bench.bus.openReader({
          ...spec,
          onBatch: async (batch) => {
            for (let time = 0; time < AGAIN; time += 1) await spec.onBatch(batch);
          },
        }),
    });
    const keys = Array.from({ length: 20 }, (_, index) => `again-${index}`);
    await bench.inject(`each offset ${AGAIN} times`, () => bench.send(...keys.map((key) => submitted(key, 1))));
    for (const key of keys) await expectEffects(bench, key, 1);
    await reader.stop();
    await bench.startAll();
    for (const key of keys) await expectEffects(bench, key, 1);
  },
};
