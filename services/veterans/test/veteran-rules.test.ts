import { describe, expect, test } from '@jest/globals';
import { overlaid, viewAt } from '@minzheng/rules';
import { LocalDate } from '@minzheng/types';
import { veteranCases } from './veterans-table.ts';
import { readLaw } from '../src/adapters/law.ts';
import { assess } from '../src/domain/rules/assess.ts';
import type { Assessment } from '../src/domain/rules/assess.ts';
import { isCovered } from '../src/domain/rules/coverage.ts';
import { rules } from '../src/domain/rules/rules.ts';

const { parameters } = readLaw();

function caseNamed(id: string): (typeof veteranCases)[number] {
  const found = veteranCases.find((row) => row.id === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
}

const assessed = ({ facts, on, overlay }: (typeof veteranCases)[number]): Assessment =>
  assess(facts, viewAt(overlaid(parameters, overlay), on, on));

describe('the monthly allowance by its test table', () => {
  for (const row of veteranCases)
    test(`${row.id} ${row.why}`, () => {
      const got = assessed(row);
      const { monthly, failed } = row.want;
      expect('monthlyFen' in got ? { monthly: got.monthlyFen } : { failed: got.failed }).toEqual(
        monthly === undefined ? { failed } : { monthly },
      );
    });
});

describe('the rules and the table agree', () => {
  const ids = new Set(veteranCases.map(({ id }) => id));
  test('no id of the table stands twice', () => expect(ids.size).toBe(veteranCases.length));
  test('every row proves some rule', () => {
    const used = new Set<string>(Object.values(rules).flatMap(({ tests }) => tests));
    expect(veteranCases.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});

describe('who belongs to a category', () => {
  test.each([
    ['V4d', true],
    ['V5', false],
    ['C04', false],
    ['R01', true],
  ])('%s: %s, whatever the day', (id, covered) => expect(isCovered(caseNamed(id).facts)).toBe(covered));
});

describe('an explanation', () => {
  test('of an amount walks back to the finding and the parameter rows, each with its source', () => {
    const got = assessed(caseNamed('V7'));
    expect(got.trace).toEqual([
      { rule: 'V09', value: true, unit: 'yes-no', from: [], limit: 60, params: ['vet.rural60.age'] },
      { rule: 'VET-10', value: 3, unit: 'years', from: [0] },
      { rule: 'VET-10', value: 18_000, unit: 'fen', from: [1], params: ['vet.rural60'] },
    ]);
    expect(got.used.map(({ key, confidence }) => [key, confidence])).toEqual([
      ['vet.rural60.age', 'S'],
      ['vet.rural60', 'SAMPLE'],
    ]);
  });

  test('is provisional once a figure is past its day of review', () => {
    const { facts } = caseNamed('V7');
    const onDay = (day: string): boolean =>
      assess(facts, viewAt(parameters, LocalDate.parse(day), LocalDate.parse(day))).provisional;
    expect([onDay('2026-08-01'), onDay('2026-08-02')]).toEqual([false, true]);
  });
});

describe('a figure that is not there', () => {
  test.each([
    ['before it is valid', '2024-12-31', '2025-06-01'],
    ['before it is published', '2025-06-01', '2024-12-19'],
  ])('stops the decision: %s', (_, on, knownAt) => {
    const view = viewAt(parameters, LocalDate.parse(on), LocalDate.parse(knownAt));
    expect(() => assess(caseNamed('V4a').facts, view)).toThrow(/no value of vet.avgWage/);
  });

  test('and a key that nobody declared is a bug', () => {
    const day = LocalDate.parse('2025-12-01');
    expect(() => viewAt(parameters, day, day).must('vet.none')).toThrow(/unknown parameter/);
  });
});
