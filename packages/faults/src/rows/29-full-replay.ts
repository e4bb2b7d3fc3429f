import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import type { Bench } from '../bench.ts';
import { submitted } from '../submitted.ts';
import { resetOffsets } from '../who-is.ts';

const MANY = 20_000;
const AT_ONCE = 1_000;
const KEYS = 200;
/** Joining the group is in both times. */
const MOST_RATIO = 2;

/** The whole topic again, 20,000 messages (a million in the full form): nothing has a second effect. */
export const fullReplay: Row = {
  number: 29,
  name: 'full replay of 20,000 messages',
  run: async (bench) => {
    await bench.start('writer');
    for (let sent = 0; sent < MANY; sent += AT_ONCE) {
      await bench.send(...Array.from({ length: AT_ONCE }, (_, index) => numbered(sent + index)));
    }
    const firstMs = await timeToRead(bench, MANY);
    await bench.end(bench.running('reader'));
    await bench.inject('offsets to the beginning', () => resetOffsets(bench, 'beginning'));
    await bench.send(...Array.from({ length: KEYS }, (_, index) => numbered(MANY + index)));
    const againMs = await timeToRead(bench, MANY + KEYS);
    bench.note(`first ${Math.round(firstMs)} ms, again ${Math.round(againMs)} ms`);
    expectThat(againMs <= MOST_RATIO * firstMs, 'the replay takes more than twice as long');
    await bench.load();
  },
};

const numbered = (index: number) => submitted(`bulk-${index % KEYS}`, Math.floor(index / KEYS) + 1);

async function timeToRead(bench: Bench, many: number): Promise<number> {
  const startMs = performance.now();
  await bench.start('reader');
  await bench.until(`${many} effects`, 120_000, async () => {
    return [...(await bench.effects()).values()].reduce((sum, one) => sum + one, 0) === many;
  });
  return performance.now() - startMs;
}
