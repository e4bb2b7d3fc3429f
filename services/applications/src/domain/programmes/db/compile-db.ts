import type { ParameterView } from '@minzheng/rules';
import { compileAssets } from '../../means-test/assets.ts';
import type { AssetLimits } from '../../means-test/assets.ts';
import type { IncomeParams } from '../../means-test/income.ts';

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
      onDate: view.onDate,
      std,
      employmentCostRate: view.must('empCost.rate'),
      employmentCostCap: view.must('empCost.cap'),
      excludedBasicPension: view.orElse('excl.basicPension', 0),
      exemptMonths: view.must('empExempt.months'),
      exemptCap: view.must('empExempt.cap'),
      support: { std, threshold: view.must('support.threshold'), rate: view.must('support.rate') },
    },
    assets: compileAssets(view, 'db'),
  };
}
