import type { Row } from '../row.ts';
import { asking } from '../who-is.ts';
import { setTimeout as pause } from 'node:timers/promises';

const TURNS = 3;

/** Kafka's own offsets go back to the beginning and off to the end: what counts is the watermark. */
export const offsetsBackwards: Row = {
  number: 28,
  name: "the group's offsets go backwards and forwards",
  run: async (bench) => {
    await bench.startAll();
    for (let turn = 0; turn < TURNS; turn += 1) {
      const [reader] = bench.services.filter(({ name }) => name.startsWith('reader'));
      if (reader === undefined) return;
      await pause(2_000);
      await bench.end(reader);
      const earliest = turn % 2 === 0;
      await bench.inject(`offsets to the ${earliest ? 'beginning' : 'end'}`, () =>
        asking(bench.cluster, (admin) =>
          admin.resetOffsets({ groupId: `${bench.prefix}reader`, topic: bench.topic, earliest }),
        ),
      );
      await bench.start('reader');
    }
    await pause(3_000);
  },
};
