import type { ParameterView } from '@minzheng/rules';
import { localDate } from '@minzheng/types';
import type { MatterOf } from '../matter.ts';
import type { Answer } from './answer.ts';

const ADULT_AT = 18;
const MONTHS_A_YEAR = 12;

/** VET-1: which survivors have a regular pension (条例 §19). */
export function vet1(matter: MatterOf<'survivor'>, view: ParameterView): Answer {
  const value = isEntitled(matter, view);
  const trace = [{ rule: 'VET-1', value, unit: 'yes-no' as const, from: [], params: ['vet.localIncome'] }];
  return value ? { status: 'entitled', trace } : { failed: ['VET-1'], trace };
}

function isEntitled(matter: MatterOf<'survivor'>, view: ParameterView): boolean {
  const isMinor = localDate.ageOn(matter.bornOn, view.onDate) < ADULT_AT;
  const isPoor = matter.monthlyIncomeFen * MONTHS_A_YEAR < view.must('vet.localIncome');
  const hasNothing = matter.monthlyIncomeFen === 0;
  const elder = !matter.isAbleToWork || isPoor;
  const entitled: Readonly<Record<typeof matter.relation, boolean>> = {
    parent: elder,
    spouse: elder,
    child: isMinor || ((matter.isInSchool || matter.isDisabled) && hasNothing),
    sibling: matter.wasSupported && (isMinor || (matter.isInSchool && hasNothing)),
  };
  return entitled[matter.relation];
}
