import { all, ratio, S } from '@minzheng/rules';
import type { Ratio, Trace } from '@minzheng/rules';
import { fen } from '@minzheng/types';
import type { Fen } from '@minzheng/types';
import type { DecidingLevel } from '../../means-test/assessment.ts';
import { assetParts } from '../../means-test/assets.ts';
import { grossIncome } from '../../means-test/income.ts';
import { meansOfStory } from '../../means-test/means.ts';
import type { Means } from '../../means-test/means.ts';
import { authorised, meansRules } from '../../means-test/rules.ts';
import type { MeansRuleId } from '../../means-test/rules.ts';
import { WINDOW_MONTHS } from '../../means-test/window.ts';
import { refused } from '../programme.ts';
import type { Programme } from '../programme.ts';
import { isBelowLocalIncome, rigidSpending } from '../rx/decide-rx.ts';
import { banded } from './banded.ts';
import { compileTlX } from './compile-tl-x.ts';
import type { TlXParams } from './compile-tl-x.ts';
import { tlXRules } from './rules.ts';
import type { TlXRuleId } from './rules.ts';

/** Spending that could not be avoided has outrun what a household has: once, a share of what it lacks. */
export const programme: Programme = {
  code: 'TL_X',
  title: '支出型临时救助',
  about: 'household',
  place: 60,
  addsToAny: true,
  paysFrom: 'at-once',
  rules: { ...meansRules, ...tlXRules },
  at(view) {
    const p = compileTlX(view);
    return ({ story }, trace) => {
      const means = meansOfStory(story);
      const { holds, failed } = all<TlXRuleId | MeansRuleId>([
        authorised(story),
        ...assetParts(means, p.assets),
        ['TL-2', () => isBelowLocalIncome(means, p)],
        ['TL-6', () => excessOf(means, p).num > 0n],
        ['TL-7', () => !story.pastRelief.isSameCause && story.pastRelief.grants < p.grants],
      ]);
      if (!holds) return refused(failed);
      const oneOffFen = tl6(means, p, trace);
      const level = levelOf(oneOffFen, means, p);
      trace?.step('TL-4', level === 'street', 'yes-no', [], { params: ['tl.streetLimit', 'dibao.std'] });
      return {
        isEligible: true,
        monthlyFen: fen.zero,
        oneOffFen,
        parts: [{ rule: 'TL-6', amountFen: oneOffFen }],
        level,
      };
    };
  },
};

/** The spending that the income above the standard does not cover; exact, in fen. */
function excessOf(means: Means, { db }: TlXParams): Ratio {
  const standard = ratio.of(S * db.std * means.n * WINDOW_MONTHS);
  const spare = ratio.orZero(ratio.minus(grossIncome(means, db.income).value, standard));
  return ratio.over(ratio.minus(ratio.of(rigidSpending(means)), spare), S);
}

function tl6(means: Means, p: TlXParams, trace?: Trace<TlXRuleId | MeansRuleId>): Fen {
  const limit = fen.of(p.cap * p.db.std * means.n);
  const sum = ratio.wholeYuan(banded(excessOf(means, p), p.bands));
  const granted = sum < limit ? sum : limit;
  if (trace) {
    const income = grossIncome(means, p.db.income, trace);
    const params = ['tl.exp.first', 'tl.exp.firstTo', 'tl.exp.second', 'tl.exp.secondTo', 'tl.exp.third', 'tl.exp.cap'];
    trace.step('TL-6', granted, 'fen', [income.at], { limit, params });
  }
  return granted;
}

/** TL-4; above the highest tier of an emergency a meeting at the district decides (一事一议). */
function levelOf(sum: number, { n }: Means, { db, streetLimit, meetingAbove }: TlXParams): DecidingLevel {
  if (sum <= streetLimit * db.std * n) return 'street';
  return sum <= meetingAbove * db.std * n ? 'district' : 'meeting';
}
