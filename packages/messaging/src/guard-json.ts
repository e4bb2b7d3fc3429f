/** What the data of one event may hold. An event carries facts and references; anything larger is a mistake or an attack. */
export const EVENT_LIMITS = { bytes: 1_048_576, depth: 32, names: 10_000 } as const;

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPENING = new Set([0x7b, 0x5b]);
const CLOSING = new Set([0x7d, 0x5d]);

/**
 * What makes a JSON text unfit to be parsed: too deep, too many names, a name twice in one object or one that a prototype would
 * understand. Whether it is JSON at all is left to JSON.parse. One pass, no recursion: depth costs nothing before it is refused.
 */
export function unfitJson(text: string): string | undefined {
  const names: Set<string>[] = [];
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (OPENING.has(code)) {
      if (names.push(new Set()) > EVENT_LIMITS.depth) return 'too-deep';
    } else if (CLOSING.has(code)) names.pop();
    else if (code === QUOTE) {
      const end = endOfString(text, i);
      if (end === undefined) return 'malformed-json';
      if (isName(text, end)) {
        count += 1;
        const fault = count > EVENT_LIMITS.names ? 'too-many-names' : takeName(text.slice(i, end + 1), names.at(-1));
        if (fault !== undefined) return fault;
      }
      i = end;
    }
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

function isName(text: string, end: number): boolean {
  let i = end + 1;
  while (text.charCodeAt(i) <= 0x20) i += 1;
  return text.charCodeAt(i) === COLON;
}

function takeName(quoted: string, names: Set<string> | undefined): string | undefined {
  const name = unquoted(quoted);
  if (name === undefined || names === undefined) return 'malformed-json';
  if (FORBIDDEN.has(name)) return 'forbidden-name';
  if (names.has(name)) return 'duplicate-name';
  names.add(name);
  return undefined;
}

function unquoted(quoted: string): string | undefined {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}
