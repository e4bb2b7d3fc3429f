import { expect, test } from '@jest/globals';
import { History, writeGapMs } from './history.ts';

function answeredAt(...times: number[]): History {
  const history = new History();
  for (const ms of times) Object.assign(history.invoke('k', ms - 1), { outcome: 'ok', endedMs: ms });
  return history;
}

test.each([
  ['between two answers', [[100, 900, 1_000]], 800],
  ['from the injection to the first answer', [[600, 700]], 600],
  ['after the last answer', [[100, 200]], 900],
  ['only where no client at all was answered', [[100, 900], [500]], 400],
])('a gap is seen %s', (_, times, gap) => {
  const histories = times.map((some) => answeredAt(...some));
  expect(writeGapMs(histories, 0, 1_100)).toBe(gap);
});

test('what was never answered closes no gap', () => {
  const history = answeredAt(100);
  history.invoke('k', 500);
  expect(writeGapMs([history], 0, 1_000)).toBe(900);
});
