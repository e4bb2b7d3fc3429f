import { describe, expect, test } from '@jest/globals';
import { LocalDate } from '@minzheng/types';
import { allowance, first, propose, reckoned, second, stateOf, today, veteran } from '../../test/samples.ts';
import { allowanceTransitions, AllowanceStatus, approveAllowance, endAllowance, rejectAllowance } from './allowance.ts';
import type { AllowanceCommand } from './allowance.ts';
import { lastMonth } from './last-month.ts';
import type { EndReason } from './last-month.ts';

const refusedWith = (code: string, more: object = {}) => ({ ok: false, refusal: { code, ...more } });
const confirmed = veteran({ status: 'confirmed' });
const noLonger: EndReason = { reason: 'no-longer-entitled' };
const approve = (state = allowance(), by = second, reckoning = reckoned(confirmed.facts)) =>
  approveAllowance(state, confirmed, by, reckoning);

describe('proposing', () => {
  test('fixes the amount of the day with its rules, and nothing is owed yet', () => {
    expect(propose()).toMatchObject({
      ok: true,
      events: [],
      state: {
        status: 'proposed',
        programme: 'VET_LIVING',
        award: { monthlyFen: 18_000, ruleIds: ['V09', 'VET-10'], sample: true },
      },
    });
  });

  test.each(['registered', 'rejected'] as const)('for a veteran who is %s is refused', (status) => {
    expect(propose(veteran({ status }))).toEqual(refusedWith('allowance.veteran-not-confirmed'));
  });

  test('where nothing is due names the rule', () => {
    const tooYoung = reckoned(confirmed.facts, {}, LocalDate.parse('2025-11-30'));
    expect(propose(confirmed, tooYoung)).toEqual(refusedWith('allowance.nothing-due', { params: { rules: 'V09' } }));
  });
});

describe('every command in every state', () => {
  const commands = {
    approve: (state) => approve(state),
    reject: (state) => rejectAllowance(state, second),
    end: (state) => endAllowance(state, second, noLonger, today),
  } satisfies Record<AllowanceCommand, (state: ReturnType<typeof allowance>) => unknown>;
  const pairs = AllowanceStatus.options.flatMap((status) =>
    (Object.keys(commands) as AllowanceCommand[]).map((command) => ({ status, command })),
  );
  test.each(pairs)('$command when $status', ({ status, command }) => {
    const decision = commands[command](allowance({ status }));
    const leadsTo = (allowanceTransitions[status] as Partial<Record<string, string>>)[command];
    if (leadsTo === undefined) {
      expect(decision).toEqual(refusedWith('allowance.transition-not-there', { params: { state: status, command } }));
    } else expect(decision).toMatchObject({ ok: true, state: { status: leadsTo } });
  });
});

describe('approving', () => {
  test('is never done by whoever proposed it', () => {
    expect(approve(allowance(), first)).toEqual(refusedWith('allowance.approved-by-its-proposer'));
  });

  test('awards from the month of approval, though it was proposed in the month before', () => {
    const onApproval = reckoned(confirmed.facts, {}, LocalDate.parse('2026-01-02'));
    const decision = approve(allowance(), second, onApproval);
    expect(decision.ok && decision.events).toEqual([
      expect.objectContaining({
        type: 'org.minzheng.veterans.allowance.awarded.v1',
        subject: 'a-1',
        personId: 'p-1',
        divisionCode: '330302006',
        data: {
          allowanceId: 'a-1',
          decisionId: 'd-2026-01-02',
          category: 'V09',
          programme: 'VET_LIVING',
          monthlyFen: 18_000,
          payFrom: '2026-01',
          decidedOn: '2026-01-02',
          ruleIds: ['V09', 'VET-10'],
          sample: true,
        },
      }),
    ]);
  });

  test('a standard that has changed since is refused: the colleague has seen another amount', () => {
    const changed = reckoned(confirmed.facts, { 'vet.rural60': 6_100 });
    expect(approve(allowance(), second, changed)).toEqual(refusedWith('allowance.standard-changed'));
  });

  test('and so is an award that nothing supports any more', () => {
    const unsupported = reckoned(confirmed.facts, { 'vet.rural60.age': 61 });
    expect(approve(allowance(), second, unsupported)).toEqual(refusedWith('allowance.standard-changed'));
  });

  test('an award of figures from documents alone is no sample', () => {
    const { assessment, stamp } = reckoned(confirmed.facts);
    const used = assessment.used.map((row) => ({ ...row, confidence: 'S' as const }));
    const proposed = stateOf(propose(confirmed, { assessment: { ...assessment, used }, stamp }));
    expect(proposed.award.sample).toBe(false);
  });
});

describe('ending', () => {
  test.each<[string, EndReason, string]>([
    ['the month of the death is due (PAY-2)', { reason: 'died', on: LocalDate.parse('2025-10-01') }, '2025-10'],
    ['the month of the decision is due (PAY-3)', noLonger, '2025-12'],
    [
      'the old place pays until 31 December (PAY-5)',
      { reason: 'moved-away', on: LocalDate.parse('2025-02-03') },
      '2025-12',
    ],
    [
      '… of the year of the move, however late we hear of it',
      { reason: 'moved-away', on: LocalDate.parse('2024-12-31') },
      '2024-12',
    ],
  ])('%s', (_, why, month) => expect(lastMonth(why, today)).toEqual({ ok: true, value: month }));

  test.each(['died', 'moved-away'] as const)('%s tomorrow cannot be', (reason) => {
    const on = LocalDate.parse('2025-12-02');
    const errors = [{ pointer: '/on', code: 'field.too-large', params: { maximum: today } }];
    const active = allowance({ status: 'active' });
    expect(endAllowance(active, first, { reason, on }, today)).toEqual(refusedWith('request.invalid', { errors }));
  });

  test('tells the award that ends and its last month, and not why', () => {
    const died: EndReason = { reason: 'died', on: LocalDate.parse('2025-10-01') };
    const decision = endAllowance(allowance({ status: 'active' }), first, died, today);
    expect(decision.ok && decision.events.map(({ type, data }) => [type, data])).toEqual([
      [
        'org.minzheng.veterans.allowance.ended.v1',
        {
          allowanceId: 'a-1',
          decisionId: 'd-2025-12-01',
          category: 'V09',
          lastMonth: '2025-10',
          endedOn: '2025-12-01',
        },
      ],
    ]);
  });
});
