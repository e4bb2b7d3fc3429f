import { known, Trace } from '@minzheng/rules';
import type { Answers, ParameterView } from '@minzheng/rules';
import { fen } from '@minzheng/types';
import { assessing } from '../../means-test/assessment.ts';
import type { Assessment } from '../../means-test/assessment.ts';
import { compileTlE } from './compile-tl-e.ts';
import { decideTlE } from './decide-tl-e.ts';
import type { EmergencyFacts } from './relief-facts.ts';

/** Assesses an emergency; facts may be partial. What is not urgent may be one for relief of heavy spending (TL_X). */
export const assessTlE = (facts: Answers<EmergencyFacts>, view: ParameterView): Assessment =>
  assessing(() => assessed(known<EmergencyFacts>(facts), view));

function assessed(facts: EmergencyFacts, view: ParameterView): Assessment {
  const trace = new Trace();
  const outcome = decideTlE(facts, compileTlE(view), trace);
  const grounds = { trace: trace.steps, used: view.used(), provisional: view.isProvisional() };
  return outcome.isEligible
    ? {
        status: 'ELIGIBLE',
        monthlyFen: fen.zero,
        oneOffFen: fen.of(outcome.oneOffFen),
        level: outcome.level,
        ...grounds,
      }
    : { status: 'NOT_ELIGIBLE', failed: outcome.failed, hint: 'TL_X', ...grounds };
}
