import { all } from '@minzheng/rules';
import type { Part, Trace } from '@minzheng/rules';
import { assetParts } from '../../means-test/assets.ts';
import { netIncome } from '../../means-test/income.ts';
import type { Means } from '../../means-test/means.ts';
import type { MeansRuleId } from '../../means-test/rules.ts';
import type { DbParams } from '../db/compile-db.ts';
import { decideDb } from '../db/decide-db.ts';
import type { DbbParams } from './compile-dbb.ts';
import { explainMargin, isBelowMargin } from './margin.ts';
import type { DbbRuleId } from './rules.ts';

/** What the programme says of a household; it pays nothing by itself. */
export interface DbbOutcome {
  readonly isEligible: boolean;
  readonly failed: readonly (DbbRuleId | MeansRuleId)[];
  /** It fits the minimum living allowance, which comes first (ROUTE-1); reckoned only where a trace is asked for. */
  readonly fitsDb?: boolean;
}

/** 低边认定: pure. Throws NeedFact when the answer depends on a fact nobody gave. */
export function decideDbb(
  means: Means,
  p: DbbParams,
  db: DbParams,
  trace?: Trace<DbbRuleId | MeansRuleId>,
  first: readonly Part<MeansRuleId>[] = [],
): DbbOutcome {
  const { holds: isEligible, failed } = all<DbbRuleId | MeansRuleId>([
    ...first,
    ...assetParts(means, p.assets),
    ['DBB-1', () => isBelowMargin(means, netIncome(means, db.income).value, p) && !decideDb(means, db).isEligible],
  ]);
  if (!trace) return { isEligible, failed };
  const net = netIncome(means, db.income, trace);
  const fitsDb = decideDb(means, db).isEligible;
  explainMargin(means, net, p, trace, !fitsDb);
  return { isEligible, failed, fitsDb };
}
