import { describe, expect, test } from '@jest/globals';
import { NoFigure, viewAt } from '@minzheng/rules';
import { LocalDate } from '@minzheng/types';
import { veteranCases } from './veterans-table.ts';
import { readLaw } from '../src/adapters/law.ts';
import { readMatterCases } from '../src/adapters/matter-table.ts';
import { Matter } from '../src/domain/matter.ts';
import { assessMatter } from '../src/domain/rules/assess-matter.ts';
import type { Answer } from '../src/domain/rules/answer.ts';
import { rules } from '../src/domain/rules/rules.ts';

const { parameters } = readLaw();
const matterCases = readMatterCases();
const assessed = (matter: Matter, day: LocalDate): Answer =>
  assessMatter(matter, day, (on) => viewAt(parameters, on, day));

describe('the matters of DOMAIN §4 by their test table', () => {
  test.each(matterCases)('$id $why', ({ matter, on, want }) => {
    const { trace, ...said } = assessed(matter, on);
    expect(said).toEqual(want);
    expect(trace.length).toBeGreaterThan(0);
    for (const { rule } of trace) expect(rules).toHaveProperty([rule]);
  });

  test('no id stands twice', () => {
    expect(new Set(matterCases.map(({ id }) => id)).size).toBe(matterCases.length);
  });

  const ids = new Set([...matterCases, ...veteranCases].map(({ id }) => id));
  test.each(Object.entries(rules))('%s is proved by rows that exist', (_, { tests }) => {
    for (const row of tests) expect(ids).toContain(row);
  });
});

test('a death of a year whose income is not published yet is no zero', () => {
  const matter = Matter.parse({ kind: 'martyr-award', diedOn: '2026-03-01' });
  expect(() => assessed(matter, LocalDate.parse('2026-04-01'))).toThrow(NoFigure);
});
