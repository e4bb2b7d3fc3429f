import { S, wholeYuan } from '@minzheng/rules';
import type { ParameterView, Trace } from '@minzheng/rules';
import type { LocalDate } from '@minzheng/types';
import { ADULT_AT, ageOn, isSeverelyDisabled } from '../../means-test/persons.ts';
import type { StoryMember } from '../../means-test/story.ts';
import type { AmountPart } from '../programme.ts';
import type { DbRuleId } from './rules.ts';

/** What DB-3 reads: rates in basis points of the standard, an age in years. */
export interface TopUpParams {
  readonly onDate: LocalDate;
  readonly std: number;
  readonly severeDisability: number;
  readonly severeIllness: number;
  readonly aged: number;
  readonly agedFrom: number;
  readonly minor: number;
}

/** Throws RangeError when a figure that must exist has no value on that day. */
export const compileTopUps = (view: ParameterView): TopUpParams => ({
  onDate: view.onDate,
  std: view.must('dibao.std'),
  severeDisability: view.must('topup.severeDisability'),
  severeIllness: view.must('topup.severeIllness'),
  aged: view.must('topup.aged'),
  agedFrom: view.must('topup.agedFrom'),
  minor: view.must('topup.minor'),
});

const KEYS = {
  severeDisability: 'topup.severeDisability',
  severeIllness: 'topup.severeIllness',
  aged: 'topup.aged',
  minor: 'topup.minor',
};
type Reason = keyof typeof KEYS;

/** DB-3 for one person: of all reasons the one with the highest rate, never a sum of them. */
export function topUpOf(member: StoryMember, p: TopUpParams): { reason: Reason; rate: number } | undefined {
  const age = ageOn(member, p.onDate);
  const reasons: readonly (readonly [Reason, boolean])[] = [
    ['severeDisability', isSeverelyDisabled(member.disability)],
    ['severeIllness', member.isSeverelyIll],
    ['aged', age >= p.agedFrom],
    ['minor', age < ADULT_AT],
  ];
  const open = reasons.filter(([, applies]) => applies).map(([reason]) => ({ reason, rate: p[reason] }));
  return open.toSorted((a, b) => b.rate - a.rate)[0];
}

/** 分类施保: one line for each member who has a reason, whole yuan each. */
export const topUps = (members: readonly StoryMember[], p: TopUpParams, trace?: Trace<DbRuleId>): AmountPart[] =>
  members.flatMap((member) => {
    const found = topUpOf(member, p);
    if (found === undefined) return [];
    const amountFen = wholeYuan(found.rate * p.std, S);
    trace?.step('DB-3', amountFen, 'fen', [], { params: [KEYS[found.reason], 'dibao.std'] });
    return [{ rule: 'DB-3', memberId: member.memberId, amountFen }];
  });
