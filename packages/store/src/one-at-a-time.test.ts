import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { OneAtATime } from './one-at-a-time.ts';

test('each begins when the one before has ended, well or badly', async () => {
  const line = new OneAtATime();
  const seen: string[] = [];
  const step = (name: string, ms: number) => async () => {
    seen.push(`${name} begins`);
    await wait(ms);
    seen.push(`${name} ends`);
    if (name === 'b') throw new Error('b failed');
    return name;
  };
  const results = await Promise.allSettled([line.run(step('a', 5)), line.run(step('b', 1)), line.run(step('c', 0))]);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
