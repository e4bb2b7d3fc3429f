import { PersonId } from '@minzheng/types';
import type { Fen } from '@minzheng/types';
import * as fc from 'fast-check';
import type { HouseholdFacts } from '../src/domain/means-test/facts.ts';

const months = fc.array(fc.integer({ min: 0, max: 600_000 }) as fc.Arbitrary<Fen>, { minLength: 12, maxLength: 12 });
const person = fc.integer({ min: 1, max: 4 }).map((i) => PersonId.parse(`p-${i}`));
const pension = fc.record({ personId: person, monthsFen: months }).map(({ personId, monthsFen }) => ({
  personId,
  monthsFen,
  basicMonthsFen: monthsFen.map((m) => Math.min(m, 14_300) as Fen),
}));
/** Households of any means. */
export const anyHousehold: fc.Arbitrary<HouseholdFacts> = fc.record({
  n: fc.integer({ min: 1, max: 8 }),
  vehicles: fc.constantFrom(0, 0, 0, 1),
  dwellings: fc.constantFrom(0, 1, 1, 2),
  financialFen: fc.integer({ min: 0, max: 40_000_000 }) as fc.Arbitrary<Fen>,
  otherMonthsFen: months,
  wages: fc.array(fc.record({ personId: person, monthsFen: months }), { maxLength: 3 }),
  pensions: fc.array(pension, { maxLength: 2 }),
});
/** Households with little income and no property. */
export const poor: fc.Arbitrary<HouseholdFacts> = anyHousehold.map((f) => ({
  ...f,
  vehicles: 0,
  dwellings: 1,
  financialFen: 0 as Fen,
  otherMonthsFen: f.otherMonthsFen.map((m) => Math.floor(m / 6) as Fen),
  wages: f.wages.slice(0, 1),
  pensions: [],
}));

/** Both, so that every programme has its share. */
export const household = fc.oneof(anyHousehold, poor);
