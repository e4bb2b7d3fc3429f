import { overlaid, viewAt } from '@minzheng/rules';
import { AllowanceId, DecisionId, DivisionCode, instant, LocalDate, PersonId, VeteranId } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { readLaw } from '../src/adapters/law.ts';
import { proposeAllowance } from '../src/domain/allowance.ts';
import type { Allowance, Reckoning } from '../src/domain/allowance.ts';
import { assess } from '../src/domain/rules/assess.ts';
import { StatedFacts } from '../src/domain/service-facts.ts';
import type { ServiceFacts } from '../src/domain/service-facts.ts';
import { registerVeteran } from '../src/domain/veteran.ts';
import type { Registration, Veteran } from '../src/domain/veteran.ts';

/** Valid states to start a test from; belong to nobody. */
export const today = LocalDate.parse('2025-12-01');
export const at = instant.startOfDay(today);
export const first = { by: 'VO-1', at };
export const second = { by: 'VO-2', at };

/** V7 of DOMAIN §12: 2 years 7 months, aged 60. */
export const rural = {
  category: 'V09',
  bornOn: '1965-12-01',
  isRural: true,
  enlistedOn: '1984-10-01',
  dischargedOn: '1987-05-01',
};
export const disabled = { category: 'V01', nature: 'duty', grade: 2, isMental: false, isInVeteransHospital: false };

export function stateOf<S>(decision: Decision<S>): S {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.state;
}

export const register = (facts: object = rural, changes: Partial<Registration> = {}): Decision<Veteran> =>
  registerVeteran(
    {
      id: VeteranId.parse('v-1'),
      personId: PersonId.parse('p-1'),
      divisionCode: DivisionCode.parse('330302006'),
      district: DivisionCode.parse('330302'),
      facts: StatedFacts.parse(facts),
      ...changes,
    },
    first,
  );

export const veteran = (changes: Partial<Veteran> = {}): Veteran => ({ ...stateOf(register()), ...changes });

const { parameters } = readLaw();

/** Reckoned for a day, with some figures replaced. */
export function reckoned(
  facts: ServiceFacts,
  overlay: Readonly<Record<string, number>> = {},
  decidedOn: LocalDate = today,
): Reckoning {
  const stamp = { decisionId: DecisionId.parse(`d-${decidedOn}`), decidedOn, codeVersion: 'c-1' };
  return { assessment: assess(facts, viewAt(overlaid(parameters, overlay), decidedOn, decidedOn)), stamp };
}

export const propose = (of: Veteran = veteran({ status: 'confirmed' }), reckoning = reckoned(of.facts)) =>
  proposeAllowance(AllowanceId.parse('a-1'), of, first, reckoning);

export const allowance = (changes: Partial<Allowance> = {}): Allowance => ({ ...stateOf(propose()), ...changes });
