import { describe, expect, test } from '@jest/globals';
import { LocalDate } from '@minzheng/types';
import { mayWork, rememberGrant, rememberRequirement } from './officer-licence.ts';
import type { LicenceRequirement, OfficerLicence } from './officer-licence.ts';

const day = (text: string): LocalDate => LocalDate.parse(text);
const required: LicenceRequirement = { id: 'case.decide', from: day('2026-07-01'), sequence: 2 };
const year: OfficerLicence = { id: 'l-1', validFrom: day('2026-01-01'), validUntil: day('2026-12-31') };

describe('who may do a kind of work (DOMAIN §6, 持证上岗)', () => {
  test.each<[string, LicenceRequirement | undefined, OfficerLicence | undefined, string, boolean]>([
    ['no requirement, no licence', undefined, undefined, '2026-08-01', true],
    ['a requirement that begins tomorrow, no licence', required, undefined, '2026-06-30', true],
    ['the requirement’s first day, no licence', required, undefined, '2026-07-01', false],
    ['a licence on its last day', required, year, '2026-12-31', true],
    ['a licence on the day after', required, year, '2027-01-01', false],
    ['a licence that begins tomorrow', required, { ...year, validFrom: day('2026-08-02') }, '2026-08-01', false],
    ['a lapsed licence where nothing is required', undefined, year, '2027-01-01', true],
  ])('%s', (_, requirement, licence, today, may) => {
    expect(mayWork(requirement, licence, day(today))).toBe(may);
  });
});

describe('what training tells', () => {
  test('a renewal lets the licence go on; the same grant again changes nothing', () => {
    const renewal = { validFrom: day('2026-12-01'), validUntil: day('2027-11-30') };
    const renewed = { id: 'l-1', validFrom: year.validFrom, validUntil: renewal.validUntil };
    expect(rememberGrant(year, 'l-1', renewal)).toMatchObject({ state: renewed, events: [] });
    expect(rememberGrant(renewed, 'l-1', renewal)).toMatchObject({ state: renewed });
    expect(rememberGrant(undefined, 'l-1', year)).toMatchObject({ state: year });
  });

  test('the requirement set last counts, and an older one that comes again does not', () => {
    const later: LicenceRequirement = { ...required, from: day('2027-01-01'), sequence: 3 };
    expect(rememberRequirement(undefined, required)).toMatchObject({ state: required });
    expect(rememberRequirement(required, later)).toMatchObject({ state: later });
    expect(rememberRequirement(later, required)).toBe('ignore');
    expect(rememberRequirement(later, later)).toBe('ignore');
  });
});
