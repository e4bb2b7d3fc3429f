import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { digits } from '../test/arbitraries.ts';
import { LocalDate, localDate } from './local-date.ts';
import { ResidentId } from './resident-id.ts';

const today = LocalDate.parse('2026-11-24');
const VALID = '330302199001011235';
const CHARACTERS = '0123456789X'.split('');

const birth = fc.integer({ min: 0, max: 40_000 }).map((days) => localDate.addDays(today, -days).replaceAll('-', ''));
const body = fc.tuple(digits(6), birth, digits(3)).map((parts) => parts.join(''));

const accepted = (text: string): boolean => ResidentId.parse(text, today).ok;

function idOf(seventeen: string): string {
  const check = CHARACTERS.find((character) => accepted(seventeen + character));
  if (check === undefined) throw new Error(`no check character for ${seventeen}`);
  return seventeen + check;
}

describe('a resident ID', () => {
  test('of the eleven check characters exactly one is right', () => {
    fc.assert(
      fc.property(body, (seventeen) => {
        expect(CHARACTERS.filter((character) => accepted(seventeen + character))).toHaveLength(1);
      }),
    );
  });

  test('gives back the birth date and sex it was made of', () => {
    fc.assert(
      fc.property(body, (seventeen) => {
        const read = ResidentId.parse(idOf(seventeen), today);
        if (!read.ok) throw new Error(read.error);
        expect(ResidentId.birthDate(read.value).replaceAll('-', '')).toBe(seventeen.slice(6, 14));
        expect(ResidentId.sex(read.value)).toBe(Number(seventeen.at(-1)) % 2 === 1 ? 'male' : 'female');
      }),
    );
  });

  test('with any one character changed into any other is refused', () => {
    fc.assert(
      fc.property(body, fc.nat(17), fc.constantFrom(...CHARACTERS), (seventeen, at, other) => {
        const id = idOf(seventeen);
        fc.pre(id[at] !== other);
        expect(accepted(id.slice(0, at) + other + id.slice(at + 1))).toBe(false);
      }),
    );
  });

  test('with two different neighbours swapped is refused', () => {
    fc.assert(
      fc.property(body, fc.nat(16), (seventeen, at) => {
        const id = idOf(seventeen);
        fc.pre(id[at] !== id[at + 1]);
        expect(accepted(`${id.slice(0, at)}${id[at + 1]}${id[at]}${id.slice(at + 2)}`)).toBe(false);
      }),
    );
  });

  test('two wrong characters can make another valid ID: the check finds one wrong character, not every error', () => {
    expect(accepted(VALID)).toBe(true);
    expect(accepted('330302199001011243')).toBe(true);
  });

  test.each([
    ['33030220181130999x', '33030220181130999X', 'a small x'],
    ['３３０３０２１９９００１０１１２３５', VALID, 'full-width digits'],
    ['  330302 19900101 1235 ', VALID, 'blanks'],
    ['33030220181130999Ｘ', '33030220181130999X', 'a full-width X'],
  ])('%j is read as %s: %s', (raw, value) => {
    expect(ResidentId.parse(raw, today)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'BAD_LENGTH'],
    ['33030219900101123', 'BAD_LENGTH'],
    ['3303021990010112355', 'BAD_LENGTH'],
    ['33030219900101123A', 'BAD_ALPHABET'],
    ['3303021990010X1235', 'BAD_ALPHABET'],
    ['33030249010100X', 'BAD_ALPHABET'],
    ['330302490229001', 'BAD_DATE'],
  ])('%j is refused as %s', (raw, error) => {
    expect(ResidentId.parse(raw, today)).toEqual({ ok: false, error });
  });

  test('somebody can be born today, not tomorrow', () => {
    expect(accepted(idOf('33030220261124001'))).toBe(true);
    const bornToday = idOf('33030220261124001');
    const yesterday = localDate.addDays(today, -1);
    expect(ResidentId.parse(bornToday, yesterday)).toEqual({ ok: false, error: 'FUTURE_DATE' });
  });

  test('an area nobody knows is a warning; residence permits of 81, 82, 83 are known', () => {
    expect(ResidentId.parse(idOf('99030219900101123'), today)).toMatchObject({ ok: true, warnings: ['UNKNOWN_AREA'] });
    for (const area of ['810000', '820000', '830000']) {
      expect(ResidentId.parse(idOf(`${area}19900101123`), today)).not.toHaveProperty('warnings');
    }
  });

  test('is shown with its first 6 and last 4 characters only', () => {
    const read = ResidentId.parse(VALID, today);
    expect(read.ok && ResidentId.mask(read.value)).toBe('330302********1235');
  });
});
