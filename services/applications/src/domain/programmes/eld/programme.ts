import { all, S, wholeYuan } from '@minzheng/rules';
import { ageOn } from '../../means-test/persons.ts';
import type { StoryMember } from '../../means-test/story.ts';
import { memberOf, refused } from '../programme.ts';
import type { Programme } from '../programme.ts';
import { eldRules } from './rules.ts';
import type { EldRuleId } from './rules.ts';

/** What each grade of need is paid as; total loss is paid as severe, the highest there is. */
const KEYS = {
  mild: 'eldercare.mild',
  moderate: 'eldercare.moderate',
  severe: 'eldercare.severe',
  total: 'eldercare.severe',
} as const satisfies Record<Exclude<StoryMember['careGrade'], 'able'>, string>;

/** For an elder in a household of the minimum living allowance or on its margin who needs care, by the assessed grade. */
export const programme: Programme = {
  code: 'ELD',
  title: '养老服务补贴',
  about: 'person',
  paysFrom: 'month-after-decision',
  rules: eldRules,
  at(view) {
    const [ageFrom, share] = [view.must('eldercare.ageFrom'), view.must('eldercare.dbbShare')];
    const amounts = new Map([...new Set(Object.values(KEYS))].map((key) => [key, view.must(key)]));
    return (asked, trace) => {
      const member = memberOf(asked);
      const isPoor = () => asked.holds.has('DB') || asked.holds.has('DB_SP');
      const { holds, failed } = all<EldRuleId>([
        ['ELD-1', () => isPoor() || asked.holds.has('DBB')],
        ['ELD-1', () => ageOn(member, view.onDate) >= ageFrom],
        ['ELD-1', () => member.careGrade !== 'able'],
      ]);
      if (!holds || member.careGrade === 'able') return refused(failed);
      const key = KEYS[member.careGrade];
      const monthlyFen = wholeYuan((amounts.get(key) ?? 0) * (isPoor() ? S : share), S);
      trace?.step('ELD-1', monthlyFen, 'fen', [], { params: [key, 'eldercare.dbbShare'] });
      return {
        isEligible: true,
        monthlyFen,
        parts: [{ rule: 'ELD-1', memberId: member.memberId, amountFen: monthlyFen }],
      };
    };
  },
};
