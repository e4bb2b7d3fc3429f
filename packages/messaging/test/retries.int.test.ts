import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { redrive } from '@minzheng/messaging';
import { decided } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { byJob, eventually, GROUP, recordOf, takingDown, testBench } from './fixture.ts';
import type { Bench, Tally } from './fixture.ts';

let bench: Bench;
let isMended = false;
/** Takes every number down as often as it comes, so that an effect that happens twice is seen. */
const always = (id: string, tally: Tally | undefined, number: number): Decision<Tally> =>
  decided({ id, numbers: [...(tally?.numbers ?? []), number] });
const temper = (tally: Tally | undefined, number: number, id: string): Decision<Tally> => {
  if (!isMended) throw new RangeError('not yet');
  return always(id, tally, number);
};

beforeAll(async () => {
  bench = await testBench(process.env);
  const reactions = [takingDown(bench.tallies, temper)];
  bench.consume(reactions);
  bench.consume(reactions);
}, 60_000);
afterAll(() => bench.end(), 60_000);

describe('parked messages', () => {
  test('whose last retry has failed are copied to the dead topic, then dead; what is behind them waits', async () => {
    await bench.send(recordOf('doomed', 1), recordOf('doomed', 2));
    const [head] = await eventually(async () => {
      const found = await bench.parkedOf('doomed');
      expect(found).toHaveLength(2);
      return found;
    });
    if (head === undefined) throw new Error('nothing was parked');
    await bench.store.commit(byJob, (tx) => {
      tx.park({ ...head, attempts: 4, nextAt: 0 });
      return Promise.resolve();
    });
    await eventually(async () => {
      expect(await bench.parkedOf('doomed')).toMatchObject([
        { st: 2, attempts: 5, class: 'bug', err: 'RangeError' },
        { st: 1, class: 'behind' },
      ]);
    });
    const [offsets] = await bench.bus.endOffsets(`${GROUP}.dead`);
    // A copy is sent before it is noted: two processes of the group may both send theirs.
    expect([1, 2]).toContain(offsets?.end);
    expect(await bench.store.parked.count(GROUP)).toEqual({ waiting: 1, dead: 1 });
  }, 30_000);

  test('are redriven once, also where two processes of the group take them up at the same time', async () => {
    const ids = Array.from({ length: 20 }, (_, i) => `r${i}`);
    await bench.send(...ids.flatMap((id) => [1, 2, 3].map((number) => recordOf(id, number))));
    await eventually(async () => expect(await bench.parked()).toHaveLength(62));
    isMended = true;
    expect(await redrive(bench.store, GROUP)).toBe(62);
    await eventually(async () => expect(await bench.parked()).toEqual([]), 30_000);
    for (const id of ids) expect(await bench.numbers(id)).toEqual([1, 2, 3]);
    expect(await bench.numbers('doomed')).toEqual([1, 2]);
  }, 60_000);

  test('of which there are none make nothing to redrive', async () => {
    expect(await redrive(bench.store, GROUP)).toBe(0);
    expect(await redrive(bench.store, ['no-such-row'])).toBe(0);
  });
});
