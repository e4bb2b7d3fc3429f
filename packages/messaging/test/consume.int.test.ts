import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, recordOf, testBench } from './fixture.ts';
import type { Bench } from './fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await testBench(process.env);
  bench.consume();
}, 60_000);
afterAll(() => bench.end(), 60_000);

describe('an event', () => {
  test('has its effect, and events of one subject have theirs in order', async () => {
    await bench.send(...[1, 2, 3, 4, 5].map((number) => recordOf('ordered', number)));
    await eventually(async () => expect(await bench.numbers('ordered')).toEqual([1, 2, 3, 4, 5]));
  });
});
