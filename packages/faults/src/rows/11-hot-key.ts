import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';

const CLIENTS = 16;
/** A hot account is kept as shards (DELIVERY §3.7), so that a writer meets one in four of the others. */
const SHARDS = 4;
const EACH_MS = 10_000;

/** Sixteen clients on the shards of one hot account: conflicts are run again in turns, and none gives up. */
export const hotKey: Row = {
  number: 11,
  name: 'write conflicts: 16 clients on 4 shards',
  mostWriteGapMs: 5_000,
  run: async (bench) => {
    const spread = await bench.startAll({ keys: CLIENTS, everyMs: 0 });
    const spreadCount = await countWithin(() => spread.acknowledged());
    await spread.stop();
    const hot = await bench.inject('four keys for all', () =>
      bench.load({ keys: SHARDS, clients: CLIENTS, everyMs: 0 }),
    );
    const hotCount = await countWithin(() => hot.acknowledged());
    const ratio = hotCount / spreadCount;
    bench.note(
      `${Math.round(spreadCount / 10)}/s spread, ${Math.round(hotCount / 10)}/s hot, ratio ${ratio.toFixed(2)}`,
    );
    const failed = hot.history.of('fail').length;
    expectThat(failed === 0, `${failed} commands were refused for good`);
    expectThat(ratio >= 0.5, `throughput on the hot account is ${ratio.toFixed(2)} of that on many, 0.5 wanted`);
  },
};

async function countWithin(count: () => number): Promise<number> {
  const before = count();
  await pause(EACH_MS);
  return count() - before;
}
