import { readFileSync } from 'node:fs';
import { PersonId } from '@minzheng/types';
import type { Fen, LocalDate, Period, ProgrammeCode } from '@minzheng/types';
import { parse } from 'yaml';
import type { HouseholdFacts } from '../src/domain/means-test/facts.ts';

type WageRow = number | { readonly worker: string; readonly monthly?: number; readonly months?: readonly number[] };

interface Row {
  readonly on: LocalDate;
  readonly knownAt: LocalDate;
  readonly n: number;
  readonly vehicles: number;
  readonly dwellings: number;
  readonly financial: number;
  readonly other: number;
  readonly wages: readonly WageRow[];
  readonly pensions: readonly { readonly monthly: number; readonly basic: number }[];
  readonly overlay?: Readonly<Record<string, number>>;
}

/** One row of tables/db.yaml or tables/dbb.yaml, its defaults filled in. */
export interface DbCase extends Row {
  readonly id: string;
  readonly why: string;
  readonly want: {
    readonly status: 'ELIGIBLE' | 'NOT_ELIGIBLE';
    readonly monthly?: number;
    readonly failed?: readonly string[];
    readonly hint?: ProgrammeCode | null;
    readonly net?: number;
    readonly provisional?: boolean;
    readonly payFrom?: Period;
  };
}

function casesIn(name: 'db' | 'dbb'): DbCase[] {
  const table = parse(readFileSync(new URL(`tables/${name}.yaml`, import.meta.url), 'utf8')) as {
    defaults: Row;
    cases: (Partial<Row> & Pick<DbCase, 'id' | 'why' | 'want'>)[];
  };
  return table.cases.map((row) => ({ ...table.defaults, ...row }));
}

export const dbCases: readonly DbCase[] = casesIn('db');
export const dbbCases: readonly DbCase[] = casesIn('dbb');

const everyMonth = (amount: number): Fen[] => Array.from({ length: 12 }, () => amount as Fen);

const wageOf = (row: WageRow, index: number): HouseholdFacts['wages'][number] =>
  typeof row === 'number'
    ? { personId: PersonId.parse(`worker-${index}`), monthsFen: everyMonth(row) }
    : {
        personId: PersonId.parse(`worker-${row.worker}`),
        monthsFen: row.months ? ([...row.months] as Fen[]) : everyMonth(row.monthly ?? 0),
      };

/** The facts of a row, twelve months spelt out. */
export const factsOf = ({ n, vehicles, dwellings, financial, other, wages, pensions }: Row): HouseholdFacts => ({
  n,
  vehicles,
  dwellings,
  financialFen: financial as Fen,
  otherMonthsFen: everyMonth(other),
  wages: wages.map(wageOf),
  pensions: pensions.map(({ monthly, basic }, i) => ({
    personId: PersonId.parse(`pensioner-${i}`),
    monthsFen: everyMonth(monthly),
    basicMonthsFen: everyMonth(basic),
  })),
});
