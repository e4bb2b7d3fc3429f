import { breakingChanges } from './compare/breaking-changes.ts';
import { differences } from './folder.ts';
import { ACCESS, EVENTS } from './generate.ts';
import type { ContractFiles } from './generate.ts';
import { lintOpenApi } from './validate/lint-open-api.ts';
import { parseAsyncApi } from './validate/parse-async-api.ts';

/** What is wrong with the contracts, one line each; none when all is well. */
export async function check(
  generated: ContractFiles,
  { committed, released }: { readonly committed: ContractFiles; readonly released: ContractFiles },
): Promise<string[]> {
  const invalid = await Promise.all([...generated].map(([name, text]) => validate(name, text)));
  return [...stale(committed, generated), ...invalid.flat(), ...broken(released, generated)];
}

/** What lies there and is not what the code says, a file too many included. */
export const stale = (committed: ContractFiles, generated: ContractFiles): string[] =>
  differences(committed, generated).map((name) => `contracts/${name} is not what the code says: run pnpm contracts`);

/** What breaks the last release. */
export const broken = (released: ContractFiles, generated: ContractFiles): string[] =>
  breakingChanges(released, generated).map(({ place, what }) => `breaks the last release: ${place} ${what}`);

/** What breaks the rules of its kind. */
export async function validate(name: string, text: string): Promise<string[]> {
  if (name === ACCESS) return [];
  return await (name === EVENTS ? parseAsyncApi(name, text) : lintOpenApi(name, text));
}
