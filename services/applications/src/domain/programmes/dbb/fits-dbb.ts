import { areDwellingsOk, areFinancialAssetsOk, areVehiclesOk, explainAssets } from '../../means-test/assets.ts';
import type { AssetLimits } from '../../means-test/assets.ts';
import type { HouseholdFacts } from '../../means-test/facts.ts';
import type { Reckoned } from '../../means-test/income.ts';
import { S, WINDOW_MONTHS } from '../../means-test/scale.ts';
import type { Trace } from '../../means-test/trace.ts';
import type { ParameterView } from '../../means-test/view-at.ts';

/**
 * 低边: whether a household refused under DB would fit the margin. A hint for the letter, not a decision: DBB is applied for
 * on its own. DBB-1 is strict, and its line is the lower of the ratio of the standard and the minimum wage.
 */
export function fitsDbb(facts: HouseholdFacts, net: Reckoned, view: ParameterView, trace: Trace): boolean {
  const std = view.must('dibao.std');
  const lineScaled = Math.min(view.must('dbb.ratio') * std, S * view.must('minWage'));
  const limit = lineScaled * facts.n * WINDOW_MONTHS;
  const limits = assetLimits(std, view);
  const params = ['dbb.ratio', 'minWage', 'dibao.std'];
  const below = trace.step('DBB-1', net.value < limit, 'yes-no', [net.at], { limit, params });
  const assets = explainAssets(facts, limits, 'dbb', trace);
  const fits = net.value < limit && areAssetsOk(facts, limits);
  trace.step('DBB-2', fits, 'yes-no', [below, ...assets]);
  return fits;
}

const assetLimits = (std: number, view: ParameterView): AssetLimits => ({
  std,
  financialMultiple: view.must('asset.dbb.financial'),
  vehicles: view.must('asset.dbb.vehicles'),
  dwellings: view.must('asset.dbb.dwellings'),
});

const areAssetsOk = (facts: HouseholdFacts, limits: AssetLimits): boolean =>
  areVehiclesOk(facts, limits) && areDwellingsOk(facts, limits) && areFinancialAssetsOk(facts, limits);
