import { all } from '@minzheng/rules';
import { ADULT_AT, ageOn } from '../../means-test/persons.ts';
import { differenceAt } from '../orp/difference.ts';
import { memberOf, refused } from '../programme.ts';
import type { Programme } from '../programme.ts';
import { isOrphaned, isOut } from './parents.ts';
import { fcwrRules } from './rules.ts';
import type { FcwrRuleId } from './rules.ts';

/** A child whose parents live, or one of them, and cannot bring it up. Nothing of it is ever published. */
export const programme: Programme = {
  code: 'FCWR',
  title: '事实无人抚养儿童基本生活补贴',
  about: 'person',
  paysFrom: 'month-after-decision',
  chosenInsteadOf: 'TK',
  rules: fcwrRules,
  at(view) {
    const standard = view.must('child.scattered');
    const difference = differenceAt(view);
    return (asked, trace) => {
      const member = memberOf(asked);
      const { holds, failed } = all<FcwrRuleId>([
        ['CH-2', () => ageOn(member, view.onDate) < ADULT_AT],
        ['CH-2', () => !isOrphaned(member.parents)],
        ['CH-3', () => member.parents.every(isOut)],
        ['CH-5', () => !asked.holds.has('TK')],
      ]);
      if (!holds) return refused(failed);
      const monthlyFen = difference(asked, standard);
      const child = trace?.step('CH-2', true, 'yes-no', []);
      trace?.step('CH-5', monthlyFen, 'fen', [child ?? 0], { limit: standard, params: ['child.scattered'] });
      return {
        isEligible: true,
        monthlyFen,
        parts: [{ rule: 'CH-5', memberId: member.memberId, amountFen: monthlyFen }],
      };
    };
  },
};
