import type { PersonId } from '@minzheng/types';

/** Where a sealed value lies; it opens nowhere else. */
export interface Place {
  readonly collection: string;
  readonly id: string;
  readonly field: string;
}

/** Encryption at rest for the rare adapter that needs more than `sealed` fields of a repository. */
export interface Vault {
  /** HMAC-SHA256 of a normalised value under the field's own key, for equality search. */
  blindIndex(field: string, normalised: string): string;
  /** Seals a JSON value under the person's own data key. */
  seal(person: PersonId, place: Place, value: unknown): Promise<Uint8Array>;
  /** Throws SealBroken when it was moved or altered, or when the person's key was destroyed. */
  open(person: PersonId, place: Place, sealed: Uint8Array): Promise<unknown>;
}
