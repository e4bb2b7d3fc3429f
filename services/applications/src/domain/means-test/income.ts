import { detail, ratio, S } from '@minzheng/rules';
import type { Ratio, Trace } from '@minzheng/rules';
import { localDate } from '@minzheng/types';
import type { LocalDate } from '@minzheng/types';
import type { Means } from './means.ts';
import type { MeansRuleId } from './rules.ts';
import type { Exclusion, IncomeItem, RigidItem } from './story.ts';
import { creditedSupport } from './support.ts';
import type { SupportParams } from './support.ts';
import { WINDOW_MONTHS } from './window.ts';

/** What the income rules read: rates in basis points, amounts in fen. */
export interface IncomeParams {
  /** The day of the decision. */
  readonly onDate: LocalDate;
  /** 最低生活保障标准 per person and month. */
  readonly std: number;
  /** Of the wage. */
  readonly employmentCostRate: number;
  /** Of the standard, per worker-month. */
  readonly employmentCostCap: number;
  /** 中央基础养老金 per month that is not counted; 0 once the exclusion has lapsed. */
  readonly excludedBasicPension: number;
  /** INC-7: for how many months a rise is not counted, and up to how many times the standard. */
  readonly exemptMonths: number;
  readonly exemptCap: number;
  readonly support: SupportParams;
}

/** An exact amount over the window in scaled fen, and the step of the trace that reached it. */
export interface Net {
  readonly value: Ratio;
  readonly at: number;
}

interface Part {
  readonly value: number;
  readonly at: number;
}

/** Never counted in any programme (INC-2); the others are excluded only where a programme says so. */
const NEVER_COUNTED: ReadonlySet<Exclusion> = new Set<Exclusion>([
  'veterans-benefit',
  'family-planning-reward',
  'scholarship',
  'courage-award',
  'social-assistance',
  'disability-allowance',
  'child-allowance',
]);

/** INC-5 takes off what disability and severe illness cost; schooling counts only where the spending itself is judged (RX-2). */
const DEDUCTED: ReadonlySet<RigidItem['kind']> = new Set<RigidItem['kind']>(['medical', 'rehabilitation']);

export function isNeverCounted(item: IncomeItem): boolean {
  const exclusion = detail(item, 'exclusion');
  return exclusion !== undefined && NEVER_COUNTED.has(exclusion);
}

/** INC-4 for one worker and one month, in scaled fen: the wage less the necessary cost of working. */
export const inc4 = (wageFen: number, p: IncomeParams): number =>
  S * wageFen - Math.min(p.employmentCostRate * wageFen, p.employmentCostCap * p.std);

/** INC-2 and INC-3 for one pension and one month, in scaled fen: the central basic pension is not counted while the law says so. */
export const countedPension = (pensionFen: number, basicFen: number, p: IncomeParams): number =>
  S * (pensionFen - Math.min(basicFen, p.excludedBasicPension));

/** INC-7 for one month of a wage: the rise since somebody who receives found work, up to its cap, is not counted. */
export function countedWage(wageFen: number, item: IncomeItem, p: IncomeParams): number {
  const exemption = detail(item, 'exemption');
  if (exemption === undefined || !isWithinExemption(exemption.employedOn, p)) return wageFen;
  const rise = Math.max(0, wageFen - exemption.wageBeforeFen);
  return wageFen - Math.min(rise, p.exemptCap * p.std);
}

/** The month of the first day of work counts as the first. */
const isWithinExemption = (employedOn: LocalDate, { onDate, exemptMonths }: IncomeParams): boolean =>
  monthNumber(onDate) - monthNumber(employedOn) < exemptMonths;

const monthNumber = (day: LocalDate): number => localDate.year(day) * 12 + Number(day.slice(5, 7));

/** NET: the household's counted income over the window (INC-1), never below zero. */
export function netIncome(means: Means, p: IncomeParams, trace?: Trace<MeansRuleId>): Net {
  const gross = grossIncome(means, p, trace);
  const deducted = S * sum(means.rigid.filter(({ kind }) => DEDUCTED.has(kind)).map(({ amountFen }) => amountFen));
  if (deducted === 0) return gross;
  const off = trace?.step('INC-5', deducted, 'fen-scaled', []) ?? 0;
  const value = ratio.orZero(ratio.minus(gross.value, ratio.of(deducted)));
  return { value, at: noted(value, [gross.at, off], trace) };
}

