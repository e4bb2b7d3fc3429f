import { readFileSync } from 'node:fs';
import type { LocalDate } from '@minzheng/types';
import { parse } from 'yaml';
import { Matter } from '../domain/matter.ts';

interface Row {
  readonly id: string;
  readonly why: string;
  readonly on?: LocalDate;
  readonly matter: unknown;
  readonly want: Readonly<Record<string, unknown>>;
}

const url = new URL('../domain/rules/table.yaml', import.meta.url);

/** Every row of the test table of matters, its matter checked as the door would check it. */
export function readMatterCases() {
  const { defaults, cases } = parse(readFileSync(url, 'utf8')) as { defaults: { on: LocalDate }; cases: Row[] };
  return cases.map((row) => ({ on: defaults.on, ...row, matter: Matter.parse(row.matter) }));
}
