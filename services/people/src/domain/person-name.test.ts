import { describe, expect, test } from '@jest/globals';
import { personName } from './person-name.ts';

describe('a name as on the ID card', () => {
  const table: [why: string, typed: string, read: string | undefined][] = [
    ['is taken as it is', '样例甲', '样例甲'],
    ['loses the blanks around it', '  样例甲\u3000', '样例甲'],
    ['may be one character', '丁', '丁'],
    ['may hold a rare character of two code units', '𬀩', '𬀩'],
    ['may hold 〇', '王〇', '王〇'],
    ['may hold a private-use character of an old system', '王\uE863', '王\uE863'],
    ['joins its parts with a dot', '阿卜杜拉·买买提', '阿卜杜拉·买买提'],
    ['knows the dot in its other forms', '阿卜杜拉•买买提・某', '阿卜杜拉·买买提·某'],
    ['is composed', 'Ame\u0301lie', 'Am\u00E9lie'],
    ['is the unified form of a compatibility character', '\uF9D1', '六'],
    ['of fifty characters is read', '甲'.repeat(50), '甲'.repeat(50)],
    ['of fifty rare characters is counted by characters', '𬀩'.repeat(50), '𬀩'.repeat(50)],
    ['of fifty-one is not', '甲'.repeat(51), undefined],
    ['is not empty', '   ', undefined],
    ['holds no blank inside', '样 例', undefined],
    ['holds no digits', '样例1', undefined],
    ['holds no symbols', '样例<b>', undefined],
    ['does not begin with a dot', '·买买提', undefined],
    ['does not double a dot', '阿卜杜拉··买买提', undefined],
    ['holds no control character', '样例\u0000', undefined],
    ['holds no direction mark', '样\u202E例', undefined],
  ];
  for (const [why, typed, read] of table) test(why, () => expect(personName(typed)).toBe(read));
});
