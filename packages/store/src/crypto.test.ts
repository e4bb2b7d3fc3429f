import { describe, expect, test } from '@jest/globals';
import { hmac, deriveKey, newKey, open, seal } from './crypto.ts';
import { SealBroken } from './faults.ts';

const key = newKey();
const place = 'accounts|a1|holder';
const plain = Buffer.from('王小明');

describe('a sealed value', () => {
  test('opens with its key at its place', () => {
    expect(open(key, place, seal(key, 1, place, plain))).toEqual(plain);
  });

  test('differs every time, so that equal values cannot be told', () => {
    expect(seal(key, 1, place, plain)).not.toEqual(seal(key, 1, place, plain));
  });

  test.each([
    ['another key', newKey(), place],
    ['another record', key, 'accounts|a2|holder'],
    ['another field', key, 'accounts|a1|note'],
  ])('does not open with %s', (_, otherKey, otherPlace) => {
    expect(() => open(otherKey, otherPlace, seal(key, 1, place, plain))).toThrow(SealBroken);
  });

  test('does not open when any one byte was changed, the key version among them', () => {
    const sealed = seal(key, 1, place, plain);
    for (let i = 0; i < sealed.length; i += 1) {
      const altered = Buffer.from(sealed);
      altered[i] = (altered[i] ?? 0) ^ 1;
      expect(() => open(key, place, altered)).toThrow(SealBroken);
    }
  });

  test.each([0, 1, 12, 28])('does not open when only %d bytes are left', (length) => {
    expect(() => open(key, place, seal(key, 1, place, plain).subarray(0, length))).toThrow(SealBroken);
  });
});

test('a root key gives one key per purpose, always the same', () => {
  expect(deriveKey(key, 'a')).toEqual(deriveKey(key, 'a'));
  expect(deriveKey(key, 'a')).not.toEqual(deriveKey(key, 'b'));
  expect(() => deriveKey(Buffer.alloc(16), 'a')).toThrow(RangeError);
});

test('a blind digest is HMAC-SHA256, untruncated', () => {
  // RFC 4231, test case 2: key "Jefe".
  const digest = hmac(Buffer.from('Jefe'), 'what do ya want for nothing?');
  expect(Buffer.from(digest, 'base64url').toString('hex')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});
