import { ratio } from '@minzheng/rules';
import type { Ratio, Trace } from '@minzheng/rules';
import { areDwellingsOk, areFinancialAssetsOk, areVehiclesOk, explainAssets } from '../../means-test/assets.ts';
import type { Net } from '../../means-test/income.ts';
import type { Means } from '../../means-test/means.ts';
import type { MeansRuleId } from '../../means-test/rules.ts';
import { WINDOW_MONTHS } from '../../means-test/window.ts';
import type { DbbParams } from './compile-dbb.ts';
import type { DbbRuleId } from './rules.ts';

/** The household's income line over the window, in scaled fen. */
export const marginLimit = ({ n }: Means, { lineScaled }: DbbParams): number => lineScaled * n * WINDOW_MONTHS;

/** DBB-1, the income half: strict. */
export const isBelowMargin = (means: Means, netScaled: Ratio, p: DbbParams): boolean =>
  ratio.isBelow(netScaled, ratio.of(marginLimit(means, p)));

/** DBB-2. */
export const areMarginAssetsOk = (means: Means, { assets }: DbbParams): boolean =>
  areVehiclesOk(means, assets) && areDwellingsOk(means, assets) && areFinancialAssetsOk(means, assets);

/** Puts income and assets of the margin on the trace; `isOutsideDb` is the other half of DBB-1. Gives the conclusion. */
export function explainMargin(
  means: Means,
  net: Net,
  p: DbbParams,
  trace: Trace<DbbRuleId | MeansRuleId>,
  isOutsideDb = true,
): boolean {
  const isBelow = isOutsideDb && isBelowMargin(means, net.value, p);
  const params = ['dbb.ratio', 'minWage', 'dibao.std'];
  const below = trace.step('DBB-1', isBelow, 'yes-no', [net.at], { limit: marginLimit(means, p), params });
  const assets = explainAssets(means, p.assets, 'dbb', trace);
  const fits = isBelow && areMarginAssetsOk(means, p);
  trace.step('DBB-2', fits, 'yes-no', [below, ...assets]);
  return fits;
}
