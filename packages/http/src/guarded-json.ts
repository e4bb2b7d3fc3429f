import type { RefusalCode } from '@minzheng/types';

/** What a JSON text may hold; beyond it nothing is parsed. */
export const JSON_LIMITS = { depth: 20, keys: 1_000, elements: 10_000 } as const;

/** The value, or the code of the refusal. */
export type GuardedJson = { ok: true; value: unknown } | { ok: false; code: RefusalCode };

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

class Unfit extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(code);
    this.code = code;
  }
}

/**
 * Parses JSON that a stranger sent: UTF-8, at most 20 levels, 1,000 names and 10,000 elements, no name twice, none that
 * a database or a prototype would understand. The scan comes before JSON.parse, which keeps the last of two equal names.
 */
export function guardedJson(bytes: Uint8Array): GuardedJson {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    scan(text);
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, code: error instanceof Unfit ? error.code : 'request.malformed-json' };
  }
}

interface Level {
  readonly names: Set<string> | undefined;
  expectsName: boolean;
}

interface Counts {
  keys: number;
  elements: number;
}

/** Only the structure is read here; whether the text is JSON at all is left to JSON.parse. */
function scan(text: string): void {
  const levels: Level[] = [];
  const counts: Counts = { keys: 0, elements: 0 };
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character === '"') i = scanString(text, i, levels.at(-1), counts);
    else if (character === '{' || character === '[') open(levels, character);
    else if (character === '}' || character === ']') levels.pop();
    else if (character === ',') separate(levels.at(-1), counts);
  }
}

function open(levels: Level[], bracket: '{' | '['): void {
  const isObject = bracket === '{';
  levels.push({ names: isObject ? new Set() : undefined, expectsName: isObject });
  if (levels.length > JSON_LIMITS.depth) throw new Unfit('request.too-deep');
}

function separate(level: Level | undefined, counts: Counts): void {
  if (level === undefined) return;
  level.expectsName = level.names !== undefined;
  counts.elements += 1;
  if (counts.elements > JSON_LIMITS.elements) throw new Unfit('request.body-too-large');
}

function scanString(text: string, start: number, level: Level | undefined, counts: Counts): number {
  const end = endOfString(text, start);
  const raw = text.slice(start, end + 1);
  const isEscaped = raw.includes('\\');
  if (isEscaped && !String(JSON.parse(raw)).isWellFormed()) throw new Unfit('request.malformed-json');
  if (level?.names !== undefined && level.expectsName) {
    takeName(String(JSON.parse(raw)), level.names, counts);
    level.expectsName = false;
  }
  return end;
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i += 1) {
    if (text.charAt(i) === '\\') i += 1;
    else if (text.charAt(i) === '"') return i;
  }
  throw new Unfit('request.malformed-json');
}

function takeName(name: string, names: Set<string>, counts: Counts): void {
  if (names.has(name)) throw new Unfit('request.duplicate-key');
  if (FORBIDDEN_KEYS.has(name)) throw new Unfit('request.unknown-field');
  if (name.startsWith('$') || name.includes('.') || name.includes('\0'))
    throw new Unfit('request.operator-not-allowed');
  names.add(name);
  counts.keys += 1;
  if (counts.keys > JSON_LIMITS.keys) throw new Unfit('request.body-too-large');
}
