import type { Livelihood } from './households.ts';

const monthsInAYear = 12;
const everyMonth = (fen: number): number[] => Array.from({ length: monthsInAYear }, () => fen);

/** A household's livelihood as a case declares it: who earns what by month, and what is owned. */
export function factsOf(
  { wages = [], pensions = [], other = 0, financial = 0, vehicles = 0 }: Livelihood,
  ids: readonly string[],
) {
  return {
    wages: wages.map((wage, member) => ({
      personId: ids[member],
      monthsFen: typeof wage === 'number' ? everyMonth(wage) : wage,
    })),
    pensions: pensions.map(({ monthly, basic }, member) => ({
      personId: ids[member],
      monthsFen: everyMonth(monthly),
      basicMonthsFen: everyMonth(basic),
    })),
    otherMonthsFen: everyMonth(other),
    financialFen: financial,
    vehicles,
    dwellings: 1,
  };
}
