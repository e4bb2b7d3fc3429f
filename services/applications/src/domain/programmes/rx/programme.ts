import { fen, localDate } from '@minzheng/types';
import type { LocalDate } from '@minzheng/types';
import { grossIncome } from '../../means-test/income.ts';
import { meansOfStory } from '../../means-test/means.ts';
import { meansRules } from '../../means-test/rules.ts';
import { refused } from '../programme.ts';
import type { Programme } from '../programme.ts';
import { compileRx } from './compile-rx.ts';
import { decideRx, rigidSpending } from './decide-rx.ts';
import { rxRules } from './rules.ts';

/** A status for a year: unavoidable spending eats up an income that is above the margin. */
export const programme: Programme = {
  code: 'RX',
  title: '刚性支出困难家庭认定',
  about: 'household',
  place: 50,
  paysFrom: 'nothing',
  rules: { ...meansRules, ...rxRules },
  at(view) {
    const p = compileRx(view);
    return (asked, trace) => {
      const { holds, failed } = decideRx(asked, p);
      if (!holds) return refused(failed);
      const means = meansOfStory(asked.story);
      if (trace) {
        const income = grossIncome(means, p.db.income, trace);
        const below = trace.step('RX-1', true, 'yes-no', [income.at], { params: ['localDispIncome'] });
        trace.step('RX-2', rigidSpending(means), 'fen-scaled', [income.at, below], { params: ['rigid.ratio'] });
      }
      return { isEligible: true, monthlyFen: fen.zero, parts: [], validUntil: lastDay(view.onDate, p.validMonths) };
    };
  },
};

/** RX-3: the day before the same day so many months on. */
const lastDay = (from: LocalDate, months: number): LocalDate =>
  localDate.addDays(localDate.addMonths(from, months), -1);
