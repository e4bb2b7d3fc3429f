import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const contract = join(import.meta.dirname, '../../../contracts/openapi.json');

/** Where the types stand. */
export const apiTypesFile = fileURLToPath(new URL('api.ts', import.meta.url));

/** The contract as types. */
export async function apiTypes(): Promise<string> {
  const document = JSON.parse(readFileSync(contract, 'utf8')) as Parameters<typeof openapiTS>[0];
  const head = '// Generated from contracts/openapi.json; see the README of this package.\n';
  return head + astToString(await openapiTS(document));
}
