import type { ParameterView } from '@minzheng/rules';
import type { LocalDate } from '@minzheng/types';
import { compileAssets } from '../../means-test/assets.ts';
import type { AssetLimits } from '../../means-test/assets.ts';

/** Which grade of care the failed activities of daily living come to (全自理、半护理、全护理). */
export type CareTier = 'full' | 'partial' | 'total';

/** Every figure the programme reads: ratios in basis points, amounts in fen. */
export interface TkParams {
  readonly onDate: LocalDate;
  readonly std: number;
  readonly basicRatio: number;
  readonly minWage: number;
  /** Of the minimum wage. */
  readonly care: Readonly<Record<CareTier, number>>;
  /** Per person and year. */
  readonly localIncome: number;
  readonly assets: AssetLimits;
}

/** Throws RangeError when a figure that must exist has no value on that day. */
export const compileTk = (view: ParameterView): TkParams => ({
  onDate: view.onDate,
  std: view.must('dibao.std'),
  basicRatio: view.must('tk.basicRatio'),
  minWage: view.must('minWage'),
  care: { full: view.must('tk.care.full'), partial: view.must('tk.care.partial'), total: view.must('tk.care.total') },
  localIncome: view.must('localDispIncome'),
  assets: compileAssets(view, 'db'),
});
