import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { OneFlight } from './one-flight.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('calls that come together, or within half a minute, are one; later ones are new', async () => {
  let calls = 0;
  const flights = new OneFlight<string>((key) => Promise.resolve(`${key}-${(calls += 1)}`));
  expect(await Promise.all([flights.get('a'), flights.get('a'), flights.get('b')])).toEqual(['a-1', 'a-1', 'b-2']);
  await jest.advanceTimersByTimeAsync(29_000);
  expect(await flights.get('a')).toBe('a-1');
  await jest.advanceTimersByTimeAsync(1_000);
  expect(await flights.get('a')).toBe('a-3');
});

test('a call that failed fails for all that waited, and the next is made', async () => {
  let calls = 0;
  const flights = new OneFlight<number>(() => {
    calls += 1;
    return calls === 1 ? Promise.reject(new Error('away')) : Promise.resolve(calls);
  });
  const together = await Promise.allSettled([flights.get('a'), flights.get('a')]);
  expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await flights.get('a')).toBe(2);
});
