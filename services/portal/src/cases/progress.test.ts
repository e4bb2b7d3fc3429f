import { expect, test } from '@jest/globals';
import type { CaseStatus, HistoryEntry } from '../api/contract.ts';
import { stopsOf } from './progress.ts';

type Event = HistoryEntry['event'];

const statesOf = (status: CaseStatus, ...events: Event[]): string => {
  const history = events.map((event, index) => ({ event, at: `2026-11-0${index + 1}T01:00:00.000Z` }));
  return stopsOf({ status, history })
    .map(({ state }) => ({ done: 'd', current: 'C', 'to-come': '.', 'left-out': '-' })[state])
    .join('');
};

test.each<[CaseStatus, Event[], string]>([
  ['submitted', ['submitted'], 'C......'],
  ['accepted', ['submitted', 'accepted'], 'dC.....'],
  ['survey', ['submitted', 'accepted', 'survey-started'], 'ddC....'],
  ['public-notice', ['submitted', 'accepted', 'survey-started', 'notice-posted'], 'dddC...'],
  ['reported', ['submitted', 'accepted', 'survey-started', 'notice-posted', 'notice-ended', 'reported'], 'ddddC..'],
  ['reported', ['submitted', 'accepted', 'survey-started', 'reported'], 'ddd-C..'],
  ['refused', ['submitted', 'accepted', 'survey-started', 'reported', 'review-started', 'refused'], 'ddd-ddd'],
  [
    'confirmed',
    [
      'submitted',
      'accepted',
      'survey-started',
      'notice-posted',
      'notice-ended',
      'reported',
      'review-started',
      'confirmed',
    ],
    'ddddddd',
  ],
  ['withdrawn', ['submitted', 'accepted', 'withdrawn'], 'dd-----'],
])('%s after %j stands at %s', (status, events, states) => {
  expect(statesOf(status, ...events)).toBe(states);
});

test('a status that is newer than these pages stands where the case came last', () => {
  expect(statesOf('newer' as CaseStatus, 'submitted', 'accepted')).toBe('dC.....');
});

test('a station bears the moment at which the case came there', () => {
  const history = [{ event: 'submitted', at: '2026-11-01T01:00:00.000Z' }] as const;
  expect(stopsOf({ status: 'submitted', history: [...history] })[0]?.at).toBe('2026-11-01T01:00:00.000Z');
});
