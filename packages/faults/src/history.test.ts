import { expect, test } from '@jest/globals';
import { History } from './history.ts';

function answeredAt(...times: number[]): History {
  const history = new History();
  for (const ms of times) Object.assign(history.invoke('k', ms - 1), { outcome: 'ok', endedMs: ms });
  return history;
}

test.each([
  ['between two answers', [100, 900, 1_000], 800],
  ['from the injection to the first answer', [600, 700], 600],
  ['after the last answer', [100, 200], 900],
])('a gap is seen %s', (_, times, gap) => {
  expect(answeredAt(...times).writeGapMs(0, 1_100)).toBe(gap);
});

test('what was never answered closes no gap', () => {
  const history = answeredAt(100);
  history.invoke('k', 500);
  expect(history.writeGapMs(0, 1_000)).toBe(900);
});
