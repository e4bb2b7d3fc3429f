import { known, Trace } from '@minzheng/rules';
import type { ParameterView } from '@minzheng/rules';
import { fen } from '@minzheng/types';
import { assessing } from '../../means-test/assessment.ts';
import type { Assessment } from '../../means-test/assessment.ts';
import type { HouseholdFacts } from '../../means-test/facts.ts';
import { meansOfCase } from '../../means-test/means.ts';
import { fitsDbb } from '../dbb/fits-dbb.ts';
import { compileDb } from './compile-db.ts';
import { decideDb } from './decide-db.ts';

/** Assesses a household under the figures of a view; facts may be partial. */
export const assessDb = (facts: Partial<HouseholdFacts>, view: ParameterView): Assessment =>
  assessing(() => assessed(known<HouseholdFacts>(facts), view));

function assessed(facts: HouseholdFacts, view: ParameterView): Assessment {
  const trace = new Trace();
  const means = meansOfCase(facts);
  const { isEligible, monthlyFen, failed, net } = decideDb(means, compileDb(view), trace);
  const hint = !isEligible && net && fitsDbb(means, net, view, trace) ? { hint: 'DBB' as const } : {};
  const grounds = { trace: trace.steps, used: view.used(), provisional: view.isProvisional() };
  return isEligible
    ? { status: 'ELIGIBLE', monthlyFen: fen.of(monthlyFen), ...grounds }
    : { status: 'NOT_ELIGIBLE', failed, ...hint, ...grounds };
}
