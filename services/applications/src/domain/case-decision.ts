import { Step, UsedRow } from '@minzheng/rules';
import {
  decided,
  DecisionId,
  digestId,
  Fen,
  LocalDate,
  localDate,
  Period,
  ProgrammeCode,
  refuse,
} from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';
import { DecidingLevel } from './means-test/assessment.ts';
import type { Assessment } from './means-test/assessment.ts';
import type { Facts } from './means-test/facts.ts';
import { payFrom } from './programmes/db/pay-from.ts';
import type { ReliefFacts } from './programmes/tl-e/relief-facts.ts';

/** 审核确认决定: what was decided and everything it rests on. An old explanation is never rebuilt with new code. */
export const CaseDecision = z.strictObject({
  decisionId: DecisionId,
  outcome: z.enum(['confirmed', 'refused']),
  monthlyFen: Fen.optional(),
  oneOffFen: Fen.optional(),
  /** Who could decide the sum. */
  level: DecidingLevel.optional(),
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
type Assessed = Exclude<Assessment, { status: 'MANUAL' }>;

const wanted = { confirm: 'ELIGIBLE', refuse: 'NOT_ELIGIBLE' } as const;

/** Never on a fact nobody gave: the refusal points to the one that is missing. */
export const factsIncomplete = (missing: string): Decision<never> =>
  refuse('application.facts-incomplete', undefined, [
    { pointer: `/facts/${missing.replaceAll('.', '/')}`, code: 'field.required' },
  ]);

/** Fixes an assessment as a decision; the verb must agree with it. */
export function fixDecision(
  verb: keyof typeof wanted,
  facts: Facts | ReliefFacts | undefined,
  got: Assessment,
  stamp: DecisionStamp,
): Decision<CaseDecision> {
  if (got.status === 'MANUAL') return factsIncomplete(got.missing);
  if (facts === undefined) return refuse('application.facts-incomplete');
  if (got.status !== wanted[verb]) return refuse('application.opinion-differs-from-assessment');
  const { decisionId, decidedOn, codeVersion } = stamp;
  return decided({
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
  });
}

type Outcome = Pick<CaseDecision, 'outcome' | 'monthlyFen' | 'oneOffFen' | 'level' | 'payFrom' | 'ruleIds' | 'hint'>;

function outcomeOf(got: Assessed, decidedOn: LocalDate): Outcome {
  if (got.status === 'NOT_ELIGIBLE') {
    return { outcome: 'refused', ruleIds: [...got.failed], ...(got.hint && { hint: got.hint }) };
  }
  const { trace, monthlyFen, oneOffFen, level } = got;
  const ruleIds = [...new Set([...trace.map(({ rule }) => rule), ...(monthlyFen > 0 ? ['DB-4'] : [])])];
  return oneOffFen === undefined
    ? { outcome: 'confirmed', monthlyFen, payFrom: payFrom(decidedOn), ruleIds }
    : {
        outcome: 'confirmed',
        monthlyFen,
        oneOffFen,
        ...(level && { level }),
        payFrom: localDate.period(decidedOn),
        ruleIds,
      };
}
