/** What a JSON text may hold at most: levels, names in all, and, where given, elements beyond the first of each list or object. */
export interface JsonLimits {
  readonly depth: number;
  readonly names: number;
  readonly elements?: number;
}

/** Why a JSON text must not be parsed. */
export type JsonFault =
  | 'malformed-json'
  | 'too-deep'
  | 'too-many-names'
  | 'too-many-elements'
  | 'duplicate-name'
  | 'forbidden-name'
  | 'operator-name';

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPENING = new Set([0x7b, 0x5b]);
const CLOSING = new Set([0x7d, 0x5d]);

/**
 * What makes a JSON text unfit to be parsed: too deep, too large, a name twice in one object (JSON.parse keeps the last), a name
 * that a prototype or a database would understand, half a character. Whether it is JSON at all is left to JSON.parse. One pass,
 * no recursion: depth costs nothing before it is refused. Undefined for a text that is fit.
 */
export function unfitJson(text: string, limits: JsonLimits): JsonFault | undefined {
  const names: Set<string>[] = [];
  const counts = { names: 0, elements: 0 };
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      const end = endOfString(text, i);
      const fault = end === undefined ? 'malformed-json' : stringFault(text, i, end, names.at(-1), counts, limits);
      if (fault !== undefined) return fault;
      i = end ?? i;
    } else if (OPENING.has(code)) {
      if (names.push(new Set()) > limits.depth) return 'too-deep';
    } else if (CLOSING.has(code)) names.pop();
    else if (code === COMMA && ++counts.elements > (limits.elements ?? Infinity)) return 'too-many-elements';
  }
  return undefined;
}

function endOfString(text: string, start: number): number | undefined {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? undefined : end;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 1;
}

function stringFault(
  text: string,
  start: number,
  end: number,
  names: Set<string> | undefined,
  counts: { names: number },
  limits: JsonLimits,
): JsonFault | undefined {
  const content = unquoted(text.slice(start, end + 1));
  if (content === undefined) return 'malformed-json';
  if (!isName(text, end)) return undefined;
  counts.names += 1;
  if (counts.names > limits.names) return 'too-many-names';
  return nameFault(content, names);
}

function isName(text: string, end: number): boolean {
  let i = end + 1;
  while (text.charCodeAt(i) <= 0x20) i += 1;
  return text.charCodeAt(i) === COLON;
}

function nameFault(name: string, names: Set<string> | undefined): JsonFault | undefined {
  if (names === undefined) return 'malformed-json';
  if (names.has(name)) return 'duplicate-name';
  if (FORBIDDEN.has(name)) return 'forbidden-name';
  if (name.startsWith('$') || name.includes('.') || name.includes('\0')) return 'operator-name';
  names.add(name);
  return undefined;
}

/** Undefined for a broken escape, and for half of a character written as one. */
function unquoted(quoted: string): string | undefined {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    const content = String(JSON.parse(quoted));
    return content.isWellFormed() ? content : undefined;
  } catch {
    return undefined;
  }
}
