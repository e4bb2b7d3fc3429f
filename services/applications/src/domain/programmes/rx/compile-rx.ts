import type { ParameterView } from '@minzheng/rules';
import { compileAssets } from '../../means-test/assets.ts';
import type { AssetLimits } from '../../means-test/assets.ts';
import { compileDb } from '../db/compile-db.ts';
import type { DbParams } from '../db/compile-db.ts';
import { compileDbb } from '../dbb/compile-dbb.ts';
import type { DbbParams } from '../dbb/compile-dbb.ts';

/** Every figure of the programme, and of those that come before it. */
export interface RxParams {
  readonly db: DbParams;
  readonly dbb: DbbParams;
  /** 上年度当地居民人均可支配收入, per person and year. */
  readonly localIncome: number;
  /** In basis points of the income; strictly above. */
  readonly ratio: number;
  readonly validMonths: number;
  readonly assets: AssetLimits;
}

/** Throws RangeError when a figure that must exist has no value on that day. */
export const compileRx = (view: ParameterView): RxParams => ({
  db: compileDb(view),
  dbb: compileDbb(view),
  localIncome: view.must('localDispIncome'),
  ratio: view.must('rigid.ratio'),
  validMonths: view.must('rx.validMonths'),
  assets: compileAssets(view, 'rigid'),
});
