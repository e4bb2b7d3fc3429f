import { MONTHS } from './draft.ts';
import type { Draft, MemberQuestion, MonthlyAnswer } from './draft.ts';

/** The pages of an application, in their order. */
export const steps = ['street', 'household', 'wages', 'pensions', 'other-income', 'property', 'review'] as const;
export type Step = (typeof steps)[number];

export const isStep = (text: string | undefined): text is Step => steps.some((step) => step === text);

export const after = (step: Step): Step => steps[steps.indexOf(step) + 1] ?? 'review';
export const before = (step: Step): Step | undefined => steps[steps.indexOf(step) - 1];

/** The ids of the inputs: what a label, an error and a link in the summary share. */
export const memberField = (question: MemberQuestion, index: number): string => `${question}-${index}`;
export const otherIncomeField = 'otherIncome';
export const sameField = (prefix: string): string => `${prefix}-same`;
export const monthField = (prefix: string, month: number): string => `${prefix}-${month}`;

/** Where an answer stands on the pages. */
export interface Place {
  readonly step: Step;
  readonly field: string;
  /** Amounts are said in yuan on a page and in fen by the API. */
  readonly isMoney: boolean;
}

const LISTS: Readonly<Record<string, { question: MemberQuestion; step: Step }>> = {
  'wages/monthsFen': { question: 'wage', step: 'wages' },
  'pensions/monthsFen': { question: 'pension', step: 'pensions' },
  'pensions/basicMonthsFen': { question: 'basicPension', step: 'pensions' },
};

/** The input that a JSON Pointer into the submission means; undefined where it means none. */
export function placeOf(pointer: string, draft: Draft): Place | undefined {
  const [, first, second, third, fourth, fifth] = pointer.split('/');
  if (first === 'divisionCode') return { step: 'street', field: 'divisionCode', isMoney: false };
  if (first === 'members') return { step: 'household', field: 'members', isMoney: false };
  if (first !== 'facts') return undefined;
  if (second === 'financialFen') return { step: 'property', field: 'savings', isMoney: true };
  if (second === 'vehicles' || second === 'dwellings') return { step: 'property', field: second, isMoney: false };
  if (second === 'otherMonthsFen') {
    return { step: 'other-income', field: inputOf(otherIncomeField, draft.otherIncome, third), isMoney: true };
  }
  const list = LISTS[`${second}/${fourth}`];
  if (list === undefined) return undefined;
  const { question, step } = list;
  const index = indexOf(draft, question, Number(third));
  const answer = draft.members[index]?.[question];
  return answer && { step, field: inputOf(memberField(question, index), answer, fifth), isMoney: true };
}

/** Only members who have something stand in the lists that are sent; a basic pension stands in its pension. */
function indexOf({ members }: Draft, question: MemberQuestion, position: number): number {
  const asked = question === 'basicPension' ? 'pension' : question;
  const indices = members.flatMap((member, index) => (hasAmounts(member[asked]) ? [index] : []));
  return indices[position] ?? -1;
}

export const hasAmounts = ({ how }: MonthlyAnswer): boolean => how === 'same' || how === 'monthly';

function inputOf(prefix: string, { how }: MonthlyAnswer, month: string | undefined): string {
  if (how === 'same') return sameField(prefix);
  const number = Number(month ?? 0);
  return how === 'monthly' && number < MONTHS ? monthField(prefix, number) : prefix;
}

/** What an input of an income is about. */
export interface FieldParts {
  readonly question: MemberQuestion | typeof otherIncomeField;
  readonly index?: number;
  readonly month?: number;
}

const INCOME_FIELD = /^(?:(wage|pension|basicPension)-(\d+)|otherIncome)(?:-(?:same|(\d+)))?$/;

/** Reads the id of an income's input back; undefined for any other. */
export function partsOf(field: string): FieldParts | undefined {
  const match = INCOME_FIELD.exec(field);
  if (match === null) return undefined;
  const [, question, index, month] = match;
  return {
    question: (question as MemberQuestion | undefined) ?? otherIncomeField,
    ...(index !== undefined && { index: Number(index) }),
    ...(month !== undefined && { month: Number(month) }),
  };
}
