import type { Texts } from '../language.ts';

/** The HTTP statuses a refusal may have. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

/** One refusal of the catalogue: its HTTP status and what people read; `{param}` is filled in when it is said. */
export interface RefusalDeclaration extends Texts {
  readonly status: RefusalStatus;
}
