import type { PersonId } from '@minzheng/types';
import { hmac, deriveKey, open, seal } from './crypto.ts';
import type { DataKeys } from './data-keys.ts';

/** The version of a person's data key; a later one comes with re-encryption. */
export const DATA_KEY_VERSION = 1;

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

/** A value sealed under a key already in hand. */
export function sealValue(key: Buffer, place: Place, value: unknown): Buffer {
  return seal(key, DATA_KEY_VERSION, textOf(place), Buffer.from(JSON.stringify(value), 'utf8'));
}

/** Its inverse. Throws SealBroken. */
export function openValue(key: Buffer, place: Place, sealed: Uint8Array): unknown {
  return JSON.parse(open(key, textOf(place), sealed).toString('utf8'));
}

const textOf = ({ collection, id, field }: Place): string => `${collection}|${id}|${field}`;

/** Gives the blind index of a field; its key is derived once. */
export function blindIndexer(root: Buffer, service: string): Vault['blindIndex'] {
  const keys = new Map<string, Buffer>();
  return (field, normalised) => {
    const key = keys.get(field) ?? deriveKey(root, `minzheng|${service}|blind|${field}`);
    keys.set(field, key);
    return hmac(key, normalised);
  };
}

export function createVault(keys: DataKeys, blindIndex: Vault['blindIndex']): Vault {
  return {
    blindIndex,
    seal: async (person, place, value) => sealValue(await keys.ensureOne(person), place, value),
    open: async (person, place, sealed) => openValue(await keys.getOne(person), place, sealed),
  };
}

/** What the service itself keeps sealed: parked messages and stored replies, which may concern anybody. */
export interface OwnSeal {
  seal(place: Place, plain: Uint8Array): Buffer;
  open(place: Place, sealed: Uint8Array): Buffer;
}

export function createOwnSeal(masterKey: Buffer, service: string): OwnSeal {
  const key = deriveKey(masterKey, `minzheng|${service}|own`);
  return {
    seal: (place, plain) => seal(key, DATA_KEY_VERSION, textOf(place), plain),
    open: (place, sealed) => open(key, textOf(place), sealed),
  };
}
