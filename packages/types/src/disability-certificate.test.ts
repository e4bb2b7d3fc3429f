import { describe, expect, test } from '@jest/globals';
import { DisabilityCertificate } from './disability-certificate.ts';
import { LocalDate } from './local-date.ts';

const today = LocalDate.parse('2026-11-24');
const HOLDER = '330302199001011235';
const read = (raw: string): unknown => DisabilityCertificate.parse(raw, today);

describe('a disability certificate number (ID-5)', () => {
  test('names its holder, kind, level and reissue', () => {
    const number = `${HOLDER}42B1`;
    const value = { number, holder: HOLDER, kind: 'physical', level: 2, reissue: 1 };
    expect(read(number)).toEqual({ ok: true, value });
    expect(read(`${HOLDER}42`)).toMatchObject({ ok: true, value: { reissue: 0 } });
  });

  test.each([
    [`${HOLDER}4`, 'BAD_LENGTH'],
    [`${HOLDER}421`, 'BAD_LENGTH'],
    [`${HOLDER}42C1`, 'BAD_ALPHABET'],
    [`${HOLDER}42B0`, 'BAD_ALPHABET'],
    [`${HOLDER}02`, 'BAD_TYPE'],
    [`${HOLDER}82`, 'BAD_TYPE'],
    [`${HOLDER}40`, 'BAD_LEVEL'],
    [`${HOLDER}45`, 'BAD_LEVEL'],
    ['33030219900101123642', 'BAD_CHECK'],
  ])('%s is refused as %s', (raw, error) => {
    expect(read(raw)).toEqual({ ok: false, error });
  });

  test('levels 1 and 2 are severe; level 3 only of the intellectual and mental kind (SP-1)', () => {
    const severe = ['1', '2', '3', '4', '5', '6', '7'].flatMap((kind) =>
      ['1', '2', '3', '4']
        .filter((level) => {
          const certificate = DisabilityCertificate.parse(HOLDER + kind + level, today);
          return certificate.ok && DisabilityCertificate.isSevere(certificate.value);
        })
        .map((level) => kind + level),
    );
    expect(severe).toEqual([
      '11',
      '12',
      '21',
      '22',
      '31',
      '32',
      '41',
      '42',
      '51',
      '52',
      '53',
      '61',
      '62',
      '63',
      '71',
      '72',
    ]);
  });
});
