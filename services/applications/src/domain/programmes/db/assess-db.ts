import type { Fen } from '@minzheng/types';
import { fen } from '@minzheng/types';
import type { HouseholdFacts } from '../../means-test/facts.ts';
import { known, NeedFact } from '../../means-test/known.ts';
import type { UsedRow } from '../../means-test/parameters.ts';
import type { RuleId } from '../../means-test/rules.ts';
import { Trace } from '../../means-test/trace.ts';
import type { Step } from '../../means-test/trace.ts';
import type { ParameterView } from '../../means-test/view-at.ts';
import { fitsDbb } from '../dbb/fits-dbb.ts';
import { compileDb } from './compile-db.ts';
import { decideDb } from './decide-db.ts';

/** What a decision rests on and is stored with it: the calculation, the rows read, and whether a figure awaits its review. */
export interface Grounds {
  readonly trace: readonly Step[];
  readonly used: readonly UsedRow[];
  readonly provisional: boolean;
}

/** 核算结果 (DOMAIN §1.12): a missing fact is MANUAL, never a silent zero. */
export type Assessment =
  | (Grounds & { readonly status: 'ELIGIBLE'; readonly monthlyFen: Fen })
  | (Grounds & { readonly status: 'NOT_ELIGIBLE'; readonly failed: readonly RuleId[]; readonly hint?: 'DBB' })
  | { readonly status: 'MANUAL'; readonly missing: string };

/** Assesses a household under the figures of a view; facts may be partial. */
export function assessDb(facts: Partial<HouseholdFacts>, view: ParameterView): Assessment {
  try {
    return assessed(known<HouseholdFacts>(facts), view);
  } catch (error) {
    if (error instanceof NeedFact) return { status: 'MANUAL', missing: error.path };
    throw error;
  }
}

function assessed(facts: HouseholdFacts, view: ParameterView): Assessment {
  const trace = new Trace();
  const { isEligible, monthlyFen, failed, net } = decideDb(facts, compileDb(view), trace);
  const hint = !isEligible && net && fitsDbb(facts, net, view, trace) ? { hint: 'DBB' as const } : {};
  const grounds = { trace: trace.steps, used: view.used(), provisional: view.isProvisional() };
  return isEligible
    ? { status: 'ELIGIBLE', monthlyFen: fen.of(monthlyFen), ...grounds }
    : { status: 'NOT_ELIGIBLE', failed, ...hint, ...grounds };
}
