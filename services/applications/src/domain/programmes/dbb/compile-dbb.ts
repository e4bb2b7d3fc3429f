import type { AssetLimits } from '../../means-test/assets.ts';
import { S } from '../../means-test/scale.ts';
import type { ParameterView } from '../../means-test/view-at.ts';

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
    assets: {
      std,
      financialMultiple: view.must('asset.dbb.financial'),
      vehicles: view.must('asset.dbb.vehicles'),
      dwellings: view.must('asset.dbb.dwellings'),
    },
  };
}
