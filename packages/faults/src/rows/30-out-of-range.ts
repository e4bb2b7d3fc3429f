import { readFileSync } from 'node:fs';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import { submitted } from '../submitted.ts';
import { asking } from '../who-is.ts';

const FIRST = 60;

/** What has not been read yet is gone from the topic: the partition stops and says so, and never jumps. */
export const outOfRange: Row = {
  number: 30,
  name: 'retention has passed the watermark',
  run: async (bench) => {
    bench.isAtRest = false;
    const reader = await bench.start('reader');
    const records = (from: number) => Array.from({ length: FIRST }, (_, index) => submitted(`gone-${from + index}`, 1));
    await bench.send(...records(0));
    await bench.until('the first have their effects', 30_000, async () => (await bench.effects()).size === FIRST);
    await bench.end(reader);
    await bench.send(...records(FIRST));
    const ends = await bench.bus.endOffsets('minzheng.applications.v1');
    const partitions = ends.map(({ partition, end }) => ({ partition, offset: String(end - 1) }));
    await bench.inject('all but the last message deleted', () =>
      asking(bench.cluster, async (admin) => {
        // Until it has been asked about the topic this client does not know who leads it.
        await admin.fetchTopicOffsets(bench.topic);
        await admin.deleteTopicRecords({ topic: bench.topic, partitions });
      }),
    );
    const again = await bench.start('reader');
    const stopped = (): number => readFileSync(again.logFile, 'utf8').split('partition stopped').length - 1;
    await bench.until('every partition with a gap has stopped', 60_000, () => stopped() >= 1);
    await bench.until('no more stop', 10_000, () => stopped() === ends.length).catch(() => undefined);
    bench.note(`${stopped()} of ${ends.length} partitions stopped`);
    expectThat((await bench.effects()).size === FIRST, 'the reader has jumped over a gap');
  },
};
