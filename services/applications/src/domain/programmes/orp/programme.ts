import { all } from '@minzheng/rules';
import { ADULT_AT, ageOn } from '../../means-test/persons.ts';
import { memberOf, refused } from '../programme.ts';
import type { Programme } from '../programme.ts';
import { differenceAt } from './difference.ts';
import { orpRules } from './rules.ts';
import type { OrpRuleId } from './rules.ts';

/** A child whose parents are dead or cannot be found. */
export const programme: Programme = {
  code: 'ORP',
  title: '孤儿基本生活费',
  about: 'person',
  paysFrom: 'month-after-decision',
  chosenInsteadOf: 'TK',
  rules: orpRules,
  at(view) {
    const standards = { institution: view.must('child.institution'), scattered: view.must('child.scattered') };
    const difference = differenceAt(view);
    return (asked, trace) => {
      const member = memberOf(asked);
      const { holds, failed } = all<OrpRuleId>([
        ['CH-1', () => ageOn(member, view.onDate) < ADULT_AT],
        ['CH-1', () => member.parents.every(({ fate }) => fate === 'dead' || fate === 'not-found')],
        ['CH-5', () => !asked.holds.has('TK')],
      ]);
      if (!holds) return refused(failed);
      const standard = member.isInInstitution ? 'institution' : 'scattered';
      const monthlyFen = difference(asked, standards[standard]);
      const child = trace?.step('CH-1', true, 'yes-no', []);
      trace?.step('CH-5', monthlyFen, 'fen', [child ?? 0], {
        limit: standards[standard],
        params: [`child.${standard}`],
      });
      return {
        isEligible: true,
        monthlyFen,
        parts: [{ rule: 'CH-5', memberId: member.memberId, amountFen: monthlyFen }],
      };
    };
  },
};
