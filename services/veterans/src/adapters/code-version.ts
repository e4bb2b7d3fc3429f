import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const rules = new URL('../domain/rules/', import.meta.url);
const VERSION_LENGTH = 16;

/** Names the very rules that decided: a digest of their sources, so that no change of them can keep the old name. */
export function codeVersion(): string {
  const digest = createHash('sha256');
  for (const file of sources()) digest.update(file).update(readFileSync(new URL(file, rules)));
  return digest.digest('hex').slice(0, VERSION_LENGTH);
}

const sources = (): string[] =>
  readdirSync(rules)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .toSorted();
