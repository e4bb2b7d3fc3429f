import type { Texts } from '../language.ts';

/** One text beside a field, with the params it needs. */
export interface FieldDeclaration extends Texts {
  readonly params?: readonly string[];
}

/** The HTTP statuses a refusal may have. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

/** One refusal of the catalogue: its HTTP status and what people read; `{param}` is filled in when it is said. */
export interface RefusalDeclaration extends Texts {
  readonly status: RefusalStatus;
  /** The params its texts need, in both languages alike. */
  readonly params?: readonly string[];
}
