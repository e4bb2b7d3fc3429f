import { expect, test } from '@jest/globals';
import { draftAfter, filledDraft, monthly, none, same } from '../../test/filled-draft.ts';
import { changed } from './draft.ts';
import type { DraftAction } from './draft.ts';
import { faultsOf } from './faults.ts';
import { steps } from './fields.ts';

const faultsAfter = (step: (typeof steps)[number], ...actions: DraftAction[]) =>
  faultsOf(step, actions.reduce(changed, filledDraft())).map(({ field, code }) => `${field}: ${code}`);

test('a draft in which nothing is missing has no faults', () => {
  expect(steps.flatMap((step) => faultsOf(step, filledDraft()))).toEqual([]);
});

test.each([
  ['street', ['divisionCode: choose']],
  ['household', []],
  ['wages', ['wage-0: choose']],
  ['pensions', ['pension-0: choose']],
  ['other-income', ['otherIncome: choose']],
  ['property', ['savings: amountMissing', 'vehicles: countUnreadable', 'dwellings: countUnreadable']],
  ['review', []],
] as const)('%s with nothing on it: %j', (step, expected) => {
  expect(faultsOf(step, draftAfter()).map(({ field, code }) => `${field}: ${code}`)).toEqual(expected);
});

test('each month has an error of its own', () => {
  const amounts = ['1', '', 'x', '4', '5', '6', '7', '8', '9', '10', '11', '12'];
  expect(faultsAfter('other-income', { type: 'other-income', answer: monthly(amounts) })).toEqual([
    'otherIncome-1: amountMissing',
    'otherIncome-2: amountUnreadable',
  ]);
});

const parent = (question: 'pension' | 'basicPension', answer: typeof none): DraftAction => ({
  type: 'member-answer',
  index: 2,
  question,
  answer,
});

test('a basic pension cannot be more than its pension, in the month where it is', () => {
  expect(faultsAfter('pensions', parent('basicPension', same('300.51')))).toEqual([
    'basicPension-2-same: basicAbovePension',
  ]);
  const low = ['143', '143', '400', '143', '143', '143', '143', '143', '143', '143', '143', '143'];
  expect(faultsAfter('pensions', parent('basicPension', monthly(low)))).toEqual([
    'basicPension-2-2: basicAbovePension',
  ]);
});

test('a basic pension is asked for only where there is a pension', () => {
  expect(faultsAfter('pensions', parent('pension', none), parent('basicPension', same('x')))).toEqual([]);
});
