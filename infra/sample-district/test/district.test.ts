import { describe, expect, test } from '@jest/globals';
import { Inhabitant } from '@minzheng/data-exchange-simulator';
import { DisabilityCertificate, divisions, DivisionCode, LocalDate, ResidentId } from '@minzheng/types';
import { fill, sampleDistrict } from '../src/index.ts';
import type { SampleHousehold } from '../src/index.ts';

const today = LocalDate.parse('2025-10-09');
const district = DivisionCode.parse('330302');
const of = (households: number, seed = 1): SampleHousehold[] => [
  ...sampleDistrict({ district, households, seed, today }),
];
const whole = of(2_000);
const members = (all: readonly SampleHousehold[]) => all.flatMap((household) => household.members);

describe('a sample district', () => {
  test('is the same from the same seed, and another from another', () => {
    expect(of(50)).toEqual(of(50));
    expect(of(50)).toEqual(whole.slice(0, 50));
    expect(of(50, 2)).not.toEqual(of(50));
  });

  test('holds valid numbers only, each once, that agree with birth and sex', () => {
    const all = members(whole);
    expect(new Set(all.map(({ residentId }) => residentId)).size).toBe(all.length);
    for (const { residentId, born } of all) {
      expect(ResidentId.parse(residentId, today)).toMatchObject({ ok: true });
      expect(ResidentId.birthDate(residentId)).toBe(born);
    }
  });

  test('lives in the streets and towns of the district, and every one of them is inhabited', () => {
    const streets = new Set(whole.map(({ divisionCode }) => divisionCode));
    expect([...streets].toSorted()).toEqual(
      divisions
        .streetsOf(district)
        .map(({ code }) => code)
        .toSorted(),
    );
  });

  test('has one head a household, spouses of age, children younger than their parents', () => {
    for (const { members: some } of whole) {
      const [head, ...others] = some;
      expect(head?.relation).toBe('self');
      expect(others.filter(({ relation }) => relation === 'self' || relation === 'spouse').length).toBeLessThan(2);
      for (const { relation, born } of others) {
        if (relation === 'child') expect(born > (head?.born ?? '')).toBe(true);
        if (relation === 'parent') expect(born < (head?.born ?? '')).toBe(true);
      }
    }
  });

  test('is of every age, with old people, children, disabilities and undeclared income among them', () => {
    const all = members(whole);
    const share = (is: (one: (typeof all)[number]) => boolean): number => all.filter(is).length / all.length;
    expect(share(({ born }) => born <= '1955-10-09')).toBeGreaterThan(0.1);
    expect(share(({ born }) => born > '2007-10-09')).toBeGreaterThan(0.05);
    expect(share(({ holdings }) => holdings['disabled-federation'] !== undefined)).toBeGreaterThan(0.03);
    expect(share(({ holdings }) => holdings['human-resources'] === undefined)).toBeGreaterThan(0.1);
  });

  test('gives certificates that can be read, and holdings that the exchange takes', () => {
    for (const { residentId, holdings } of members(whole.slice(0, 500))) {
      expect(Inhabitant.safeParse({ residentId, holdings })).toMatchObject({ success: true });
      const { certificate } = holdings['disabled-federation'] ?? {};
      if (certificate !== undefined)
        expect(DisabilityCertificate.parse(certificate, today)).toMatchObject({ ok: true });
    }
  });
});

test('filling brings everybody to both places once, however many', async () => {
  const [resolved, loaded]: string[][] = [[], []];
  const filled = await fill(sampleDistrict({ district, households: 700, seed: 3, today }), {
    resolve: ({ residentId }) => Promise.resolve(void resolved?.push(residentId)),
    load: (some) => {
      expect(some.length).toBeLessThanOrEqual(500);
      return Promise.resolve(void loaded?.push(...some.map(({ residentId }) => residentId)));
    },
  });
  const all = members(of(700, 3)).map(({ residentId }) => residentId as string);
  expect(filled).toEqual({ households: 700, persons: all.length });
  expect(resolved?.toSorted()).toEqual(all.toSorted());
  expect(loaded?.toSorted()).toEqual(all.toSorted());
});
