import { describe, expect, test } from '@jest/globals';
import { instant, localDate } from '@minzheng/types';
import type { AccountId, Decided, Decision, ReturnCode } from '@minzheng/types';
import { entitlementOf, fileOf, today } from '../../test/samples.ts';
import {
  drawReissue,
  isStillOwed,
  openReissue,
  REMINDERS,
  remindOfUnclaimed,
  replacementId,
  takes,
  UNCLAIMED,
} from './reissue.ts';
import type { Reissue } from './reissue.ts';
import { handlingOf } from './return-handling.ts';

const [failed] = fileOf(130_000).lines;
if (failed === undefined) throw new Error('a line was drawn');
const other = 'acc-other' as AccountId;

function yes<S>(decision: Decision<S>): Decided<S> {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision;
}
const owedFor = (reason: ReturnCode, attempt = 1): Reissue => yes(openReissue(failed, reason, today, attempt)).state;

describe('what is done about each reason (DOMAIN §3.3)', () => {
  test.each<[ReturnCode, string, string]>([
    ['R01', 'hold-account', 'held'],
    ['R02', 'collect-account', 'owed'],
    ['R03', 'collect-account', 'owed'],
    ['R04', 'hold-account', 'held'],
    ['R05', 'retry', 'owed'],
    ['R06', 'retry', 'owed'],
    ['R07', 'hold-account', 'held'],
    ['R08', 'collect-account', 'owed'],
    ['R09', 'hold', 'held'],
    ['R10', 'hold', 'held'],
    ['R11', 'hold-account', 'held'],
    ['R99', 'hold', 'held'],
  ])('%s: %s, the sum is %s', (reason, handling, status) => {
    expect(handlingOf(reason, 1)).toBe(handling);
    expect(owedFor(reason).status).toBe(status);
  });

  test.each<[ReturnCode, boolean, boolean]>([
    ['R03', false, true],
    ['R05', true, true],
  ])('%s: into the same account %s, into another %s', (reason, same, another) => {
    const reissue = owedFor(reason);
    expect([takes(reissue, failed.accountId), takes(reissue, other)]).toEqual([same, another]);
  });

  test('R06 is tried again once a month and three times, then an officer decides', () => {
    expect(owedFor('R06')).toMatchObject({ drawableFrom: '2026-12-01' });
    expect([1, 2, 3, 4].map((attempt) => owedFor('R06', attempt).status)).toEqual(['owed', 'owed', 'owed', 'held']);
  });
});

describe('the replacement', () => {
  test('has one identity for ever, its own, of the month that it is for', () => {
    const reissue = owedFor('R03');
    expect(replacementId(reissue)).toBe(replacementId(failed));
    expect(replacementId(reissue)).toMatch(/^202612/);
    expect(replacementId(reissue)).not.toBe(failed.id);
    expect(replacementId({ ...reissue, id: replacementId(reissue) })).not.toBe(replacementId(reissue));
  });

  test('once drawn is not drawn again, and nobody is reminded', () => {
    const drawn = yes(drawReissue(owedFor('R03')));
    expect(drawn.done).toEqual([{ kind: UNCLAIMED, subject: failed.id }]);
    expect(drawReissue(drawn.state)).toMatchObject({ ok: false, refusal: { code: 'reissue.transition-not-there' } });
    expect(yes(remindOfUnclaimed(drawn.state, localDate.addDays(today, 30))).events).toEqual([]);
  });
});

describe('a month that is owed no more', () => {
  test.each([
    ['is paid again while the entitlement goes on', undefined, true],
    ['is paid again where it was the last one due (PAY-2)', '2026-12', true],
    ['is not paid again beyond the end, as after a death', '2026-11', false],
  ] as const)('%s', (_, until, isOwed) => {
    const entitlement = entitlementOf(0, 130_000, until === undefined ? {} : { until });
    expect(isStillOwed(owedFor('R03'), entitlement)).toBe(isOwed);
  });
});

describe('unclaimed money', () => {
  test('is told of in the morning of the 30th, 60th and 90th day, and no more', () => {
    const days: unknown[] = [];
    let decision = yes(openReissue(failed, 'R03', today, 1));
    while (decision.deadlines?.[0] !== undefined) {
      const { dueAt } = decision.deadlines[0];
      expect(dueAt.slice(11)).toBe('01:00:00.000Z');
      decision = yes(remindOfUnclaimed(decision.state, instant.civilDate(dueAt)));
      days.push(...decision.events.map(({ data }) => (data as { days: number }).days));
    }
    expect(days).toEqual([...REMINDERS]);
  });

  test('is told of once where the service was away for long', () => {
    const late = yes(remindOfUnclaimed(owedFor('R03'), localDate.addDays(today, 65)));
    expect(late.events).toMatchObject([{ data: { days: 60 } }]);
  });
});
