import { all, ratio, S } from '@minzheng/rules';
import type { Findings, Ratio } from '@minzheng/rules';
import { assetParts } from '../../means-test/assets.ts';
import { grossIncome } from '../../means-test/income.ts';
import { meansOfStory } from '../../means-test/means.ts';
import type { Means } from '../../means-test/means.ts';
import { authorised } from '../../means-test/rules.ts';
import type { MeansRuleId } from '../../means-test/rules.ts';
import { decideDb } from '../db/decide-db.ts';
import { decideDbb } from '../dbb/decide-dbb.ts';
import type { Asked } from '../programme.ts';
import type { RxParams } from './compile-rx.ts';
import type { RxRuleId } from './rules.ts';

/** 刚性支出困难家庭: pure. Throws NeedFact when the answer depends on a fact nobody gave. */
export function decideRx({ story, holds }: Asked, p: RxParams): Findings<RxRuleId | MeansRuleId> {
  const means = meansOfStory(story);
  return all<RxRuleId | MeansRuleId>([
    authorised(story),
    ...assetParts(means, p.assets),
    ['RX-1', () => isOutsideOthers(means, p) && !holds.has('TK') && isBelowLocalIncome(means, p)],
    ['RX-2', () => spendsTooMuch(means, p)],
  ]);
}

const isOutsideOthers = (means: Means, { db, dbb }: RxParams): boolean =>
  !decideDb(means, db).isEligible && !decideDbb(means, dbb, db).isEligible;

/** Per person and year, of the income before anything is taken off for illness: the spending is judged on its own. */
export const isBelowLocalIncome = (means: Means, { db, localIncome }: Pick<RxParams, 'db' | 'localIncome'>): boolean =>
  ratio.isBelow(grossIncome(means, db.income).value, ratio.of(S * localIncome * means.n));

/** 刚性支出 over the window, in scaled fen. */
export const rigidSpending = ({ rigid }: Means): number =>
  S * rigid.reduce((total, { amountFen }) => total + amountFen, 0);

/** RX-2, multiplied out, so that a household without income is judged as well. */
function spendsTooMuch(means: Means, p: RxParams): boolean {
  const line: Ratio = ratio.times(grossIncome(means, p.db.income).value, p.ratio);
  return ratio.isBelow(line, ratio.times(ratio.of(rigidSpending(means)), S));
}