/** What has come in over the window, before anything is taken off for illness. */
export function grossIncome(means: Means, p: IncomeParams, trace?: Trace<MeansRuleId>): Net {
  const counted = means.income.filter((item) => !isNeverCounted(item));
  const parts = [
    ...netWages(counted, p, trace),
    ...netPensions(counted, p, trace),
    ...otherIncome(counted, trace),
    ...unCounted(means.income, trace),
  ];
  const own = ratio.of(sum(parts.map(({ value }) => value)));
  const support = creditedSupport(means.obligors, p.support, trace);
  const value = support.reduce((total, part) => ratio.plus(total, ratio.times(part.value, WINDOW_MONTHS)), own);
  return {
    value,
    at: noted(
      value,
      [...parts, ...support].map(({ at }) => at),
      trace,
    ),
  };
}

function noted({ num, den }: Ratio, from: readonly number[], trace?: Trace<MeansRuleId>): number {
  return trace?.step('INC-1', Number(num), 'fen-scaled', from, { over: Number(den) }) ?? 0;
}

/** Two wages of one person in one month are one worker-month: they share one deduction. */
function netWages(items: readonly IncomeItem[], p: IncomeParams, trace?: Trace<MeansRuleId>): Part[] {
  const workers = Map.groupBy(
    items.filter(({ kind }) => kind === 'WAGE'),
    ({ memberId }) => memberId,
  );
  return [...workers.values()].map((jobs) => {
    const months = (jobs[0]?.monthsFen ?? []).map((_, month) =>
      sum(jobs.map((job) => countedWage(job.monthsFen[month] ?? 0, job, p))),
    );
    const exempt = exemptSum(jobs, months, trace);
    const value = sum(months.map((wage) => inc4(wage, p)));
    const params = ['empCost.rate', 'empCost.cap', 'dibao.std'];
    return { value, at: trace?.step('INC-4', value, 'fen-scaled', exempt, { params }) ?? 0 };
  });
}

function exemptSum(jobs: readonly IncomeItem[], counted: readonly number[], trace?: Trace<MeansRuleId>): number[] {
  const exempt = sum(jobs.flatMap(({ monthsFen }) => monthsFen)) - sum(counted);
  if (trace === undefined || exempt === 0) return [];
  return [
    trace.step('INC-7', S * exempt, 'fen-scaled', [], { params: ['empExempt.months', 'empExempt.cap', 'dibao.std'] }),
  ];
}

function netPensions(items: readonly IncomeItem[], p: IncomeParams, trace?: Trace<MeansRuleId>): Part[] {
  return items.flatMap((item) => {
    const basicMonthsFen = detail(item, 'basicMonthsFen');
    if (basicMonthsFen === undefined) return [];
    const { monthsFen } = item;
    const value = sum(monthsFen.map((pension, month) => countedPension(pension, basicMonthsFen[month] ?? 0, p)));
    const excluded = trace?.step('INC-3', S * sum(monthsFen) - value, 'fen-scaled', [], {
      params: ['excl.basicPension'],
    });
    return [{ value, at: trace?.step('INC-2', value, 'fen-scaled', [excluded ?? 0]) ?? 0 }];
  });
}

const otherIncome = (items: readonly IncomeItem[], trace?: Trace<MeansRuleId>): Part[] =>
  items
    .filter((item) => item.kind !== 'WAGE' && detail(item, 'basicMonthsFen') === undefined)
    .map(({ monthsFen }) => {
      const value = S * sum(monthsFen);
      return { value, at: trace?.step('INC-1', value, 'fen-scaled', []) ?? 0 };
    });

/** What law never counts stands on the trace with zero, so that a letter can say that it was seen. */
const unCounted = (items: readonly IncomeItem[], trace?: Trace<MeansRuleId>): Part[] =>
  trace === undefined
    ? []
    : items.filter(isNeverCounted).map(() => ({ value: 0, at: trace.step('INC-2', 0, 'fen-scaled', []) }));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
