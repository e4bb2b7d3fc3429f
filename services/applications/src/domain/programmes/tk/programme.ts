import { all, S, wholeYuan } from '@minzheng/rules';
import type { Part, Trace } from '@minzheng/rules';
import { fen } from '@minzheng/types';
import { assetParts } from '../../means-test/assets.ts';
import { countedMembers, meansOfStory } from '../../means-test/means.ts';
import { authorised, meansRules } from '../../means-test/rules.ts';
import type { MeansRuleId } from '../../means-test/rules.ts';
import type { StoryMember } from '../../means-test/story.ts';
import { memberOf, refused } from '../programme.ts';
import type { AmountPart, Asked, Programme } from '../programme.ts';
import { compileTk } from './compile-tk.ts';
import type { CareTier, TkParams } from './compile-tk.ts';
import { hasNoSource, isCapable, isUnableToWork } from './conditions.ts';
import { tkRules } from './rules.ts';
import type { TkRuleId } from './rules.ts';

/** No ability to work, nothing to live on, nobody who can support (TK-1): a standard, not a difference. */
export const programme: Programme = {
  code: 'TK',
  title: '特困人员救助供养',
  about: 'person',
  place: 10,
  leavesHousehold: true,
  paysFrom: 'month-after-decision',
  rules: { ...meansRules, ...tkRules },
  at(view) {
    const p = compileTk(view);
    return (asked, trace) => {
      const member = memberOf(asked);
      const { holds, failed } = all<TkRuleId | MeansRuleId>(conditions(asked, member, p));
      if (!holds) return refused(failed);
      const parts = amounts(member, p, trace);
      return { isEligible: true, monthlyFen: fen.sum(parts.map(({ amountFen }) => amountFen)), parts };
    };
  },
};

const conditions = ({ story, holds }: Asked, member: StoryMember, p: TkParams): Part<TkRuleId | MeansRuleId>[] => [
  authorised(story),
  ['TK-6', () => !holds.has('ORP') && !holds.has('FCWR')],
  ['TK-2', () => isUnableToWork(member, p)],
  ['TK-3', () => hasNoSource(story, member, p)],
  ...assetParts(meansOfStory(story), p.assets),
  ['TK-4', () => othersOf(story, member).every((other) => isUnableToWork(other, p) && hasNoSource(story, other, p))],
  ['TK-4', () => obligorsOf(story, member).every((obligor) => !isCapable(obligor, p))],
];

/** Those who live together owe one another support (HH-1): one of them who can work, or has something to live on, can give it. */
const othersOf = (story: Asked['story'], { memberId }: StoryMember): readonly StoryMember[] =>
  countedMembers(story).filter((other) => other.memberId !== memberId);

const obligorsOf = ({ obligors }: Asked['story'], { memberId }: StoryMember) =>
  obligors.filter(({ supports }) => supports.includes(memberId));

const PARTIAL_FROM = 1;
const TOTAL_FROM = 4;

/** TK-5: six activities of daily living; none failed is full, one to three partial, four and more total loss. */
export function careTier(failedAdls: number): CareTier {
  if (failedAdls >= TOTAL_FROM) return 'total';
  return failedAdls >= PARTIAL_FROM ? 'partial' : 'full';
}

function amounts(member: StoryMember, p: TkParams, trace?: Trace<TkRuleId>): AmountPart[] {
  const tier = careTier(member.failedAdls);
  const basic = wholeYuan(p.basicRatio * p.std, S);
  const care = wholeYuan(p.care[tier] * p.minWage, S);
  const conditionsMet = trace?.step('TK-4', true, 'yes-no', [
    trace.step('TK-2', true, 'yes-no', []),
    trace.step('TK-3', true, 'yes-no', []),
  ]);
  trace?.step('TK-5', basic, 'fen', [conditionsMet ?? 0], { params: ['tk.basicRatio', 'dibao.std'] });
  trace?.step('TK-5', care, 'fen', [conditionsMet ?? 0], { params: [`tk.care.${tier}`, 'minWage'] });
  return [
    { rule: 'TK-5', memberId: member.memberId, amountFen: basic },
    { rule: 'TK-5', memberId: member.memberId, amountFen: care },
  ];
}
