import { describe, expect, test } from '@jest/globals';
import { Mobile } from './mobile.ts';

describe('a mobile number (ID-4)', () => {
  test.each(['13912345678', '+8613912345678', '+86 139 1234 5678', '0086-139-1234-5678', '１３９１２３４５６７８'])(
    '%j is read as eleven digits',
    (raw) => expect(Mobile.parse(raw)).toEqual({ ok: true, value: '13912345678' }),
  );

  test.each([
    ['12012345678', 'BAD_PREFIX'],
    ['23912345678', 'BAD_PREFIX'],
    ['1391234567', 'BAD_LENGTH'],
    ['139123456789', 'BAD_LENGTH'],
    ['', 'BAD_LENGTH'],
    ['+85291234567', 'BAD_ALPHABET'],
    ['1391234567a', 'BAD_ALPHABET'],
  ])('%j is refused as %s', (raw, error) => {
    expect(Mobile.parse(raw)).toEqual({ ok: false, error });
  });

  test('is shown with its first 3 and last 4 digits only', () => {
    const read = Mobile.parse('13912345678');
    expect(read.ok && Mobile.mask(read.value)).toBe('139****5678');
  });
});
