import { areDwellingsOk, areFinancialAssetsOk, areVehiclesOk, explainAssets } from '../../means-test/assets.ts';
import type { HouseholdFacts } from '../../means-test/facts.ts';
import type { Reckoned } from '../../means-test/income.ts';
import { WINDOW_MONTHS } from '../../means-test/scale.ts';
import type { Trace } from '../../means-test/trace.ts';
import type { DbbParams } from './compile-dbb.ts';

/** The household's income line over the window, in scaled fen. */
export const marginLimit = ({ n }: HouseholdFacts, { lineScaled }: DbbParams): number => lineScaled * n * WINDOW_MONTHS;

/** DBB-1, the income half: strict. */
export const isBelowMargin = (facts: HouseholdFacts, netScaled: number, p: DbbParams): boolean =>
  netScaled < marginLimit(facts, p);

/** DBB-2. */
export const areMarginAssetsOk = (facts: HouseholdFacts, { assets }: DbbParams): boolean =>
  areVehiclesOk(facts, assets) && areDwellingsOk(facts, assets) && areFinancialAssetsOk(facts, assets);

/** Puts income and assets of the margin on the trace; `isOutsideDb` is the other half of DBB-1. Gives the conclusion. */
export function explainMargin(
  facts: HouseholdFacts,
  net: Reckoned,
  p: DbbParams,
  trace: Trace,
  isOutsideDb = true,
): boolean {
  const isBelow = isOutsideDb && isBelowMargin(facts, net.value, p);
  const params = ['dbb.ratio', 'minWage', 'dibao.std'];
  const below = trace.step('DBB-1', isBelow, 'yes-no', [net.at], { limit: marginLimit(facts, p), params });
  const assets = explainAssets(facts, p.assets, 'dbb', trace);
  const fits = isBelow && areMarginAssetsOk(facts, p);
  trace.step('DBB-2', fits, 'yes-no', [below, ...assets]);
  return fits;
}
