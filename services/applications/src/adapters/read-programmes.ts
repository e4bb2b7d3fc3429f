import { readdirSync } from 'node:fs';
import type { Programme } from '../domain/programmes/programme.ts';

const folder = new URL('../domain/programmes/', import.meta.url);

/** Every programme that has a folder, in the order of classification: a folder more is a programme more, and touches nothing else. */
export async function readProgrammes(): Promise<readonly Programme[]> {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const programmes = await Promise.all(folders.map(async ({ name }) => await programmeIn(name)));
  return programmes.toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || a.code.localeCompare(b.code));
}

async function programmeIn(name: string): Promise<Programme> {
  const { programme } = (await import(new URL(`${name}/programme.ts`, folder).href)) as { programme: Programme };
  return programme;
}
