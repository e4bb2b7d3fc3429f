import { describe, expect, test } from '@jest/globals';
import type { ParameterView } from '@minzheng/rules';
import { overlaid, viewAt } from '@minzheng/rules';
import { LocalDate } from '@minzheng/types';
import { dbCases, factsOf } from './db-table.ts';
import type { DbCase } from './db-table.ts';
import { readLaw } from '../src/adapters/law.ts';
import { assessDb } from '../src/domain/programmes/db/assess-db.ts';
import { payFrom } from '../src/domain/programmes/db/pay-from.ts';

const { parameters } = readLaw();
const december = LocalDate.parse('2025-12-01');
const view = (): ParameterView => viewAt(parameters, december, december);

function caseNamed(id: string): DbCase {
  const found = dbCases.find((row) => row.id === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
}

describe('DB by its test table', () => {
  for (const row of dbCases)
    test(`${row.id} ${row.why}`, () => {
      const { want } = row;
      const got = assessDb(factsOf(row), viewAt(overlaid(parameters, row.overlay), row.on, row.knownAt));
      expect(got.status).toBe(want.status);
      if (got.status === 'ELIGIBLE') expect(got.monthlyFen).toBe(want.monthly);
      if (got.status === 'NOT_ELIGIBLE') expect(got.failed).toEqual(want.failed);
      if (got.status === 'NOT_ELIGIBLE' && want.hint !== undefined) expect(got.hint ?? null).toBe(want.hint);
      if (got.status !== 'MANUAL' && want.provisional !== undefined) expect(got.provisional).toBe(want.provisional);
      if (want.payFrom !== undefined) expect(payFrom(row.on)).toBe(want.payFrom);
      const net = got.status === 'MANUAL' ? undefined : got.trace.findLast(({ rule }) => rule === 'INC-1')?.value;
      if (want.net !== undefined) expect(net).toBe(want.net * 10_000);
    });
});

describe('an explanation', () => {
  test('of an amount walks back to the wage, the limit and the parameter rows', () => {
    const got = assessDb(factsOf(caseNamed('E01')), view());
    if (got.status === 'MANUAL') throw new Error('E01 is decidable');
    const last = got.trace.at(-1);
    expect(last).toMatchObject({ rule: 'DB-2', value: 130_000, unit: 'fen' });
    const reached = new Set<string>();
    const walk = (at: number): void => {
      const step = got.trace[at];
      if (!step) throw new Error(`step ${at} is not there`);
      reached.add(step.rule);
      for (const earlier of step.from) {
        expect(earlier).toBeLessThan(at);
        walk(earlier);
      }
    };
    walk(got.trace.length - 1);
    expect([...reached].toSorted()).toEqual(['AST-1', 'AST-2', 'AST-3', 'DB-1', 'DB-2', 'INC-1', 'INC-4']);
    expect(got.used.find(({ key }) => key === 'dibao.std')).toMatchObject({ value: 110_000, docNo: 'SAMPLE-25-1' });
    expect(got.used.map(({ key }) => key)).not.toContain('minWage');
  });

  test('of a refusal shows the limit that was missed, and the rows of the hint', () => {
    const got = assessDb(factsOf(caseNamed('E02')), view());
    if (got.status === 'MANUAL') throw new Error('E02 is decidable');
    const step = got.trace.find(({ rule }) => rule === 'DB-1');
    expect(step).toMatchObject({ value: false, limit: 3 * 110_000 * 12 * 10_000 });
    expect(got.used.map(({ key }) => key)).toEqual(expect.arrayContaining(['dibao.std', 'dbb.ratio', 'minWage']));
  });
});

describe('a missing fact', () => {
  for (const path of ['vehicles', 'financialFen', 'wages', 'otherMonthsFen', 'n'] as const)
    test(`${path} makes the case one for an officer, never a zero`, () => {
      const { [path]: _, ...partial } = factsOf(caseNamed('E01'));
      expect(assessDb(partial, view())).toEqual({ status: 'MANUAL', missing: path });
    });
});
