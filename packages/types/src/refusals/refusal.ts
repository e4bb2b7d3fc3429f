import type { Language } from '../language.ts';
import { refusals } from './catalogue.ts';
import type { RefusalCode } from './catalogue.ts';
import type { RefusalStatus } from './declaration.ts';
import { fieldTexts } from './fields.ts';
import type { FieldCode } from './fields.ts';

/** Facts a refusal carries: they fill its text and stand in the problem document. Never personal data. */
export type Params = Readonly<Record<string, string | number>>;

/** What is wrong with one field; `pointer` is a JSON Pointer into the request body (RFC 6901). */
export interface FieldError {
  readonly pointer: string;
  readonly code: FieldCode | RefusalCode;
  readonly params?: Params;
}

/** A no with its reason: a value, not an exception (HOUSE_STYLE "Refusals and faults"). */
export interface Refusal {
  readonly code: RefusalCode;
  readonly params?: Params;
  readonly errors?: readonly FieldError[];
}

/** The HTTP status of a refusal. */
export function refusalStatus(code: RefusalCode): RefusalStatus {
  return refusals[code].status;
}

/** What a person reads. A parameter the refusal does not carry reads '—': an answer with a gap is better than none. */
export function refusalText({ code, params }: Pick<Refusal, 'code' | 'params'>, language: Language): string {
  return filled(refusals[code][language], params);
}

/** What a person reads beside a field. */
export function fieldErrorText({ code, params }: Pick<FieldError, 'code' | 'params'>, language: Language): string {
  const texts = isFieldCode(code) ? fieldTexts[code] : refusals[code];
  return filled(texts[language], params);
}

function isFieldCode(code: string): code is FieldCode {
  return Object.hasOwn(fieldTexts, code);
}

function filled(text: string, params: Params = {}): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '—'));
}
