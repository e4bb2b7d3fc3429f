import { Fen, PersonId } from '@minzheng/types';
import { z } from 'zod';
import { WINDOW_MONTHS } from './window.ts';

/** Beyond this the scaled integers of the means test would no longer be exact. */
const MAX_MONTHLY_FEN = 1_000_000_000;
const MAX_ASSETS_FEN = 1_000_000_000_000;
const MAX_WAGES = 10;
const MAX_PENSIONS = 9;
const MAX_COUNT = 1_000;

const Amount = Fen.min(0).max(MAX_MONTHLY_FEN);
/** Twelve monthly amounts, oldest first: INC-4 is reckoned per worker-month, never on an average. */
const Months = z.array(Amount).length(WINDOW_MONTHS);

const Wage = z.strictObject({ personId: PersonId, monthsFen: Months });

/** `basicMonthsFen` is the central basic pension (中央基础养老金) within `monthsFen`. */
const Pension = z
  .strictObject({ personId: PersonId, monthsFen: Months, basicMonthsFen: Months })
  .refine(({ monthsFen, basicMonthsFen }) => basicMonthsFen.every((basic, i) => basic <= (monthsFen[i] ?? 0)), {
    path: ['basicMonthsFen'],
  });

/**
 * 家庭经济状况: what a household declares, or what the survey has verified. Every field is required: unknown is never
 * zero. What INC-2 never counts (优待抚恤金, social assistance, disability subsidies…) is not declared at all.
 */
export const Facts = z.strictObject({
  wages: z.array(Wage).max(MAX_WAGES),
  pensions: z.array(Pension).max(MAX_PENSIONS),
  otherMonthsFen: Months,
  financialFen: Fen.min(0).max(MAX_ASSETS_FEN),
  vehicles: z.int().min(0).max(MAX_COUNT),
  dwellings: z.int().min(0).max(MAX_COUNT),
});
export type Facts = z.infer<typeof Facts>;

/** The facts of a household of `n` members: all that a programme decides on. */
export interface HouseholdFacts extends Facts {
  readonly n: number;
}
