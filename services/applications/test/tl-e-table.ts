import { readFileSync } from 'node:fs';
import type { Answers } from '@minzheng/rules';
import type { Fen, LocalDate, ProgrammeCode } from '@minzheng/types';
import { parse } from 'yaml';
import type { DecidingLevel } from '../src/domain/means-test/assessment.ts';
import type { Emergency, EmergencyFacts, Hardship } from '../src/domain/programmes/tl-e/relief-facts.ts';

interface Row {
  readonly on: LocalDate;
  readonly knownAt: LocalDate;
  readonly n: number;
  readonly emergency: Emergency;
  /** null: nobody has said. */
  readonly isUrgent: boolean | null;
  readonly hardship?: Hardship;
  readonly requested?: number;
}

/** One row of tables/tl-e.yaml, its defaults filled in. */
export interface TlECase extends Row {
  readonly id: string;
  readonly why: string;
  readonly want:
    | { readonly status: 'ELIGIBLE'; readonly oneOff: number; readonly level: DecidingLevel }
    | { readonly status: 'NOT_ELIGIBLE'; readonly failed: readonly string[]; readonly hint: ProgrammeCode }
    | { readonly status: 'MANUAL'; readonly missing: string };
}

const table = parse(readFileSync(new URL('tables/tl-e.yaml', import.meta.url), 'utf8')) as {
  defaults: Row;
  cases: (Partial<Row> & Pick<TlECase, 'id' | 'why' | 'want'>)[];
};

export const tlECases: readonly TlECase[] = table.cases.map((row) => ({ ...table.defaults, ...row }));

/** The facts of a row; what nobody has said is not there. */
export const emergencyOf = ({ n, emergency, isUrgent, hardship, requested }: Row): Answers<EmergencyFacts> => ({
  n,
  emergency,
  ...(isUrgent !== null && { isUrgent }),
  ...(hardship !== undefined && { hardship }),
  ...(requested !== undefined && { requestedFen: requested as Fen }),
});
