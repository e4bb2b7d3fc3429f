import type { HouseholdFacts } from './facts.ts';
import { S } from './scale.ts';
import type { Trace } from './trace.ts';

/** What the income rules read: rates in basis points, amounts in fen. */
export interface IncomeParams {
  /** 最低生活保障标准 per person and month. */
  readonly std: number;
  /** Of the wage. */
  readonly employmentCostRate: number;
  /** Of the standard, per worker-month. */
  readonly employmentCostCap: number;
  /** 中央基础养老金 per month that is not counted; 0 once the exclusion has lapsed. */
  readonly excludedBasicPension: number;
}

/** A scaled amount over the window, and the step of the trace that reached it. */
export interface Reckoned {
  readonly value: number;
  readonly at: number;
}

/** INC-4 for one worker and one month, in scaled fen: the wage less the necessary cost of working. */
export const inc4 = (wageFen: number, p: IncomeParams): number =>
  S * wageFen - Math.min(p.employmentCostRate * wageFen, p.employmentCostCap * p.std);

/** INC-2 and INC-3 for one pension and one month, in scaled fen: the central basic pension is not counted while the law says so. */
export const countedPension = (pensionFen: number, basicFen: number, p: IncomeParams): number =>
  S * (pensionFen - Math.min(basicFen, p.excludedBasicPension));

/** NET: the household's counted income over the window (INC-1). */
export function netIncome(facts: HouseholdFacts, p: IncomeParams, trace?: Trace): Reckoned {
  const parts = [...netWages(facts, p, trace), ...netPensions(facts, p, trace), otherIncome(facts, trace)];
  const value = sum(parts.map((part) => part.value));
  const from = parts.map(({ at }) => at);
  return { value, at: trace?.step('INC-1', value, 'fen-scaled', from) ?? 0 };
}

/** Two wages of one person in one month are one worker-month: they share one deduction. */
function netWages({ wages }: HouseholdFacts, p: IncomeParams, trace?: Trace): Reckoned[] {
  const workers = Map.groupBy(wages, ({ personId }) => personId);
  return [...workers.values()].map((jobs) => {
    const months = (jobs[0]?.monthsFen ?? []).map((_, month) => sum(jobs.map((job) => job.monthsFen[month] ?? 0)));
    const value = sum(months.map((wage) => inc4(wage, p)));
    const params = ['empCost.rate', 'empCost.cap', 'dibao.std'];
    return { value, at: trace?.step('INC-4', value, 'fen-scaled', [], { params }) ?? 0 };
  });
}

function netPensions({ pensions }: HouseholdFacts, p: IncomeParams, trace?: Trace): Reckoned[] {
  return pensions.map(({ monthsFen, basicMonthsFen }) => {
    const value = sum(monthsFen.map((pension, month) => countedPension(pension, basicMonthsFen[month] ?? 0, p)));
    const excluded = trace?.step('INC-3', S * sum(monthsFen) - value, 'fen-scaled', [], {
      params: ['excl.basicPension'],
    });
    return { value, at: trace?.step('INC-2', value, 'fen-scaled', [excluded ?? 0]) ?? 0 };
  });
}

function otherIncome({ otherMonthsFen }: HouseholdFacts, trace?: Trace): Reckoned {
  const value = S * sum(otherMonthsFen);
  return { value, at: trace?.step('INC-1', value, 'fen-scaled', []) ?? 0 };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
