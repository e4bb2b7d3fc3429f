import { Step, UsedRow } from '@minzheng/rules';
import { DecisionId, digestId, Fen, LocalDate, localDate, Period } from '@minzheng/types';
import { z } from 'zod';
import type { Assessment } from './rules/assess.ts';
import type { ServiceFacts } from './service-facts.ts';

/** 待遇决定: what was awarded and everything it rests on. An old explanation is never rebuilt with new code. */
export const Award = z.strictObject({
  decisionId: DecisionId,
  monthlyFen: Fen.positive(),
  /** DOMAIN §1.0: veterans' benefits are owed from the month of approval. */
  payFrom: Period,
  decidedOn: LocalDate,
  ruleIds: z.array(z.string()),
  trace: z.array(Step),
  factsHash: z.string(),
  knownAt: LocalDate,
  rowsUsed: z.array(UsedRow),
  codeVersion: z.string(),
  provisional: z.boolean(),
  /** Rests on figures invented for trying the platform out. */
  sample: z.boolean(),
});
export type Award = z.infer<typeof Award>;

/** What comes from outside the domain with an award. */
export interface AwardStamp {
  readonly decisionId: DecisionId;
  readonly decidedOn: LocalDate;
  readonly codeVersion: string;
}

/** An assessment by which something is due. */
export type Due = Extract<Assessment, { readonly monthlyFen: Fen }>;

/** Fixes an assessment as an award of the day. */
export function fixAward(facts: ServiceFacts, due: Due, { decisionId, decidedOn, codeVersion }: AwardStamp): Award {
  return {
    decisionId,
    monthlyFen: due.monthlyFen,
    payFrom: localDate.period(decidedOn),
    decidedOn,
    ruleIds: [...new Set(due.trace.map(({ rule }) => rule))],
    trace: [...due.trace],
    factsHash: digestId(['facts', JSON.stringify(facts)]),
    knownAt: decidedOn,
    rowsUsed: [...due.used],
    codeVersion,
    provisional: due.provisional,
    sample: due.used.some(({ confidence }) => confidence === 'SAMPLE'),
  };
}
