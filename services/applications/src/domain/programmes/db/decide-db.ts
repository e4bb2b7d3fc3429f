import { all, ratio, S } from '@minzheng/rules';
import type { Part, Ratio, Trace } from '@minzheng/rules';
import { assetParts, explainAssets } from '../../means-test/assets.ts';
import { netIncome } from '../../means-test/income.ts';
import type { Net } from '../../means-test/income.ts';
import type { Means } from '../../means-test/means.ts';
import type { MeansRuleId } from '../../means-test/rules.ts';
import { WINDOW_MONTHS } from '../../means-test/window.ts';
import type { DbParams } from './compile-db.ts';
import type { DbRuleId } from './rules.ts';

/** What the programme says of a household before any top-up; `monthlyFen` is whole yuan, 0 when not eligible. */
export interface DbOutcome {
  readonly isEligible: boolean;
  readonly monthlyFen: number;
  readonly failed: readonly (DbRuleId | MeansRuleId)[];
  /** Not reckoned for a household that fails when nobody asks for the trace. */
  readonly net?: Net;
}

/** What is known of a household beside its means. */
export interface Beside {
  /** What else must hold, asked first. */
  readonly first: readonly Part<MeansRuleId>[];
  /** How many members have lost their share (DB-8). */
  readonly refusing: () => number;
}

const NOTHING_BESIDE: Beside = { first: [], refusing: () => 0 };

/**
 * 最低生活保障: pure, from means and figures to an outcome. Throws NeedFact when the answer depends on a fact nobody gave.
 * Cheap, decisive facts stand first: their order is also the order of questions.
 */
export function decideDb(
  means: Means,
  p: DbParams,
  trace?: Trace<DbRuleId | MeansRuleId>,
  { first, refusing }: Beside = NOTHING_BESIDE,
): DbOutcome {
  const { holds: isEligible, failed } = all<DbRuleId | MeansRuleId>([
    ...first,
    ...assetParts(means, p.assets),
    ['DB-1', () => ratio.isBelow(netIncome(means, p.income).value, lineOf(means, p))],
  ]);
  if (!isEligible && !trace) return { isEligible, monthlyFen: 0, failed };
  const net = netIncome(means, p.income, trace);
  const without = isEligible ? refusing() : 0;
  const monthlyFen = isEligible ? ratio.wholeYuan(shareOf(means, p, net.value, without)) : 0;
  if (trace) explain(means, p, { net, monthlyFen, isEligible, without }, trace);
  return { isEligible, monthlyFen, failed, net };
}

/** What the household is short of a month, exact, in fen (DB-2). */
export const shortfall = (means: Means, p: DbParams, net: Ratio): Ratio =>
  ratio.over(ratio.minus(lineOf(means, p), net), S * WINDOW_MONTHS);

/** DB-8: whoever refuses suitable work gets no share of what the household is short of. */
const shareOf = (means: Means, p: DbParams, net: Ratio, without: number): Ratio =>
  ratio.over(ratio.times(shortfall(means, p, net), means.n - without), means.n);

/** The standard for all over the window, in scaled fen. */
const lineOf = ({ n }: Means, { std }: DbParams): Ratio => ratio.of(S * std * n * WINDOW_MONTHS);

interface Reasons {
  readonly net: Net;
  readonly monthlyFen: number;
  readonly isEligible: boolean;
  readonly without: number;
}

function explain(means: Means, p: DbParams, reasons: Reasons, trace: Trace<DbRuleId | MeansRuleId>): void {
  const { net, monthlyFen, isEligible, without } = reasons;
  const assets = explainAssets(means, p.assets, 'db', trace);
  const line = lineOf(means, p);
  const limit = Number(line.num);
  const isBelow = ratio.isBelow(net.value, line);
  const below = trace.step('DB-1', isBelow, 'yes-no', [net.at], { limit, params: ['dibao.std'] });
  if (!isEligible) return;
  const refused = without > 0 ? [trace.step('DB-8', without, 'count', [], { limit: means.n })] : [];
  trace.step('DB-2', monthlyFen, 'fen', [net.at, below, ...assets, ...refused], { params: ['dibao.std'] });
}
