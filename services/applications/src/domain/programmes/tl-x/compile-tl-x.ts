import type { ParameterView } from '@minzheng/rules';
import { compileAssets } from '../../means-test/assets.ts';
import type { AssetLimits } from '../../means-test/assets.ts';
import { compileDb } from '../db/compile-db.ts';
import type { DbParams } from '../db/compile-db.ts';
import type { Band } from './banded.ts';

/** Every figure the programme reads; multiples are of the standard per person. */
export interface TlXParams {
  readonly db: DbParams;
  readonly localIncome: number;
  readonly assets: AssetLimits;
  readonly bands: readonly Band[];
  readonly cap: number;
  readonly streetLimit: number;
  readonly meetingAbove: number;
  /** In twelve months. */
  readonly grants: number;
}

/** Throws RangeError when a figure that must exist has no value on that day. */
export const compileTlX = (view: ParameterView): TlXParams => ({
  db: compileDb(view),
  localIncome: view.must('localDispIncome'),
  assets: compileAssets(view, 'rigid'),
  bands: [
    { upTo: view.must('tl.exp.firstTo'), rate: view.must('tl.exp.first') },
    { upTo: view.must('tl.exp.secondTo'), rate: view.must('tl.exp.second') },
    { rate: view.must('tl.exp.third') },
  ],
  cap: view.must('tl.exp.cap'),
  streetLimit: view.must('tl.streetLimit'),
  meetingAbove: view.must('tl.tier.third'),
  grants: view.must('tl.grants'),
});
