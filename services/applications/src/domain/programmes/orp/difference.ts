import { ratio } from '@minzheng/rules';
import type { ParameterView, Ratio } from '@minzheng/rules';
import type { Fen } from '@minzheng/types';
import { netIncome } from '../../means-test/income.ts';
import { meansOfStory } from '../../means-test/means.ts';
import { compileDb } from '../db/compile-db.ts';
import { shortfall } from '../db/decide-db.ts';
import type { Asked } from '../programme.ts';

/** CH-5: a child's standard less its share of what the household receives already; whole yuan, never below nothing. */
export type Difference = (asked: Asked, standardFen: number) => Fen;

/** Throws RangeError when a figure that must exist has no value on that day. */
export function differenceAt(view: ParameterView): Difference {
  const db = compileDb(view);
  return (asked, standardFen) => ratio.wholeYuan(ratio.orZero(ratio.minus(ratio.of(standardFen), childShare(asked))));

  /** The base as it is paid, in whole yuan, for each head of the household. */
  function childShare({ story, holds }: Asked): Ratio {
    if (!holds.has('DB')) return ratio.of(0);
    const means = meansOfStory(story);
    // A household of which everybody is away has no shares.
    if (means.n === 0) return ratio.of(0);
    const net = netIncome(means, db.income).value;
    return ratio.of(ratio.wholeYuan(ratio.orZero(shortfall(means, db, net))), means.n);
  }
}
