import { fieldErrorText, refusalStatus, refusalText } from '@minzheng/types';
import type { Language, Refusal } from '@minzheng/types';

const TYPE_BASE = 'https://minzheng.org/problems/';

/** The media type of RFC 9457. */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** One field at fault: `pointer` is a JSON Pointer, `detail` says in the caller's language how to put it right. */
export interface ProblemField {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** A refusal as the caller reads it: RFC 9457 with `code`, `traceId` and `errors`. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly traceId: string;
  readonly errors?: readonly ProblemField[];
}

/** Whom a problem is for. `status` stands in for the catalogue's where the protocol has a narrower one (408, 431). */
export interface ProblemOptions {
  readonly status?: number;
  readonly language: Language;
  readonly traceId: string;
}

/** Says a refusal in the caller's language. */
export function problem(refusal: Refusal, { status, language, traceId }: ProblemOptions): ProblemDocument {
  const errors = refusal.errors?.map((error) => ({
    pointer: error.pointer,
    code: error.code,
    detail: fieldErrorText(error, language),
  }));
  return {
    type: `${TYPE_BASE}${refusal.code}`,
    title: refusalText(refusal, language),
    status: status ?? refusalStatus(refusal.code),
    code: refusal.code,
    traceId,
    ...(errors && errors.length > 0 && { errors }),
  };
}
