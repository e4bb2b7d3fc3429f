import { known, Trace } from '@minzheng/rules';
import type { ParameterView } from '@minzheng/rules';
import { fen } from '@minzheng/types';
import { assessing } from '../../means-test/assessment.ts';
import type { Assessment } from '../../means-test/assessment.ts';
import type { HouseholdFacts } from '../../means-test/facts.ts';
import { meansOfCase } from '../../means-test/means.ts';
import { compileDb } from '../db/compile-db.ts';
import { compileDbb } from './compile-dbb.ts';
import { decideDbb } from './decide-dbb.ts';

/** Assesses whether a household is on the margin; facts may be partial. */
export const assessDbb = (facts: Partial<HouseholdFacts>, view: ParameterView): Assessment =>
  assessing(() => assessed(known<HouseholdFacts>(facts), view));

function assessed(facts: HouseholdFacts, view: ParameterView): Assessment {
  const trace = new Trace();
  const { isEligible, failed, fitsDb } = decideDbb(meansOfCase(facts), compileDbb(view), compileDb(view), trace);
  const grounds = { trace: trace.steps, used: view.used(), provisional: view.isProvisional() };
  return isEligible
    ? { status: 'ELIGIBLE', monthlyFen: fen.zero, ...grounds }
    : { status: 'NOT_ELIGIBLE', failed, ...(fitsDb && { hint: 'DB' as const }), ...grounds };
}
