import type { ParameterView, Step } from '@minzheng/rules';
import { fen, localDate } from '@minzheng/types';
import type { RuralFacts } from '../service-facts.ts';
import { isRuralSoldier } from './coverage.ts';
import type { Reckoned } from './reckoned.ts';

/** 服役年限: years of service, a part of a year a whole one; on the very day on which a year is full there is no part yet (CAL-1). */
export const serviceYears = ({ enlistedOn, dischargedOn }: RuralFacts): number =>
  localDate.ageOn(enlistedOn, localDate.addDays(dischargedOn, -1)) + 1;

/** VET-10: so much a month for each year of service, once the soldier has reached the age on the day of the decision. */
export function vet10(facts: RuralFacts, view: ParameterView): Reckoned {
  const limit = view.must('vet.rural60.age');
  const isOldEnough = localDate.ageOn(facts.bornOn, view.onDate) >= limit;
  const value = isRuralSoldier(facts) && isOldEnough;
  const covered: Step = { rule: 'V09', value, unit: 'yes-no', from: [], limit, params: ['vet.rural60.age'] };
  if (!value) return { failed: ['V09'], trace: [covered] };
  const years = serviceYears(facts);
  const monthlyFen = fen.of(years * view.must('vet.rural60'));
  const served: Step = { rule: 'VET-10', value: years, unit: 'years', from: [0] };
  const due: Step = { rule: 'VET-10', value: monthlyFen, unit: 'fen', from: [1], params: ['vet.rural60'] };
  return { monthlyFen, trace: [covered, served, due] };
}
