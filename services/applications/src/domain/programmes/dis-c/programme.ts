import { all } from '@minzheng/rules';
import { fen } from '@minzheng/types';
import { isSeverelyDisabled } from '../../means-test/persons.ts';
import type { Disability } from '../../means-test/story.ts';
import { memberOf, refused } from '../programme.ts';
import type { Programme } from '../programme.ts';
import { disCRules } from './rules.ts';
import type { DisCRuleId } from './rules.ts';

const KEYS = ['dis.care.one', 'dis.care.two', 'dis.care.three'] as const;

/** For a severely disabled person who needs care for long, whatever the household has. */
export const programme: Programme = {
  code: 'DIS_C',
  title: '重度残疾人护理补贴',
  about: 'person',
  paysFrom: 'month-of-application',
  rules: disCRules,
  at(view) {
    const amounts = KEYS.map((key) => view.must(key));
    return (asked, trace) => {
      const member = memberOf(asked);
      const found = all<DisCRuleId>([
        ['DIS-2', () => isSeverelyDisabled(member.disability)],
        ['DIS-2', () => member.needsLongTermCare],
        ['DIS-5', () => !asked.holds.has('TK')],
        ['DIS-5', () => !member.hasWorkInjuryNursing],
      ]);
      if (!found.holds) return refused(found.failed);
      const at = levelOf(member.disability) - 1;
      const monthlyFen = fen.of(amounts[at] ?? 0);
      trace?.step('DIS-2', monthlyFen, 'fen', [], { params: KEYS.slice(at, at + 1) });
      return {
        isEligible: true,
        monthlyFen,
        parts: [{ rule: 'DIS-2', memberId: member.memberId, amountFen: monthlyFen }],
      };
    };
  },
};

/** Throws TypeError for somebody without a certificate: found before. */
function levelOf(disability: Disability): number {
  if (disability === 'none') throw new TypeError('nobody without a certificate gets here');
  return disability.level;
}
