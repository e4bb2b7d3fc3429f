import { describe, expect, test } from '@jest/globals';
import { known, NeedFact, viewAt } from '@minzheng/rules';
import { LocalDate } from '@minzheng/types';
import type { Fen } from '@minzheng/types';
import * as fc from 'fast-check';
import { household, poor } from './households.ts';
import { readLaw } from '../src/adapters/law.ts';
import type { HouseholdFacts } from '../src/domain/means-test/facts.ts';
import { meansOfCase } from '../src/domain/means-test/means.ts';
import { compileDb } from '../src/domain/programmes/db/compile-db.ts';
import type { DbParams } from '../src/domain/programmes/db/compile-db.ts';
import { decideDb } from '../src/domain/programmes/db/decide-db.ts';

const december = LocalDate.parse('2025-12-01');
const params = compileDb(viewAt(readLaw().parameters, december, december));

const withStandard = (std: number): DbParams => ({
  std,
  income: { ...params.income, std, support: { ...params.income.support, std } },
  assets: { ...params.assets, std },
});

describe('for every household', () => {
  test('the benefit is whole yuan, positive exactly when eligible, and lifts nobody a yuan over the line', () => {
    fc.assert(
      fc.property(household, (f) => {
        const { isEligible, monthlyFen, net } = decideDb(meansOfCase(f), params);
        expect(monthlyFen % 100).toBe(0);
        expect(monthlyFen > 0).toBe(isEligible);
        if (!isEligible || !net) return;
        const lifted = Number(net.value.num) / Number(net.value.den) + monthlyFen * 12 * 10_000;
        const line = f.n * params.std * 12 * 10_000;
        expect(lifted).toBeGreaterThanOrEqual(line);
        expect(lifted).toBeLessThan(line + 100 * 12 * 10_000);
      }),
    );
  });

  test('more income never makes eligible and never raises the benefit', () => {
    fc.assert(
      fc.property(poor, fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 300_000 }), (f, month, more) => {
        const raised = f.otherMonthsFen.map((m, i) => (i === month ? m + more : m) as Fen);
        const before = decideDb(meansOfCase(f), params);
        const after = decideDb(meansOfCase({ ...f, otherMonthsFen: raised }), params);
        expect(after.monthlyFen).toBeLessThanOrEqual(before.monthlyFen);
      }),
    );
  });

  test('a higher standard never lowers the benefit', () => {
    fc.assert(
      fc.property(household, fc.integer({ min: 0, max: 50_000 }), (f, rise) => {
        const before = decideDb(meansOfCase(f), params).monthlyFen;
        expect(decideDb(meansOfCase(f), withStandard(params.std + rise)).monthlyFen).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('an answer found with facts missing is the answer with all of them', () => {
    const keys = ['vehicles', 'dwellings', 'financialFen', 'otherMonthsFen', 'wages', 'pensions'] as const;
    let answered = 0;
    fc.assert(
      fc.property(household, fc.subarray([...keys]), (f, missing) => {
        const partial = Object.fromEntries(Object.entries(f).filter(([key]) => !(missing as string[]).includes(key)));
        const early = attempt(() => decideDb(meansOfCase(known<HouseholdFacts>(partial)), params).isEligible);
        if (early === undefined) return;
        answered += 1;
        expect(early).toBe(decideDb(meansOfCase(f), params).isEligible);
      }),
      { numRuns: 500 },
    );
    expect(answered).toBeGreaterThan(50);
  });
});

function attempt<T>(decide: () => T): T | undefined {
  try {
    return decide();
  } catch (error) {
    if (error instanceof NeedFact) return undefined;
    throw error;
  }
}
