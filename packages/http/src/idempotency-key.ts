const MAX_LENGTH = 64;
const SHAPE = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

/** The key, or why there is none. */
export type IdempotencyKey = { ok: true; key: string } | { ok: false; reason: 'missing' | 'malformed' };

/** Reads Idempotency-Key, quoted as the draft has it (STANDARDS §7) or bare as most clients send it; at most 64 visible characters. */
export function idempotencyKey(header: string | undefined): IdempotencyKey {
  if (header === undefined || header === '' || header === '""') return { ok: false, reason: 'missing' };
  const isQuoted = header.length > 1 && header.startsWith('"') && header.endsWith('"');
  const key = isQuoted ? header.slice(1, -1) : header;
  return key.length <= MAX_LENGTH && SHAPE.test(key) ? { ok: true, key } : { ok: false, reason: 'malformed' };
}
