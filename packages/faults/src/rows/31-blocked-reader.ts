import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import { submitted } from '../submitted.ts';

/** Longer than Kafka's patience with a silent member (15 s). */
const BLOCKED_MS = 25_000;

/** A reaction that holds its process for 25 s: the group goes on without it, and its late transaction meets a moved watermark. */
export const blockedReader: Row = {
  number: 31,
  name: 'a reaction blocks its process for 25 s',
  mostWriteGapMs: 5_000,
  run: async (bench) => {
    await Promise.all([bench.start('writer'), bench.start('reader', { BLOCK_MS: String(BLOCKED_MS) })]);
    await bench.load();
    await bench.inject('an event that blocks', () => bench.send(submitted('block-1', 1)));
    await pause(1_000);
    await bench.start('reader');
    await pause(BLOCKED_MS + 10_000);
    const [tally] = await bench
      .database('reader')
      .collection('tallies')
      .find({ count: { $gt: 1 } })
      .limit(1)
      .toArray();
    expectThat(tally !== undefined, 'nothing had its effect');
    const blocked = (await bench.effects()).get('block-1');
    expectThat(blocked === 1, `the event that blocked had ${blocked ?? 0} effects`);
  },
};
