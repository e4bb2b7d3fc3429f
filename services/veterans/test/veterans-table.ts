import { readFileSync } from 'node:fs';
import type { LocalDate } from '@minzheng/types';
import { parse } from 'yaml';
import type { RuleId } from '../src/domain/rules/rules.ts';
import { ServiceFacts } from '../src/domain/service-facts.ts';

interface Row {
  readonly id: string;
  readonly why: string;
  readonly on?: LocalDate;
  readonly V01?: object;
  readonly V09?: object;
  readonly overlay?: Readonly<Record<string, number>>;
  readonly want: { readonly monthly?: number; readonly failed?: readonly RuleId[] };
}

const table = parse(readFileSync(new URL('tables/veterans.yaml', import.meta.url), 'utf8')) as {
  defaults: { on: LocalDate; V01: object; V09: object };
  cases: Row[];
};

/** Every row of tables/veterans.yaml, its defaults filled in and its facts checked as the door would check them. */
export const veteranCases = table.cases.map(({ V01, V09, ...row }) => ({
  on: table.defaults.on,
  ...row,
  facts: ServiceFacts.parse(V01 ? { ...table.defaults.V01, ...V01 } : { ...table.defaults.V09, ...V09 }),
}));
