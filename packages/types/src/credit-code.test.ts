import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { CreditCode } from './credit-code.ts';

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('');
const VALID = ['91350100M000100Y43', '52330302MJ9000014A', '54330302MF2000017U'];

describe('a unified social credit code', () => {
  test('with any one character changed into any other is refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VALID), fc.nat(17), fc.constantFrom(...CHARACTERS), (code, at, other) => {
        fc.pre(code[at] !== other);
        expect(CreditCode.parse(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false);
      }),
    );
  });

  test('whatever its first 16 characters, one organisation check and one last character make it valid', () => {
    const sixteen = fc.array(fc.constantFrom(...CHARACTERS), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(sixteen, (start) => {
        const codes = CHARACTERS.flatMap((a) => CHARACTERS.map((b) => start.join('') + a + b));
        expect(codes.filter((code) => CreditCode.parse(code).ok)).toHaveLength(1);
      }),
      { numRuns: 20 },
    );
  });

  test('with a right last character but a wrong organisation code inside is refused', () => {
    const errors = CHARACTERS.map((last) => CreditCode.parse(`91350100M000100Y5${last}`)).map(
      (read) => !read.ok && read.error,
    );
    expect(errors.filter((error) => error === 'BAD_ORGANISATION_CHECK')).toHaveLength(1);
    expect(errors.filter((error) => error === 'BAD_CHECK')).toHaveLength(CHARACTERS.length - 1);
  });

  test('is read in small letters, full width and with blanks', () => {
    expect(CreditCode.parse(' 91350100 m000100ｙ43 ')).toEqual({ ok: true, value: '91350100M000100Y43' });
    expect(CreditCode.parse('91350100M000100Y4')).toEqual({ ok: false, error: 'BAD_LENGTH' });
  });
});
