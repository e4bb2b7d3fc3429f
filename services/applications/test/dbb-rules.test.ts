import { describe, expect, test } from '@jest/globals';
import { overlaid, viewAt } from '@minzheng/rules';
import { LocalDate } from '@minzheng/types';
import type { Fen } from '@minzheng/types';
import * as fc from 'fast-check';
import { dbbCases, factsOf } from './db-table.ts';
import { household } from './households.ts';
import { readLaw } from '../src/adapters/law.ts';
import { assessDb } from '../src/domain/programmes/db/assess-db.ts';
import { assessDbb } from '../src/domain/programmes/dbb/assess-dbb.ts';

const { parameters } = readLaw();
const december = LocalDate.parse('2025-12-01');
const view = () => viewAt(parameters, december, december);

describe('DBB by its test table', () => {
  for (const row of dbbCases)
    test(`${row.id} ${row.why}`, () => {
      const { want } = row;
      const got = assessDbb(factsOf(row), viewAt(overlaid(parameters, row.overlay), row.on, row.knownAt));
      expect(got.status).toBe(want.status);
      if (got.status === 'ELIGIBLE') expect(got).toMatchObject({ monthlyFen: want.monthly });
      if (got.status === 'NOT_ELIGIBLE') expect([got.failed, got.hint ?? null]).toEqual([want.failed, want.hint]);
    });

  for (const path of ['vehicles', 'financialFen', 'wages', 'otherMonthsFen', 'n'] as const)
    test(`without ${path} it is one for an officer, never a zero`, () => {
      const { [path]: _, ...partial } = factsOf(dbbCases[0]!);
      expect(assessDbb(partial, view())).toEqual({ status: 'MANUAL', missing: path });
    });
});

describe('for every household', () => {
  test('DB and DBB never fit together, and each refusal’s hint leads to a yes', () => {
    fc.assert(
      fc.property(household, (facts) => {
        const db = assessDb(facts, view());
        const dbb = assessDbb(facts, view());
        expect([db.status, dbb.status]).not.toEqual(['ELIGIBLE', 'ELIGIBLE']);
        expect(db.status === 'NOT_ELIGIBLE' && db.hint === 'DBB').toBe(dbb.status === 'ELIGIBLE');
        expect(dbb.status === 'NOT_ELIGIBLE' && dbb.hint === 'DB').toBe(db.status === 'ELIGIBLE');
      }),
      { numRuns: 500 },
    );
  });

  test('more income never leads from outside the margin onto it, except out of DB', () => {
    fc.assert(
      fc.property(household, fc.integer({ min: 1, max: 300_000 }), (facts, more) => {
        const richer = { ...facts, otherMonthsFen: facts.otherMonthsFen.map((m) => (m + more) as Fen) };
        const after = assessDbb(richer, view());
        if (after.status !== 'ELIGIBLE') return;
        expect([assessDbb(facts, view()).status, assessDb(facts, view()).status]).toContain('ELIGIBLE');
      }),
    );
  });
});
