import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api, type Platform } from '../demo/api.ts';
import { repository } from '../places.ts';
import { apiRows } from './api-rows.ts';
import { functionRows } from './functions.ts';
import { holds, type Row } from './row.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Rows whose answer is the work of payments: asked there once it keeps recoveries by month (DOMAIN §3.4). */
const ELSEWHERE = ['E39'];

function lineOf({ id, about, expected, answered }: Row): string {
  const isEqual = holds(expected, answered);
  const told = isEqual ? '' : `  expected ${JSON.stringify(expected)}, answered ${JSON.stringify(answered)}`;
  return `${isEqual ? 'equal    ' : 'DIFFERENT'} ${id.padEnd(12)} ${about}${told}`;
}

const file = process.argv[2] ?? join(repository, '.local/platform.json');
const platform = JSON.parse(readFileSync(file, 'utf8')) as Platform;
const rows = [...(await apiRows(new Api(platform))), ...functionRows()];
for (const row of rows) say(lineOf(row));
const different = rows.filter(({ expected, answered }) => !holds(expected, answered)).length;
say(`${rows.length - different} of ${rows.length} equal; not asked here: ${ELSEWHERE.join(', ')}`);
process.exitCode = different === 0 ? 0 : 1;
