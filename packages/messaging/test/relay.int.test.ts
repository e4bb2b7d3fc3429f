import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Store } from '@minzheng/store';
import { decided } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { byJob, eventually, numbered, talliesOf, testBench } from './fixture.ts';
import type { Bench, Tally } from './fixture.ts';

let bench: Bench;
let source: Store;
beforeAll(async () => {
  bench = await testBench(process.env);
  source = await bench.otherStore('applications');
  bench.consume();
}, 60_000);
afterAll(() => bench.end(), 60_000);

const adding =
  (id: string, number: number) =>
  (state: Tally | undefined): Decision<Tally> =>
    decided({ id, numbers: [...(state?.numbers ?? []), number] }, numbered(id, number));

const commit = (id: string, number: number): Promise<Tally> =>
  source.commit(byJob, (tx) => tx.apply(talliesOf(source), id, adding(id, number)));

describe('what a commit decided', () => {
  test('is published in the order of its key, however fast the commits come', async () => {
    const relay = bench.relay(source);
    const ids = ['k1', 'k2', 'k3', 'k4'];
    const numbers = Array.from({ length: 25 }, (_, i) => i + 1);
    await Promise.all(
      ids.map(async (id) => {
        for (const number of numbers) await commit(id, number);
      }),
    );
    for (const id of ids) await eventually(async () => expect(await bench.numbers(id)).toEqual(numbers));
    await eventually(async () => expect(await source.outbox.unpublished()).toEqual([]));
    await eventually(() => expect(relay.idle()).toBe(true));
    await relay.stop();
  }, 60_000);

  test('waits while nobody relays, and is published by whoever comes next', async () => {
    await commit('waiting', 1);
    expect(await source.outbox.unpublished()).toHaveLength(1);
    const next = bench.relay(source);
    await eventually(async () => expect(await bench.numbers('waiting')).toEqual([1]));
    await next.stop();
  });

  test('is published by one of two relays; when that one stops, by the other', async () => {
    const [one, other] = [bench.relay(source), bench.relay(source)];
    await commit('handed', 1);
    await eventually(async () => expect(await bench.numbers('handed')).toEqual([1]));
    await one.stop();
    await commit('handed', 2);
    await eventually(async () => expect(await bench.numbers('handed')).toEqual([1, 2]));
    await other.stop();
  });

  test('reaches the other service in a few milliseconds', async () => {
    const relay = bench.relay(source);
    await commit('hop', 1);
    await eventually(async () => expect(await bench.numbers('hop')).toEqual([1]));
    const times: number[] = [];
    for (let number = 2; number <= 41; number += 1) {
      await commit('hop', number);
      const committedMs = performance.now();
      await eventually(async () => expect(await bench.numbers('hop')).toContain(number));
      times.push(performance.now() - committedMs);
    }
    await relay.stop();
    const sorted = times.toSorted((a, b) => a - b);
    process.stdout.write(
      `hop: p50 ${sorted[20]?.toFixed(1)} ms, most ${sorted.at(-1)?.toFixed(1)} ms of ${sorted.length}\n`,
    );
  }, 60_000);
});
