import { any, detail } from '@minzheng/rules';
import { isNeverCounted } from '../../means-test/income.ts';
import { ageOn, isSeverelyDisabled } from '../../means-test/persons.ts';
import type { Disability, IncomeItem, Obligor, Story, StoryMember } from '../../means-test/story.ts';
import { WINDOW_MONTHS } from '../../means-test/window.ts';
import type { TkParams } from './compile-tk.ts';

const OLD_FROM = 60;
const CHILD_BELOW = 16;
const MINOR_BELOW = 18;
const VERY_OLD_FROM = 70;
const LEVELS_BY_KIND: Readonly<Record<string, number>> = { intellectual: 3, mental: 3, physical: 2, visual: 1 };

/** TK-2 by the certificate alone: mind to level three, limbs to two, sight to one. */
export const isUnableByDisability = (disability: Disability): boolean =>
  disability !== 'none' && disability.level <= (LEVELS_BY_KIND[disability.kind] ?? 0);

/** TK-2, and TK-6 for whom it was found before they grew up. */
export const isUnableToWork = (member: StoryMember, p: TkParams): boolean =>
  any([
    () => ageOn(member, p.onDate) >= OLD_FROM || ageOn(member, p.onDate) < CHILD_BELOW,
    () => isUnableByDisability(member.disability),
    () => continues(member, p),
  ]);

/** TK-6: to eighteen, and beyond while at school up to the senior grades. */
export const continues = (member: StoryMember, p: TkParams): boolean =>
  member.receives.includes('TK') &&
  (ageOn(member, p.onDate) < MINOR_BELOW || ['compulsory', 'senior-high', 'vocational'].includes(member.study));

/** TK-3: what counts here of one item over the window, in fen; the central basic pension never does. */
function counted(item: IncomeItem): number {
  if (isNeverCounted(item) || detail(item, 'exclusion') !== undefined) return 0;
  return sum(item.monthsFen) - sum(detail(item, 'basicMonthsFen') ?? []);
}

/** TK-3: strict. */
export const hasNoSource = ({ income }: Story, { memberId }: StoryMember, { std }: TkParams): boolean =>
  sum(income.filter((item) => item.memberId === memberId).map(counted)) < std * WINDOW_MONTHS;

/** TK-4: whether somebody who must support this person can. */
export function isCapable(obligor: Obligor, p: TkParams): boolean {
  const { receives, incapacity, hasLowAssets } = obligor;
  if (receives === 'TK' || (receives === 'DB' && ageOn(obligor, p.onDate) >= OLD_FROM)) return false;
  const isFrail = ageOn(obligor, p.onDate) >= VERY_OLD_FROM || isSeverelyDisabled(obligor.disability);
  return !(hasLowAssets && ((isFrail && isBelowLocalIncome(obligor, p)) || incapacity !== 'none'));
}

const isBelowLocalIncome = ({ monthlyIncomeFen, householdSize }: Obligor, { localIncome }: TkParams): boolean =>
  monthlyIncomeFen * WINDOW_MONTHS < localIncome * householdSize;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
