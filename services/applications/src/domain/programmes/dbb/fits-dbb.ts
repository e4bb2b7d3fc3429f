import type { HouseholdFacts } from '../../means-test/facts.ts';
import type { Reckoned } from '../../means-test/income.ts';
import type { Trace } from '../../means-test/trace.ts';
import type { ParameterView } from '../../means-test/view-at.ts';
import { compileDbb } from './compile-dbb.ts';
import { explainMargin } from './margin.ts';

/** Whether a household refused under DB would fit the margin: a hint for the letter, not a decision. */
export const fitsDbb = (facts: HouseholdFacts, net: Reckoned, view: ParameterView, trace: Trace): boolean =>
  explainMargin(facts, net, compileDbb(view), trace);
