import type { DisabledFacts, RuralFacts, ServiceFacts } from '../service-facts.ts';

/** 因病 only up to this grade (条例 §27). */
const LAST_GRADE_OF_ILLNESS = 6;

/** V01: grades one to ten by war or duty, one to six by illness. */
export const isDisabled = ({ nature, grade }: DisabledFacts): boolean =>
  nature !== 'illness' || grade <= LAST_GRADE_OF_ILLNESS;

/** V09: a soldier of rural registration; the age is looked at on the day of the decision. */
export const isRuralSoldier = ({ isRural }: RuralFacts): boolean => isRural;

/** Whether the facts are those of the category at all (DOMAIN §4.1). */
export const isCovered = (facts: ServiceFacts): boolean =>
  facts.category === 'V01' ? isDisabled(facts) : isRuralSoldier(facts);
