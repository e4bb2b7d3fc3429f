import { unfitJson } from '@minzheng/types';
import type { JsonFault, RefusalCode } from '@minzheng/types';

/** What a JSON text may hold; beyond it nothing is parsed. */
export const JSON_LIMITS = { depth: 20, names: 1_000, elements: 10_000 } as const;

/** The value, or the code of the refusal. */
export type GuardedJson = { ok: true; value: unknown } | { ok: false; code: RefusalCode };

const CODES: Readonly<Record<JsonFault, RefusalCode>> = {
  'malformed-json': 'request.malformed-json',
  'too-deep': 'request.too-deep',
  'too-many-names': 'request.body-too-large',
  'too-many-elements': 'request.body-too-large',
  'duplicate-name': 'request.duplicate-key',
  'forbidden-name': 'request.unknown-field',
  'operator-name': 'request.operator-not-allowed',
};

/**
 * Parses JSON that a stranger sent: UTF-8, at most 20 levels, 1,000 names and 10,000 elements, no name twice, none that
 * a database or a prototype would understand.
 */
export function guardedJson(bytes: Uint8Array): GuardedJson {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const fault = unfitJson(text, JSON_LIMITS);
    return fault === undefined ? { ok: true, value: JSON.parse(text) } : { ok: false, code: CODES[fault] };
  } catch {
    return { ok: false, code: 'request.malformed-json' };
  }
}
