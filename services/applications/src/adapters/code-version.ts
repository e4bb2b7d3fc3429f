import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const domain = new URL('../domain/', import.meta.url);
const VERSION_LENGTH = 16;

/** Names the very rules that decided: a digest of their sources, so that no change of them can keep the old name. */
export function codeVersion(): string {
  const digest = createHash('sha256');
  for (const folder of ['means-test', 'programmes'])
    for (const file of sourcesIn(folder)) digest.update(file).update(readFileSync(new URL(file, domain)));
  return digest.digest('hex').slice(0, VERSION_LENGTH);
}

const sourcesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, domain), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`)
    .toSorted();
