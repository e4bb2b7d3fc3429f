import { createHash } from 'node:crypto';

/** SHA-256 (hex) of what a command was asked to do: equal for equal input, whatever the order of names in the JSON. */
export function fingerprint(asked: { params: unknown; body: unknown }): string {
  return createHash('sha256').update(canonical(asked), 'utf8').digest('hex');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (isPlainObject(part) ? sorted(part) : part));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
