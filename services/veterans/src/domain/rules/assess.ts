import type { ParameterView, UsedRow } from '@minzheng/rules';
import type { ProgrammeCode } from '@minzheng/types';
import type { AdmittedCategory, ServiceFacts } from '../service-facts.ts';
import type { Reckoned } from './reckoned.ts';
import { vet10 } from './vet-10.ts';
import { vet5 } from './vet-5.ts';

/** 核算结果: what is due a month or why nothing is, the figures read, and whether one of them awaits its review. */
export type Assessment = Reckoned & { readonly used: readonly UsedRow[]; readonly provisional: boolean };

/** The one allowance that each admitted category has here: a nursing allowance, or a living subsidy. */
export const programmeOf = {
  V01: 'VET_NURSING',
  V09: 'VET_LIVING',
} as const satisfies Record<AdmittedCategory, ProgrammeCode>;

/** Reckons the monthly allowance under the figures of a view. Throws RangeError when a figure that must exist is not there. */
export function assess(facts: ServiceFacts, view: ParameterView): Assessment {
  const reckoned = facts.category === 'V01' ? vet5(facts, view) : vet10(facts, view);
  return { ...reckoned, used: view.used(), provisional: view.isProvisional() };
}
