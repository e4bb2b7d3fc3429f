import { describe, expect, test } from '@jest/globals';
import { decided, next, refuse, withDeadlines } from './decision.ts';
import type { Deadline, Decision, Transitions } from './decision.ts';
import { PersonRegistered } from './events/index.ts';
import { instant } from './instant.ts';

type DoorState = 'open' | 'closed' | 'locked';
type DoorCommand = 'close' | 'open' | 'lock';
const transitions = {
  open: { close: 'closed' },
  closed: { open: 'open', lock: 'locked' },
  locked: {},
} satisfies Transitions<DoorState, DoorCommand>;

const due = (subject: string): Deadline => ({ kind: 'notice-ends', subject, dueAt: instant.of(0) });

describe('a decision', () => {
  test('carries the new state and the facts to tell', () => {
    const event = PersonRegistered.of({ subject: 'p-1', data: { personId: 'p-1' } });
    const yes: Decision<string> = decided('registered', event);
    expect(yes).toEqual({ ok: true, state: 'registered', events: [event] });
    expect(decided('quiet')).toEqual({ ok: true, state: 'quiet', events: [] });
  });

  test('gathers the deadlines it sets and those that are done with', () => {
    const first = withDeadlines(decided('waiting'), [due('a')]);
    const both = withDeadlines(first, [due('b')], [{ kind: 'survey-late', subject: 'a' }]);
    expect(both.deadlines).toEqual([due('a'), due('b')]);
    expect(both.done).toEqual([{ kind: 'survey-late', subject: 'a' }]);
    expect(first.deadlines).toEqual([due('a')]);
  });

  test('or a refusal, with only what was given', () => {
    expect(refuse('version.conflict')).toEqual({ ok: false, refusal: { code: 'version.conflict' } });
    const errors = [{ pointer: '/a', code: 'field.required' }] as const;
    expect(refuse('request.invalid', { n: 1 }, errors)).toEqual({
      ok: false,
      refusal: { code: 'request.invalid', params: { n: 1 }, errors },
    });
  });
});

test.each([
  ['open', 'close', 'closed'],
  ['open', 'open', undefined],
  ['open', 'lock', undefined],
  ['closed', 'close', undefined],
  ['closed', 'open', 'open'],
  ['closed', 'lock', 'locked'],
  ['locked', 'close', undefined],
  ['locked', 'open', undefined],
  ['locked', 'lock', undefined],
] as const)('from %s, %s leads to %s', (state, command, expected) => {
  expect(next<DoorState, DoorCommand>(transitions, state, command)).toBe(expected);
});
