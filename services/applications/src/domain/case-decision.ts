import { DecisionId, digestId, Fen, LocalDate, Period, ProgrammeCode } from '@minzheng/types';
import { z } from 'zod';
import type { Facts } from './means-test/facts.ts';
import { UsedRow } from './means-test/parameters.ts';
import { Step } from './means-test/trace.ts';
import type { Assessment } from './programmes/db/assess-db.ts';
import { payFrom } from './programmes/db/pay-from.ts';

/** 审核确认决定: what was decided and everything it rests on. An old explanation is never rebuilt with new code. */
export const CaseDecision = z.strictObject({
  decisionId: DecisionId,
  outcome: z.enum(['confirmed', 'refused']),
  monthlyFen: Fen.optional(),
  payFrom: Period.optional(),
  ruleIds: z.array(z.string()),
  hint: ProgrammeCode.optional(),
  decidedOn: LocalDate,
  trace: z.array(Step),
  factsHash: z.string(),
  knownAt: LocalDate,
  rowsUsed: z.array(UsedRow),
  codeVersion: z.string(),
  provisional: z.boolean(),
  /** Rests on figures invented for trying the platform out. */
  sample: z.boolean(),
});
export type CaseDecision = z.infer<typeof CaseDecision>;

/** What comes from outside the domain with a decision. */
export interface DecisionStamp {
  readonly decisionId: DecisionId;
  readonly decidedOn: LocalDate;
  readonly codeVersion: string;
}

/** An assessment that has an answer. */
export type Assessed = Exclude<Assessment, { status: 'MANUAL' }>;

/** Fixes an assessment as a decision. */
export function fixDecision(facts: Facts, got: Assessed, stamp: DecisionStamp): CaseDecision {
  const { decisionId, decidedOn, codeVersion } = stamp;
  return {
    decisionId,
    ...outcomeOf(got, decidedOn),
    decidedOn,
    trace: [...got.trace],
    factsHash: digestId(['facts', JSON.stringify(facts)]),
    knownAt: decidedOn,
    rowsUsed: [...got.used],
    codeVersion,
    provisional: got.provisional,
    sample: got.used.some(({ confidence }) => confidence === 'SAMPLE'),
  };
}

type Outcome = Pick<CaseDecision, 'outcome' | 'monthlyFen' | 'payFrom' | 'ruleIds' | 'hint'>;

function outcomeOf(got: Assessed, decidedOn: LocalDate): Outcome {
  if (got.status === 'NOT_ELIGIBLE') {
    return { outcome: 'refused', ruleIds: [...got.failed], ...(got.hint && { hint: got.hint }) };
  }
  const ruleIds = [...new Set([...got.trace.map(({ rule }) => rule), 'DB-4'])];
  return { outcome: 'confirmed', monthlyFen: got.monthlyFen, payFrom: payFrom(decidedOn), ruleIds };
}
