import { describe, expect, test } from '@jest/globals';
import { viewAt } from '@minzheng/rules';
import { LocalDate } from '@minzheng/types';
import type { Fen } from '@minzheng/types';
import * as fc from 'fast-check';
import { emergencyOf, tlECases } from './tl-e-table.ts';
import { readLaw } from '../src/adapters/law.ts';
import { assessTlE } from '../src/domain/programmes/tl-e/assess-tl-e.ts';
import { compileTlE } from '../src/domain/programmes/tl-e/compile-tl-e.ts';
import { decideTlE } from '../src/domain/programmes/tl-e/decide-tl-e.ts';
import { Emergency, Hardship } from '../src/domain/programmes/tl-e/relief-facts.ts';
import type { EmergencyFacts } from '../src/domain/programmes/tl-e/relief-facts.ts';

const { parameters } = readLaw();
const december = LocalDate.parse('2025-12-01');
const params = compileTlE(viewAt(parameters, december, december));

describe('TL_E by its test table', () => {
  for (const row of tlECases)
    test(`${row.id} ${row.why}`, () => {
      const got = assessTlE(emergencyOf(row), viewAt(parameters, row.on, row.knownAt));
      const { want } = row;
      if (want.status === 'ELIGIBLE') {
        expect(got).toMatchObject({ status: 'ELIGIBLE', monthlyFen: 0, oneOffFen: want.oneOff, level: want.level });
      } else expect(got).toMatchObject(want);
    });
});

describe('an explanation', () => {
  test('shows the sum, the cap, the street’s limit and the rows they come from', () => {
    const row = tlECases.find(({ id }) => id === 'E25');
    const got = assessTlE(emergencyOf(row!), viewAt(parameters, december, december));
    if (got.status === 'MANUAL') throw new Error('E25 is decidable');
    expect(got.trace.map(({ rule, value, limit }) => [rule, value, limit])).toEqual([
      ['TL-1', true, undefined],
      ['TL-3', 990_000, 990_000],
      ['TL-4', true, 990_000],
    ]);
    expect(got.used.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['dibao.std', 'tl.tier.second', 'tl.streetLimit']),
    );
  });
});

const emergency: fc.Arbitrary<EmergencyFacts> = fc.record({
  n: fc.integer({ min: 1, max: 20 }),
  emergency: fc.constantFrom(...Emergency.options),
  isUrgent: fc.constant(true),
  hardship: fc.constantFrom(...Hardship.options),
  requestedFen: fc.integer({ min: 1, max: 1_000_000_000 }) as fc.Arbitrary<Fen>,
});
const levels = ['street', 'district', 'meeting'];

describe('for every emergency', () => {
  test('the sum is whole fen, above nothing, and never above 12 times the standard a person (TL-3)', () => {
    fc.assert(
      fc.property(emergency, (facts) => {
        const got = decideTlE(facts, params);
        if (!got.isEligible) throw new Error('an urgent emergency is eligible');
        expect(Number.isSafeInteger(got.oneOffFen)).toBe(true);
        expect(got.oneOffFen).toBeGreaterThan(0);
        expect(got.oneOffFen).toBeLessThanOrEqual(12 * params.std * facts.n);
        if (facts.hardship !== 'special') expect(got.oneOffFen).toBeLessThanOrEqual(6 * params.std * facts.n);
      }),
    );
  });

  test('a greater sum is never decided lower down (TL-4)', () => {
    fc.assert(
      fc.property(emergency, emergency, (one, other) => {
        const [a, b] = [decideTlE(one, params), decideTlE({ ...other, n: one.n }, params)];
        if (!a.isEligible || !b.isEligible) throw new Error('an urgent emergency is eligible');
        const order = Math.sign(a.oneOffFen - b.oneOffFen) * (levels.indexOf(a.level) - levels.indexOf(b.level));
        expect(order).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
