import { LEASE_MS, runDyingRelay } from '../dying-relay.ts';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';

const COMMITS = 20;

/** What was sent and not marked is sent again, once, at other offsets; each event has its effect once. */
export const killedBeforeMark: Row = {
  number: 58,
  name: 'kill -9 between sending and marking',
  run: async (bench) => {
    await runDyingRelay(bench, 'after-send', COMMITS);
    await Promise.all([bench.start('writer'), bench.start('reader')]);
    const outbox = bench.database('writer').collection('outbox');
    await bench.until(
      'the next owner has sent all',
      2 * LEASE_MS,
      async () => (await outbox.countDocuments({ st: 0 })) === 0,
    );
    const ends = await bench.bus.endOffsets('minzheng.applications.v1');
    const records = ends.reduce((sum, { end }) => sum + end, 0);
    expectThat(records === 2 * COMMITS, `${records} records stand in the log, not each of ${COMMITS} twice`);
    await bench.load({ keys: 2 });
  },
};
