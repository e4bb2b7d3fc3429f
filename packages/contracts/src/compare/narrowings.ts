import type { Node } from './schema.ts';

const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'];
const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'];
const EXACT = ['pattern', 'format', 'multipleOf'];

/** Bounds that are tighter than they were: what was good to send may be refused now. */
export function narrowings(was: Node, is: Node): string[] {
  return [
    ...LOWER.filter((key) => isTighter(key, was, is, (before, after) => after > before)),
    ...UPPER.filter((key) => isTighter(key, was, is, (before, after) => after < before)),
    ...EXACT.filter((key) => is[key] !== undefined && is[key] !== was[key]),
  ].map((key) => `narrowed: ${key} was ${shown(was[key])} and is ${shown(is[key])}`);
}

const shown = (bound: unknown): string => (bound === undefined ? 'not there' : JSON.stringify(bound));

function isTighter(key: string, was: Node, is: Node, isBeyond: (before: number, after: number) => boolean): boolean {
  const [before, after] = [was[key], is[key]];
  if (typeof after !== 'number') return false;
  return typeof before !== 'number' || isBeyond(before, after);
}
