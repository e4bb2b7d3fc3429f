import type { Row } from '../row.ts';
import { resetOffsets } from '../who-is.ts';
import { setTimeout as pause } from 'node:timers/promises';

const TURNS = 3;

/** Kafka's own offsets go back to the beginning and off to the end: what counts is the watermark. */
export const offsetsBackwards: Row = {
  number: 28,
  name: "the group's offsets go backwards and forwards",
  run: async (bench) => {
    await bench.startAll();
    for (let turn = 0; turn < TURNS; turn += 1) {
      await pause(2_000);
      await bench.end(bench.running('reader'));
      const end = turn % 2 === 0 ? 'beginning' : 'end';
      await bench.inject(`offsets to the ${end}`, () => resetOffsets(bench, end));
      await bench.start('reader');
    }
    await pause(3_000);
  },
};
