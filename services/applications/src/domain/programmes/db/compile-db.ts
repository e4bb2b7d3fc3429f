import type { AssetLimits } from '../../means-test/assets.ts';
import type { IncomeParams } from '../../means-test/income.ts';
import type { ParameterView } from '../../means-test/view-at.ts';

/** Every figure the programme reads, resolved once for a date and a day of knowledge. */
export interface DbParams {
  readonly std: number;
  readonly income: IncomeParams;
  readonly assets: AssetLimits;
}

/** Throws RangeError when a figure that must exist has no value on that day. */
export function compileDb(view: ParameterView): DbParams {
  const std = view.must('dibao.std');
  return {
    std,
    income: {
      std,
      employmentCostRate: view.must('empCost.rate'),
      employmentCostCap: view.must('empCost.cap'),
      excludedBasicPension: view.orElse('excl.basicPension', 0),
    },
    assets: {
      std,
      financialMultiple: view.must('asset.db.financial'),
      vehicles: view.must('asset.db.vehicles'),
      dwellings: view.must('asset.db.dwellings'),
    },
  };
}
