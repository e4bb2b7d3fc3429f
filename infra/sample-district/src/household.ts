import { divisions, fen, Fen, localDate } from '@minzheng/types';
import type { DivisionCode, LocalDate, ResidentId } from '@minzheng/types';
import type { Inhabitant } from '@minzheng/data-exchange-simulator';
import { chanceOf } from './chance.ts';
import type { Chance } from './chance.ts';
import { livelihoodOf } from './livelihood.ts';
import type { Livelihood } from './livelihood.ts';
import { familyOf, nameOf } from './names.ts';
import type { ResidentNumbers } from './resident-number.ts';

const YUAN = 100;
const DAYS_OF_YEAR = 365;

export type Relation = 'self' | 'spouse' | 'child' | 'parent';

export interface Member {
  readonly residentId: ResidentId;
  readonly name: string;
  readonly relation: Relation;
  readonly born: LocalDate;
  readonly holdings: Inhabitant['holdings'];
}

/** 共同生活家庭: people under one roof, in one street. */
export interface SampleHousehold {
  readonly divisionCode: DivisionCode;
  readonly members: readonly Member[];
}

/** What a district is made of. */
export interface Place {
  readonly district: DivisionCode;
  readonly today: LocalDate;
  readonly numbers: ResidentNumbers;
}

interface Shape {
  readonly relations: readonly Relation[];
  /** Of its head, from and to. */
  readonly ages: readonly [number, number];
}

/** Shapes of a household and their weights [SAMPLE]. */
const SHAPES: readonly (readonly [Shape, number])[] = [
  [{ relations: [], ages: [55, 92] }, 22],
  [{ relations: [], ages: [24, 54] }, 6],
  [{ relations: ['spouse'], ages: [60, 88] }, 18],
  [{ relations: ['spouse'], ages: [26, 59] }, 8],
  [{ relations: ['spouse', 'child'], ages: [28, 52] }, 20],
  [{ relations: ['spouse', 'child', 'child'], ages: [30, 48] }, 8],
  [{ relations: ['child'], ages: [28, 55] }, 7],
  [{ relations: ['spouse', 'child', 'parent'], ages: [32, 52] }, 7],
  [{ relations: ['parent'], ages: [40, 62] }, 4],
];

/** One household: the same seed and the same place give the same one. */
export function sampleHousehold(seed: number, place: Place): SampleHousehold {
  const chance = chanceOf(seed);
  const streets = divisions.streetsOf(place.district);
  const divisionCode = chance.one(streets).code;
  const { relations, ages } = chance.weighted(SHAPES);
  const headAge = chance.between(ages[0], ages[1]);
  const headSex = chance.inThousand(560) ? 'male' : 'female';
  const family = familyOf(chance);
  const all: Relation[] = ['self', ...relations];
  const isMarried = all.includes('spouse');
  const members = all.map((relation) => {
    const age = ageOf(chance, relation, headAge);
    const sex =
      relation === 'spouse'
        ? otherThan(headSex)
        : relation === 'self'
          ? headSex
          : chance.one(['male', 'female'] as const);
    const own = relation === 'spouse' ? familyOf(chance) : family;
    return memberOf(chance, place, {
      relation,
      age,
      sex,
      family: own,
      isMarried: isMarried && relation !== 'child',
      divisionCode,
    });
  });
  return { divisionCode, members };
}

const otherThan = (sex: 'male' | 'female'): 'male' | 'female' => (sex === 'male' ? 'female' : 'male');

function ageOf(chance: Chance, relation: Relation, headAge: number): number {
  if (relation === 'self') return headAge;
  if (relation === 'spouse') return Math.max(22, headAge + chance.between(-6, 6));
  if (relation === 'parent') return Math.min(99, headAge + chance.between(20, 32));
  return Math.max(0, headAge - chance.between(22, 38));
}

interface Draft {
  readonly relation: Relation;
  readonly age: number;
  readonly sex: 'male' | 'female';
  readonly family: string;
  readonly isMarried: boolean;
  readonly divisionCode: DivisionCode;
}

/** Most were born where they live; the others came from elsewhere in the province or further away. */
const AREAS = [
  ['330302', 80],
  ['330324', 8],
  ['330381', 7],
  ['362330', 3],
  ['522121', 2],
] as const;

function memberOf(chance: Chance, place: Place, draft: Draft): Member {
  const born = localDate.addDays(place.today, -(draft.age * DAYS_OF_YEAR + chance.between(30, DAYS_OF_YEAR - 1)));
  const residentId = place.numbers.next(chance.weighted(AREAS), born, draft.sex);
  const name = nameOf(chance, draft.family);
  const livelihood = livelihoodOf(chance, draft.age);
  return {
    residentId,
    name,
    relation: draft.relation,
    born,
    holdings: holdingsOf(chance, draft, residentId, livelihood),
  };
}

/** A department that holds nothing is left out: it will say NO_DATA, as departments do. */
function holdingsOf(
  chance: Chance,
  draft: Draft,
  residentId: ResidentId,
  livelihood: Livelihood,
): Inhabitant['holdings'] {
  const isAdult = draft.age >= 18;
  const isOnFile = livelihood.kind === 'steady' || livelihood.kind === 'seasonal';
  const disability = disabilityOf(chance, residentId, draft.age);
  return {
    'public-security': { hukou: draft.divisionCode, vehicles: isAdult && chance.inThousand(180) ? 1 : 0 },
    ...((isOnFile || livelihood.pensionFen > 0) && {
      'human-resources': {
        wageMonthsFen: isOnFile ? [...livelihood.monthsFen] : livelihood.monthsFen.map(() => fen.zero),
        pensionFen: livelihood.pensionFen,
      },
    }),
    ...(livelihood.kind === 'steady' && { tax: { incomeMonthsFen: [...livelihood.monthsFen] } }),
    ...(draft.relation === 'self' && {
      'real-estate': {
        dwellings: chance.weighted([
          [0, 20],
          [1, 70],
          [2, 10],
        ] as const),
        shops: chance.inThousand(20) ? 1 : 0,
      },
    }),
    ...(isAdult && { banks: deposits(chance) }),
    ...(isAdult &&
      chance.inThousand(30) && {
        'market-regulation': { companies: 1, capitalFen: yuan(chance.between(1, 50) * 10_000) },
      }),
    'civil-affairs': { isMarried: draft.isMarried, benefits: [] },
    ...(chance.inThousand(250) && { 'medical-insurance': { selfPaidFen: yuan(chance.between(200, 60_000)) } }),
    ...(disability !== undefined && { 'disabled-federation': { certificate: disability } }),
  };
}

const yuan = (amount: number): Fen => Fen.parse(amount * YUAN);

function deposits(chance: Chance): { balanceFen: Fen; averageFen: Fen } {
  const most = chance.weighted([
    [5_000, 55],
    [40_000, 30],
    [300_000, 15],
  ] as const);
  const balance = chance.between(0, most);
  return { balanceFen: yuan(balance), averageFen: yuan(Math.max(0, balance + chance.between(-500, 500))) };
}

/** Number, kind, level (ID-5); rarer among the young. */
function disabilityOf(chance: Chance, residentId: ResidentId, age: number): string | undefined {
  if (!chance.inThousand(age < 60 ? 45 : 90)) return undefined;
  return `${residentId}${chance.between(1, 7)}${chance.between(1, 4)}`;
}
