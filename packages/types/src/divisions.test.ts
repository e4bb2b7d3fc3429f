import { describe, expect, test } from '@jest/globals';
import { DivisionCode, divisions } from './divisions.ts';

const code = (text: string): DivisionCode => DivisionCode.parse(text);

describe('divisions', () => {
  test('Lucheng has 12 streets and 2 towns, each with a name in both languages', () => {
    const all = divisions.streetsOf('330302');
    expect(all.filter(({ kind }) => kind === 'street')).toHaveLength(12);
    expect(all.filter(({ kind }) => kind === 'town')).toHaveLength(2);
    expect(new Set(all.map((row) => row.code)).size).toBe(14);
    for (const row of all) {
      expect(row['zh-CN']).toMatch(/^\p{Script=Han}+(?:街道|镇)$/u);
      expect(row.en).toMatch(/^[A-Z][a-z]+ (?:Street|Town)$/);
    }
  });

  test.each([
    ['330302006', '五马街道'],
    ['330302105', '山福镇'],
    ['330302', '鹿城区'],
  ])('%s is %s', (text, name) => expect(divisions.nameOf(code(text))).toBe(name));

  test('a code that is not loaded has no name', () => {
    expect(divisions.nameOf(code('110101001'))).toBeUndefined();
    expect(divisions.nameOf(code('330302006'), 'en')).toBe('Wuma Street');
  });

  test('a street lies within its district, city and itself, and not within another street', () => {
    const wuma = code('330302006');
    for (const prefix of ['33', '3303', '330302', '330302006'])
      expect(divisions.isWithin(wuma, code(prefix))).toBe(true);
    expect(divisions.isWithin(wuma, code('330302023'))).toBe(false);
    expect(divisions.isWithin(code('330302'), wuma)).toBe(false);
    expect(divisions.isWithin(code('330302006001'), wuma)).toBe(true);
  });

  test.each(['', '3', '330', '33030200', '3303020060', '330302a06', '3303020060010'])('%j is no code', (text) => {
    expect(DivisionCode.safeParse(text).success).toBe(false);
  });
});
