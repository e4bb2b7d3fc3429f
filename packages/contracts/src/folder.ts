import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ACCESS } from './generate.ts';
import type { ContractFiles } from './generate.ts';

const CONTRACTS = join(import.meta.dirname, '..', '..', '..', 'contracts');

/** Where the contracts are, and those of the last release. */
export const CURRENT = CONTRACTS;
export const RELEASED = join(CONTRACTS, 'released');

/** The contracts in a folder; the release within it is not one of them. */
export function readContracts(folder: string): ContractFiles {
  const names = ['.', 'openapi']
    .filter((below) => existsSync(join(folder, below)))
    .flatMap((below) => readdirSync(join(folder, below)).map((name) => join(below, name)))
    .filter((name) => name.endsWith('.json') || name === ACCESS);
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Makes the folder hold exactly these; answers which have changed. */
export function writeContracts(folder: string, files: ContractFiles): string[] {
  const changed = differences(readContracts(folder), files);
  for (const name of changed) {
    const text = files.get(name);
    if (text === undefined) rmSync(join(folder, name));
    else write(join(folder, name), text);
  }
  return changed;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The files that are not alike, those on one side only included. */
export function differences(before: ContractFiles, after: ContractFiles): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name)).toSorted();
}
