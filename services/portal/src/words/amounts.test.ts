import { expect, test } from '@jest/globals';
import type { TraceStep } from '../api/contract.ts';
import { limitText, stepText } from './amounts.ts';

test.each([
  [130_000, 'fen', '1,300.00'],
  [24_600_000_000, 'fen-scaled', '24,600.00'],
  [1_234_567, 'fen-scaled', '1.234567'],
  [2, 'count', '2'],
  [1, 'yes-no', undefined],
] as const)('%j %s reads %j', (value, unit, text) => {
  expect(stepText(value, unit, 'zh-CN')).toBe(text);
});

test.each<[TraceStep['rule'], number, string | undefined]>([
  ['AST-1', 7_920_000, '79,200.00'],
  ['AST-2', 0, '0'],
  ['DB-1', 39_600_000_000, '39,600.00'],
  ['DB-4', 5, undefined],
])('the limit of a finding by %s, %j, reads %j', (rule, limit, text) => {
  expect(limitText({ rule, limit, value: true, unit: 'yes-no', from: [] }, 'zh-CN')).toBe(text);
});

test('a step without a limit has no text for it', () => {
  expect(limitText({ rule: 'INC-1', value: 1, unit: 'fen-scaled', from: [] }, 'en')).toBeUndefined();
});
