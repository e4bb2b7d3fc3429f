import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { innerPeriod } from '../test/arbitraries.ts';
import { CaseNumber, caseNumber } from './case-number.ts';
import { Period } from './period.ts';
import { ProgrammeCode } from './programme.ts';

const parts = fc.record({
  districtPrefix: fc.constantFrom('LC', 'WZ', 'ABCD'),
  programme: fc.constantFrom(...ProgrammeCode.options),
  period: innerPeriod,
  sequence: fc.integer({ min: 1, max: 999_999 }),
});

describe('a case number (ID-7)', () => {
  test('is prefix, programme, month, sequence and a Luhn digit', () => {
    const first = { districtPrefix: 'LC', programme: 'DB', period: Period.parse('2026-11'), sequence: 1 } as const;
    expect(caseNumber.of(first)).toBe('LC-DB-202611-000001-8');
  });

  test('reads back into what it was made of', () => {
    fc.assert(
      fc.property(parts, (made) => {
        const number = caseNumber.of(made);
        expect(caseNumber.read(number)).toEqual({ ok: true, value: made });
        expect(CaseNumber.safeParse(number).success).toBe(true);
      }),
    );
  });

  test('with any one of its digits changed is refused', () => {
    fc.assert(
      fc.property(parts, fc.nat(12), fc.integer({ min: 1, max: 9 }), (made, nth, by) => {
        const number = caseNumber.of(made);
        const positions = [...number.matchAll(/\d/g)].map(({ index }) => index);
        const at = positions[nth] ?? 0;
        const wrong = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);
        expect(CaseNumber.safeParse(wrong).success).toBe(false);
      }),
    );
  });

  test.each([
    ['LC-DB-202611-1-9', 'BAD_SHAPE'],
    ['LC-XX-202611-000001-9', 'BAD_PROGRAMME'],
    ['LC-DB-202613-000001-9', 'BAD_PERIOD'],
    ['LC-DB-202611-000001-9', 'BAD_LUHN'],
  ])('%s is refused as %s', (raw, error) => {
    expect(caseNumber.read(raw)).toEqual({ ok: false, error });
  });

  test('cannot be made beyond its six digits or with another prefix', () => {
    const made = { districtPrefix: 'LC', programme: 'DB', period: Period.parse('2026-11'), sequence: 1 } as const;
    for (const sequence of [0, 1_000_000, 1.5]) expect(() => caseNumber.of({ ...made, sequence })).toThrow(RangeError);
    expect(() => caseNumber.of({ ...made, districtPrefix: 'lucheng' })).toThrow(RangeError);
  });
});
