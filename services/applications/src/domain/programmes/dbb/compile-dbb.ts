import { S } from '@minzheng/rules';
import type { ParameterView } from '@minzheng/rules';
import { compileAssets } from '../../means-test/assets.ts';
import type { AssetLimits } from '../../means-test/assets.ts';

/** Every figure that the margin has of its own, resolved once for a date and a day of knowledge. */
export interface DbbParams {
  /** The income line per person and month, in scaled fen: the lower of the ratio of the standard and the minimum wage. */
  readonly lineScaled: number;
  readonly assets: AssetLimits;
}

/** Throws RangeError when a figure that must exist has no value on that day. */
export function compileDbb(view: ParameterView): DbbParams {
  const std = view.must('dibao.std');
  return {
    lineScaled: Math.min(view.must('dbb.ratio') * std, S * view.must('minWage')),
    assets: compileAssets(view, 'dbb'),
  };
}
