import type { ParameterView, Trace } from '@minzheng/rules';
import type { Net } from '../../means-test/income.ts';
import type { Means } from '../../means-test/means.ts';
import { compileDbb } from './compile-dbb.ts';
import { explainMargin } from './margin.ts';

/** Whether a household refused under DB would fit the margin: a hint for the letter, not a decision. */
export const fitsDbb = (means: Means, net: Net, view: ParameterView, trace: Trace): boolean =>
  explainMargin(means, net, compileDbb(view), trace);
