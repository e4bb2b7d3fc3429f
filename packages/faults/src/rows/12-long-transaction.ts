import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import { submitted } from '../submitted.ts';

/** Longer than mongod lets a transaction live. */
const STALLED_MS = 35_000;

/** A transaction that stands open too long is ended by the server; nothing of it is seen, and its chunk is tried again. */
export const longTransaction: Row = {
  number: 12,
  name: 'a transaction stalls for 35 s',
  mostWriteGapMs: 5_000,
  run: async (bench) => {
    await Promise.all([bench.start('writer'), bench.start('reader', { BLOCK_MS: String(STALLED_MS) })]);
    await bench.load();
    await bench.inject('an event that stalls', () => bench.send(submitted('block-1', 1)));
    await pause(STALLED_MS);
    await bench.until('the stalled event has its effect', 40_000, async () => (await bench.effects()).has('block-1'));
    expectThat((await bench.effects()).get('block-1') === 1, 'the stalled event had more than one effect');
  },
};
