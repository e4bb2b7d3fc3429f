import { MONTHS } from './draft.ts';
import type { Draft, MonthlyAnswer } from './draft.ts';
import { hasAmounts, memberField, monthField, otherIncomeField, sameField } from './fields.ts';
import type { Step } from './fields.ts';
import { amountOf, countOf } from './submission.ts';

/** What is wrong with one input; the words stand in the catalogue under `fault.<code>`. */
export interface Fault {
  readonly field: string;
  readonly code: 'choose' | 'amountMissing' | 'amountUnreadable' | 'countUnreadable' | 'basicAbovePension';
}

type Check = (draft: Draft) => Fault[];

const checks: Readonly<Record<Step, Check>> = {
  street: ({ divisionCode }) => (divisionCode === '' ? [{ field: 'divisionCode', code: 'choose' }] : []),
  household: () => [],
  wages: ({ members }) => members.flatMap(({ wage }, index) => monthlyFaults(memberField('wage', index), wage)),
  pensions: (draft) => draft.members.flatMap((_, index) => pensionFaults(draft, index)),
  'other-income': ({ otherIncome }) => monthlyFaults(otherIncomeField, otherIncome),
  property: ({ savings, vehicles, dwellings }) => [
    ...amountFaults('savings', savings),
    ...countFaults('vehicles', vehicles),
    ...countFaults('dwellings', dwellings),
  ],
  review: () => [],
};

/** What has to be put right before a page is left. Only whether it can be read: what it means for the case is the services' question. */
export const faultsOf = (step: Step, draft: Draft): Fault[] => checks[step](draft);

/** A basic pension is asked for only where there is a pension. */
function pensionFaults({ members }: Draft, index: number): Fault[] {
  const member = members[index];
  if (member === undefined) return [];
  const { pension, basicPension } = member;
  const faults = monthlyFaults(memberField('pension', index), pension);
  if (!hasAmounts(pension)) return faults;
  const prefix = memberField('basicPension', index);
  const basicFaults = monthlyFaults(prefix, basicPension);
  if (faults.length + basicFaults.length > 0) return [...faults, ...basicFaults];
  const above = Array.from({ length: MONTHS }, (_, month) => month).find(
    (month) => monthOf(basicPension, month) > monthOf(pension, month),
  );
  if (above === undefined) return [];
  const field = basicPension.how === 'same' ? sameField(prefix) : monthField(prefix, above);
  return [{ field, code: 'basicAbovePension' }];
}

function monthOf({ how, same, months }: MonthlyAnswer, month: number): number {
  if (how === 'none') return 0;
  return amountOf((how === 'same' ? same : months[month]) ?? '') ?? 0;
}

function monthlyFaults(prefix: string, { how, same, months }: MonthlyAnswer): Fault[] {
  if (how === undefined) return [{ field: prefix, code: 'choose' }];
  if (how === 'none') return [];
  if (how === 'same') return amountFaults(sameField(prefix), same);
  return months.flatMap((text, month) => amountFaults(monthField(prefix, month), text));
}

function amountFaults(field: string, text: string): Fault[] {
  if (text.trim() === '') return [{ field, code: 'amountMissing' }];
  return amountOf(text) === undefined ? [{ field, code: 'amountUnreadable' }] : [];
}

const countFaults = (field: string, text: string): Fault[] =>
  countOf(text) === undefined ? [{ field, code: 'countUnreadable' }] : [];
