import { all } from '../../means-test/all.ts';
import { areDwellingsOk, areFinancialAssetsOk, areVehiclesOk, explainAssets } from '../../means-test/assets.ts';
import type { HouseholdFacts } from '../../means-test/facts.ts';
import { netIncome } from '../../means-test/income.ts';
import type { Reckoned } from '../../means-test/income.ts';
import type { RuleId } from '../../means-test/rules.ts';
import { ceilDiv, S, WINDOW_MONTHS } from '../../means-test/scale.ts';
import type { Trace } from '../../means-test/trace.ts';
import type { DbParams } from './compile-db.ts';

/** What the programme says of a household; `monthlyFen` is whole yuan, 0 when not eligible. */
export interface DbOutcome {
  readonly isEligible: boolean;
  readonly monthlyFen: number;
  readonly failed: readonly RuleId[];
  /** Not reckoned for a household that fails when nobody asks for the trace. */
  readonly net?: Reckoned;
}

const FEN_PER_YUAN = 100;

/**
 * 最低生活保障: pure, from facts and figures to an outcome. Throws NeedFact when the answer depends on a fact nobody gave.
 * Cheap, decisive facts stand first: their order is also the order of questions.
 */
export function decideDb(facts: HouseholdFacts, p: DbParams, trace?: Trace): DbOutcome {
  const limitFen = p.std * facts.n * WINDOW_MONTHS;
  const { holds: isEligible, failed } = all([
    ['AST-2', () => areVehiclesOk(facts, p.assets)],
    ['AST-3', () => areDwellingsOk(facts, p.assets)],
    ['AST-1', () => areFinancialAssetsOk(facts, p.assets)],
    ['DB-1', () => netIncome(facts, p.income).value < S * limitFen],
  ]);
  if (!isEligible && !trace) return { isEligible, monthlyFen: 0, failed };
  const net = netIncome(facts, p.income, trace);
  const monthlyFen = isEligible ? wholeYuan(S * limitFen - net.value) : 0;
  if (trace) explain(facts, p, { net, limitFen, monthlyFen, isEligible }, trace);
  return { isEligible, monthlyFen, failed, net };
}

/** DB-2: the monthly difference from its scaled sum over the window; any part of a yuan becomes a whole one (见角进元). */
const wholeYuan = (differenceScaled: number): number =>
  ceilDiv(differenceScaled, S * WINDOW_MONTHS * FEN_PER_YUAN) * FEN_PER_YUAN;

interface Reasons {
  readonly net: Reckoned;
  readonly limitFen: number;
  readonly monthlyFen: number;
  readonly isEligible: boolean;
}

function explain(facts: HouseholdFacts, p: DbParams, reasons: Reasons, trace: Trace): void {
  const { net, limitFen, monthlyFen, isEligible } = reasons;
  const assets = explainAssets(facts, p.assets, 'db', trace);
  const limit = S * limitFen;
  const below = trace.step('DB-1', net.value < limit, 'yes-no', [net.at], { limit, params: ['dibao.std'] });
  if (isEligible) trace.step('DB-2', monthlyFen, 'fen', [net.at, below, ...assets], { params: ['dibao.std'] });
}
