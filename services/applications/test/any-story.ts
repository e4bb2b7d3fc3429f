import { LocalDate } from '@minzheng/types';
import * as fc from 'fast-check';
import { Story } from '../src/domain/means-test/story.ts';

const MEMBERS = ['m1', 'm2', 'm3', 'm4', 'm5'];

const months = (most: number): fc.Arbitrary<number[]> =>
  fc.oneof(
    fc.integer({ min: 0, max: most }).map((amount) => Array.from({ length: 12 }, () => amount)),
    fc.array(fc.integer({ min: 0, max: most }), { minLength: 12, maxLength: 12 }),
  );

const day = fc
  .record({ year: fc.integer({ min: 1925, max: 2025 }), of: fc.integer({ min: 0, max: 364 }) })
  .map(({ year, of }) => new Map([[0, `${year}-01-01`]]).get(of) ?? dayOf(year, of))
  .map((text) => LocalDate.parse(text));

function dayOf(year: number, of: number): string {
  const month = Math.floor(of / 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String((of % 28) + 1).padStart(2, '0')}`;
}

const disability = fc.oneof(
  { weight: 3, arbitrary: fc.constant('none' as const) },
  fc.record({
    kind: fc.constantFrom('visual', 'hearing', 'speech', 'physical', 'intellectual', 'mental', 'multiple'),
    level: fc.integer({ min: 1, max: 4 }),
  }),
);

const parent = fc.record({
  fate: fc.constantFrom('present', 'present', 'dead', 'declared-missing', 'not-found'),
  disability,
  isSeverelyIll: fc.boolean(),
  custody: fc.constantFrom('none', 'none', 'prison', 'rehabilitation', 'other'),
  custodyMonths: fc.integer({ min: 0, max: 12 }),
  outOfContactMonths: fc.integer({ min: 0, max: 12 }),
  isGuardianshipRevoked: fc.constantFrom(false, false, true),
  isDeported: fc.constantFrom(false, false, true),
});

const member = fc.record({
  bornOn: day,
  away: fc.constantFrom('no', 'no', 'no', 'no', 'prison', 'clergy'),
  disability,
  isSeverelyIll: fc.constantFrom(false, false, true),
  isUnemployed: fc.boolean(),
  hasRefusedWork: fc.constantFrom(false, false, false, true),
  study: fc.constantFrom('none', 'compulsory', 'vocational', 'higher'),
  failedAdls: fc.integer({ min: 0, max: 6 }),
  needsLongTermCare: fc.boolean(),
  hasWorkInjuryNursing: fc.constantFrom(false, false, true),
  careGrade: fc.constantFrom('able', 'mild', 'moderate', 'severe', 'total'),
  isRegisteredHere: fc.constantFrom(true, true, false),
  parents: fc.tuple(parent, parent),
  isInInstitution: fc.boolean(),
  receives: fc.subarray(['DB', 'TK', 'ORP', 'DIS_L'], { maxLength: 1 }),
});

const income = fc
  .record({
    memberId: fc.constantFrom(...MEMBERS),
    kind: fc.constantFrom('WAGE', 'BUSINESS', 'PROPERTY', 'TRANSFER'),
    monthsFen: months(300_000),
    isPension: fc.boolean(),
    exclusion: fc.constantFrom(undefined, undefined, undefined, 'veterans-benefit', 'old-age-allowance'),
  })
  .map(({ isPension, exclusion, ...item }) => ({
    ...item,
    ...(isPension &&
      item.kind === 'TRANSFER' && { basicMonthsFen: item.monthsFen.map((fen) => Math.min(fen, 14_300)) }),
    ...(exclusion !== undefined && { exclusion }),
  }));

const obligor = fc.record({
  relation: fc.constantFrom('child', 'parent', 'sibling'),
  bornOn: day,
  disability,
  incapacity: fc.constantFrom('none', 'none', 'prison'),
  receives: fc.constantFrom('none', 'none', 'TK', 'DB'),
  householdSize: fc.integer({ min: 1, max: 5 }),
  monthlyIncomeFen: fc.integer({ min: 0, max: 2_000_000 }),
  hasLowAssets: fc.boolean(),
  supports: fc.constantFrom(['m1'], ['m1', 'm2']),
  supportsOthers: fc.integer({ min: 0, max: 6 }),
});

/** Stories of any means: most of them poor, so that every programme has its share. */
export const anyStory: fc.Arbitrary<Story> = fc
  .record({
    members: fc.array(member, { minLength: 1, maxLength: 5 }),
    isCheckAuthorised: fc.constantFrom(true, true, true, true, false),
    income: fc.array(income, { maxLength: 4 }),
    rigid: fc.array(
      fc.record({
        kind: fc.constantFrom('medical', 'rehabilitation', 'education', 'other'),
        amountFen: fc.integer({ min: 0, max: 9_000_000 }),
      }),
      { maxLength: 2 },
    ),
    financialFen: fc.constantFrom(0, 0, 1_000_000, 9_000_000),
    vehicles: fc.constantFrom(0, 0, 0, 0, 1),
    dwellings: fc.constantFrom(0, 1, 1, 1, 2),
    obligors: fc.array(obligor, { maxLength: 2 }),
    emergency: fc.oneof(
      fc.constant('none' as const),
      fc.record({
        emergency: fc.constantFrom('fire', 'sudden-illness'),
        isUrgent: fc.boolean(),
        hardship: fc.constantFrom('tier-1', 'tier-2', 'tier-3', 'special'),
        requestedFen: fc.integer({ min: 1, max: 5_000_000 }),
      }),
    ),
    pastRelief: fc.record({ grants: fc.integer({ min: 0, max: 3 }), isSameCause: fc.boolean() }),
  })
  .map(({ members, ...rest }) =>
    Story.parse({ ...rest, members: members.map((one, i) => ({ memberId: MEMBERS[i], ...one })) }),
  );
