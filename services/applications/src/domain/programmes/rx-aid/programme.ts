import { all, ratio, S } from '@minzheng/rules';
import type { Ratio } from '@minzheng/rules';
import { grossIncome } from '../../means-test/income.ts';
import { meansOfStory } from '../../means-test/means.ts';
import type { Means } from '../../means-test/means.ts';
import { meansRules } from '../../means-test/rules.ts';
import { WINDOW_MONTHS } from '../../means-test/window.ts';
import { refused } from '../programme.ts';
import type { Programme } from '../programme.ts';
import { compileRx } from '../rx/compile-rx.ts';
import type { RxParams } from '../rx/compile-rx.ts';
import { decideRx, rigidSpending } from '../rx/decide-rx.ts';
import { rxRules } from '../rx/rules.ts';
import { rxAidRules } from './rules.ts';
import type { RxAidRuleId } from './rules.ts';

/** For some months, what a household is short of once its unavoidable spending is paid. */
export const programme: Programme = {
  code: 'RX_AID',
  title: '支出型困难家庭基本生活救助',
  about: 'household',
  paysFrom: 'month-after-decision',
  rules: { ...meansRules, ...rxRules, ...rxAidRules },
  at(view) {
    const [p, months] = [compileRx(view), view.must('aid41.months')];
    return (asked, trace) => {
      const rx = decideRx(asked, p);
      if (!rx.holds) return refused(rx.failed);
      const means = meansOfStory(asked.story);
      const short = shortOf(means, p);
      const { holds, failed } = all<RxAidRuleId>([['RX-4', () => short.num > 0n]]);
      if (!holds) return refused(failed);
      const monthlyFen = ratio.wholeYuan(short);
      const income = trace ? [grossIncome(means, p.db.income, trace).at] : [];
      trace?.step('RX-4', monthlyFen, 'fen', income, { params: ['dibao.std', 'aid41.months'] });
      return { isEligible: true, monthlyFen, parts: [{ rule: 'RX-4', amountFen: monthlyFen }], months };
    };
  },
};

/** RX-4: the standard for all, less what is left of the income, never below nothing; a month, exact, in fen. */
function shortOf(means: Means, { db }: RxParams): Ratio {
  const left = ratio.orZero(ratio.minus(grossIncome(means, db.income).value, ratio.of(rigidSpending(means))));
  return ratio.over(ratio.minus(ratio.of(S * db.std * means.n * WINDOW_MONTHS), left), S * WINDOW_MONTHS);
}
