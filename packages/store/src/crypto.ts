import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { SealBroken } from './faults.ts';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The first byte of a sealed value: the version of the key that sealed it. */
const HEADER_BYTES = 1;

/** A fresh data key. */
export function newKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** A key for one purpose, derived from a root key, so that no two purposes ever share one (HKDF-SHA256). */
export function deriveKey(root: Buffer, purpose: string): Buffer {
  if (root.length !== KEY_BYTES) throw new RangeError(`a root key has ${KEY_BYTES} bytes`);
  return Buffer.from(hkdfSync('sha256', root, '', purpose, KEY_BYTES));
}

/** AES-256-GCM with a random nonce. `place` is authenticated with it: the value opens nowhere else. */
export function seal(key: Buffer, keyVersion: number, place: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(authenticated(place, keyVersion));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([keyVersion]), nonce, cipher.getAuthTag(), body]);
}

/** The plain bytes. Throws SealBroken for another key, another place or an altered value. */
export function open(key: Buffer, place: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  const keyVersion = bytes[0] ?? 0;
  const nonce = bytes.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES);
  const tag = bytes.subarray(HEADER_BYTES + NONCE_BYTES, HEADER_BYTES + NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(authenticated(place, keyVersion)).setAuthTag(tag);
    const body = bytes.subarray(HEADER_BYTES + NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    throw new SealBroken(`a sealed value does not open at ${place}`);
  }
}

function authenticated(place: string, keyVersion: number): Buffer {
  return Buffer.from(`${place}|${keyVersion}`, 'utf8');
}

/** HMAC-SHA256, untruncated, as base64url. */
export function hmac(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('base64url');
}

/** SHA-256 of the parts as one JSON text, in hexadecimal. */
export function sha256(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('hex');
}

/** The first eight bytes of SHA-256: enough to tell whether two records under one id are the same. */
export function shortDigest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest().subarray(0, 8);
}
