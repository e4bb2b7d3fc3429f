import { describe, expect, test } from '@jest/globals';
import { headSigner, isSignedBy } from './head-signature.ts';

const signer = headSigner('payments', Buffer.alloc(32, 1));
const head = signer.sign({ n: 7, h: 'hash' }, 1_000);

describe('an exported head', () => {
  test('is proved with the public key alone, which it names', () => {
    expect(head).toMatchObject({ service: 'payments', n: 7, hash: 'hash', at: 1_000, keyId: signer.keyId });
    expect(isSignedBy(signer.publicKey, head)).toBe(true);
    expect(signer.isOurs(head)).toBe(true);
  });

  test.each([
    { n: 6 },
    { hash: 'other' },
    { at: 2_000 },
    { service: 'people' },
    { keyId: 'other' },
    { signature: 'AAAA' },
  ])('is refused when %j is not what was signed', (more) => {
    expect(isSignedBy(signer.publicKey, { ...head, ...more })).toBe(false);
    expect(signer.isOurs({ ...head, ...more })).toBe(false);
  });

  test('of another key is not ours, and the same seed gives the same key', () => {
    expect(headSigner('payments', Buffer.alloc(32, 2)).isOurs(head)).toBe(false);
    expect(headSigner('payments', Buffer.alloc(32, 1)).publicKey).toBe(signer.publicKey);
  });
});
