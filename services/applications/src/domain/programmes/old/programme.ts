import { all } from '@minzheng/rules';
import { fen, localDate, period } from '@minzheng/types';
import { ageOn } from '../../means-test/persons.ts';
import { memberOf, refused } from '../programme.ts';
import type { Programme } from '../programme.ts';
import { oldRules } from './rules.ts';
import type { OldRuleId } from './rules.ts';

/** The lowest age of each tier, the highest first. */
const TIERS = [
  [100, 'elder.hundred'],
  [90, 'elder.ninety'],
  [80, 'elder.eighty'],
] as const;

/** From the month of the birthday, without an application: a sum by the age reached in the month. */
export const programme: Programme = {
  code: 'OLD',
  title: '高龄津贴',
  about: 'person',
  paysFrom: 'month-of-decision',
  rules: oldRules,
  at(view) {
    const amounts = TIERS.map(([from, key]) => ({ from, key, amount: view.must(key) }));
    const endOfMonth = period.last(localDate.period(view.onDate));
    return (asked, trace) => {
      const member = memberOf(asked);
      const tierOf = () => amounts.find(({ from }) => ageOn(member, endOfMonth) >= from);
      const { holds, failed } = all<OldRuleId>([
        ['OLD-1', () => tierOf() !== undefined],
        ['OLD-1', () => member.isRegisteredHere],
      ]);
      const tier = holds ? tierOf() : undefined;
      if (tier === undefined) return refused(failed);
      const monthlyFen = fen.of(tier.amount);
      trace?.step('OLD-1', monthlyFen, 'fen', [], { limit: tier.from, params: [tier.key] });
      return {
        isEligible: true,
        monthlyFen,
        parts: [{ rule: 'OLD-1', memberId: member.memberId, amountFen: monthlyFen }],
      };
    };
  },
};
