import { describe, expect, test } from '@jest/globals';
import { LocalDate } from '@minzheng/types';
import { Parameter } from './parameters.ts';
import type { Parameters } from './parameters.ts';
import { overlaid, reformed } from './reform.ts';
import { citesOn } from './rule.ts';
import { NoFigure, viewAt } from './view-at.ts';

const row = (value: number, validFrom: string, publishedOn: string) => ({
  value,
  validFrom: LocalDate.parse(validFrom),
  publishedOn: LocalDate.parse(publishedOn),
  docNo: 'SAMPLE-1',
  confidence: 'SAMPLE' as const,
});

const base: Parameters = new Map([
  [
    'std',
    Parameter.parse({
      key: 'std',
      unit: 'fen',
      basis: { doc: '649' },
      lapse: 'error',
      values: [row(100, '2025-01-01', '2024-12-01')],
    }),
  ],
]);
const valueOn = (parameters: Parameters, day: string): number =>
  viewAt(parameters, LocalDate.parse(day), LocalDate.parse('2026-01-01')).must('std');

describe('a reform', () => {
  const reform = { id: 'r-1', title: 'higher', rows: { std: [row(120, '2025-07-01', '2025-06-01')] } };

  test('counts from its day on and leaves the past and the base as they were', () => {
    const after = reformed(base, reform);
    expect([valueOn(after, '2025-06-30'), valueOn(after, '2025-07-01')]).toEqual([100, 120]);
    expect(valueOn(base, '2025-07-01')).toBe(100);
  });

  test('without rows changes nothing', () => {
    expect([...reformed(base, { ...reform, rows: {} })]).toEqual([...base]);
  });

  test('of a figure that does not exist is refused', () => {
    expect(() => reformed(base, { ...reform, rows: { other: [] } })).toThrow(RangeError);
    expect(() => overlaid(base, { other: 1 })).toThrow(RangeError);
  });
});

test('a figure tried out has one value on every day', () => {
  expect(valueOn(overlaid(base, { std: 7 }), '2025-03-01')).toBe(7);
});

test('a day without a figure says which one', () => {
  expect(() => valueOn(base, '2024-12-31')).toThrow(NoFigure);
  expect(() => valueOn(base, '2024-12-31')).toThrow(expect.objectContaining({ key: 'std', onDate: '2024-12-31' }));
});

test('an article that was renumbered is cited by its days', () => {
  const rule = {
    title: 't',
    tests: [],
    cites: [{ doc: 'a', article: '3', to: '2025-12-31' }, { doc: 'a', article: '4', from: '2026-01-01' }, { doc: 'b' }],
  };
  const on = (day: string) => citesOn(rule, LocalDate.parse(day)).map(({ doc, article }) => `${doc}${article ?? ''}`);
  expect(on('2025-12-31')).toEqual(['a3', 'b']);
  expect(on('2026-01-01')).toEqual(['a4', 'b']);
});
