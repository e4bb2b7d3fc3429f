import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Link } from './audit-chain.ts';
import type { AuditHead } from './audit-witness.ts';
import { canonical } from './canonical-form.ts';
import { sha256 } from './crypto.ts';

/** What PKCS #8 puts before the 32 bytes of an Ed25519 seed (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEY_ID_LENGTH = 16;

/** Signs heads for one service. The private key is never stored: it follows from the seed. */
export interface HeadSigner {
  readonly keyId: string;
  /** SPKI, DER in base64: what the witness's keeper needs to check a head without any secret. */
  readonly publicKey: string;
  sign(link: Link, nowMs: number): AuditHead;
  /** Whether this service signed it. */
  isOurs(head: AuditHead): boolean;
}

export function headSigner(service: string, seed: Buffer): HeadSigner {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
  const keyId = sha256([publicKey]).slice(0, KEY_ID_LENGTH);
  return {
    keyId,
    publicKey,
    sign: ({ n, h }, at) => {
      const claim = { service, n, hash: h, at, keyId };
      return { ...claim, signature: sign(null, signed(claim), privateKey).toString('base64url') };
    },
    isOurs: (head) => head.service === service && head.keyId === keyId && isSignedBy(publicKey, head),
  };
}

/** Whether the owner of a public key signed this head. */
export function isSignedBy(publicKey: string, { signature, ...claim }: AuditHead): boolean {
  const key: KeyObject = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return verify(null, signed(claim), key, Buffer.from(signature, 'base64url'));
}

const signed = (claim: Omit<AuditHead, 'signature'>): Buffer => Buffer.from(canonical(claim), 'utf8');
