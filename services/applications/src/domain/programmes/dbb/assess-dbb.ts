import { fen } from '@minzheng/types';
import { assessing } from '../../means-test/assessment.ts';
import type { Assessment } from '../../means-test/assessment.ts';
import type { HouseholdFacts } from '../../means-test/facts.ts';
import { known } from '../../means-test/known.ts';
import { Trace } from '../../means-test/trace.ts';
import type { ParameterView } from '../../means-test/view-at.ts';
import { compileDb } from '../db/compile-db.ts';
import { compileDbb } from './compile-dbb.ts';
import { decideDbb } from './decide-dbb.ts';

/** Assesses whether a household is on the margin; facts may be partial. */
export const assessDbb = (facts: Partial<HouseholdFacts>, view: ParameterView): Assessment =>
  assessing(() => assessed(known<HouseholdFacts>(facts), view));

function assessed(facts: HouseholdFacts, view: ParameterView): Assessment {
  const trace = new Trace();
  const { isEligible, failed, fitsDb } = decideDbb(facts, compileDbb(view), compileDb(view), trace);
  const grounds = { trace: trace.steps, used: view.used(), provisional: view.isProvisional() };
  return isEligible
    ? { status: 'ELIGIBLE', monthlyFen: fen.zero, ...grounds }
    : { status: 'NOT_ELIGIBLE', failed, ...(fitsDb && { hint: 'DB' as const }), ...grounds };
}
