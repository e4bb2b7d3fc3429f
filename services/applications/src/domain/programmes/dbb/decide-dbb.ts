import { all } from '../../means-test/all.ts';
import { areDwellingsOk, areFinancialAssetsOk, areVehiclesOk } from '../../means-test/assets.ts';
import type { HouseholdFacts } from '../../means-test/facts.ts';
import { netIncome } from '../../means-test/income.ts';
import type { RuleId } from '../../means-test/rules.ts';
import type { Trace } from '../../means-test/trace.ts';
import type { DbParams } from '../db/compile-db.ts';
import { decideDb } from '../db/decide-db.ts';
import type { DbbParams } from './compile-dbb.ts';
import { explainMargin, isBelowMargin } from './margin.ts';

/** What the programme says of a household; it pays nothing by itself. */
export interface DbbOutcome {
  readonly isEligible: boolean;
  readonly failed: readonly RuleId[];
  /** It fits the minimum living allowance, which comes first (ROUTE-1); reckoned only where a trace is asked for. */
  readonly fitsDb?: boolean;
}

/** 低边认定: pure. Throws NeedFact when the answer depends on a fact nobody gave. */
export function decideDbb(facts: HouseholdFacts, p: DbbParams, db: DbParams, trace?: Trace): DbbOutcome {
  const { holds: isEligible, failed } = all([
    ['AST-2', () => areVehiclesOk(facts, p.assets)],
    ['AST-3', () => areDwellingsOk(facts, p.assets)],
    ['AST-1', () => areFinancialAssetsOk(facts, p.assets)],
    ['DBB-1', () => isBelowMargin(facts, netIncome(facts, db.income).value, p) && !decideDb(facts, db).isEligible],
  ]);
  if (!trace) return { isEligible, failed };
  const net = netIncome(facts, db.income, trace);
  const fitsDb = decideDb(facts, db).isEligible;
  explainMargin(facts, net, p, trace, !fitsDb);
  return { isEligible, failed, fitsDb };
}
