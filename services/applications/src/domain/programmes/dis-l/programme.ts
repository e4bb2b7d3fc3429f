import { all, S, wholeYuan } from '@minzheng/rules';
import { memberOf, refused } from '../programme.ts';
import type { Programme } from '../programme.ts';
import { disLRules } from './rules.ts';
import type { DisLRuleId } from './rules.ts';

/** For a disabled person in a household of the minimum living allowance or on its margin: a share of the standard. */
export const programme: Programme = {
  code: 'DIS_L',
  title: '困难残疾人生活补贴',
  about: 'person',
  paysFrom: 'month-of-application',
  rules: disLRules,
  at(view) {
    const std = view.must('dibao.std');
    const rates = { DB: view.must('dis.living.db'), DBB: view.must('dis.living.dbb') };
    return (asked, trace) => {
      const member = memberOf(asked);
      const { holds } = asked;
      const isPoor = () => holds.has('DB') || holds.has('DB_SP');
      const found = all<DisLRuleId>([
        ['DIS-1', () => isPoor() || holds.has('DBB')],
        ['DIS-1', () => member.disability !== 'none'],
        ['DIS-5', () => !holds.has('TK') && !holds.has('ORP') && !holds.has('FCWR')],
      ]);
      if (!found.holds) return refused(found.failed);
      const group = isPoor() ? 'DB' : 'DBB';
      const monthlyFen = wholeYuan(rates[group] * std, S);
      const params = [`dis.living.${group.toLowerCase()}`, 'dibao.std'];
      trace?.step('DIS-1', monthlyFen, 'fen', [], { params });
      return {
        isEligible: true,
        monthlyFen,
        parts: [{ rule: 'DIS-1', memberId: member.memberId, amountFen: monthlyFen }],
      };
    };
  },
};
