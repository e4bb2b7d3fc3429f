import { changed, newDraft, newMember } from '../src/apply/draft.ts';
import type { Draft, DraftAction, MonthlyAnswer } from '../src/apply/draft.ts';

const months = Array.from({ length: 12 }, () => '');

export const none: MonthlyAnswer = { how: 'none', same: '', months };
export const same = (amount: string): MonthlyAnswer => ({ how: 'same', same: amount, months });
export const monthly = (amounts: readonly string[]): MonthlyAnswer => ({ how: 'monthly', same: '', months: amounts });

export const draftAfter = (...actions: DraftAction[]): Draft => actions.reduce(changed, newDraft('sub-1', 'p-self'));

const answer = (index: number, question: 'wage' | 'pension' | 'basicPension', given: MonthlyAnswer): DraftAction => ({
  type: 'member-answer',
  index,
  question,
  answer: given,
});

/** A household of three in which nothing is missing: the applicant has no income, the spouse earns, a parent has a pension. */
export const filledDraft = (): Draft =>
  draftAfter(
    { type: 'set', field: 'divisionCode', value: '330302006' },
    { type: 'add-member', member: newMember('p-spouse', 'spouse', '甲') },
    { type: 'add-member', member: newMember('p-parent', 'parent', '乙') },
    answer(0, 'wage', none),
    answer(1, 'wage', same('2,500')),
    answer(2, 'wage', none),
    answer(0, 'pension', none),
    answer(1, 'pension', none),
    answer(2, 'pension', same('300.50')),
    answer(2, 'basicPension', same('143')),
    { type: 'other-income', answer: monthly(['0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '80']) },
    { type: 'set', field: 'savings', value: '12000' },
    { type: 'set', field: 'vehicles', value: '0' },
    { type: 'set', field: 'dwellings', value: '1' },
  );
