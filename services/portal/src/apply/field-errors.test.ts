import { expect, test } from '@jest/globals';
import { filledDraft, monthly } from '../../test/filled-draft.ts';
import { changed } from './draft.ts';
import { memberField, monthField, otherIncomeField, partsOf, sameField } from './fields.ts';
import { placedErrors } from './field-errors.ts';

/** The parent's pension is kept month by month here, so that both ways of answering are there. */
const draft = changed(filledDraft(), {
  type: 'member-answer',
  index: 2,
  question: 'pension',
  answer: monthly(Array.from({ length: 12 }, () => '300')),
});

const at = (...pointers: string[]) =>
  placedErrors({ errors: pointers.map((pointer) => ({ pointer, code: 'field.bad-format', detail: 'no' })) }, draft).map(
    ({ place }) => place && `${place.step}#${place.field}`,
  );

test.each([
  ['/divisionCode', 'street#divisionCode'],
  ['/members', 'household#members'],
  ['/members/1/relation', 'household#members'],
  ['/facts/wages/0/monthsFen/7', 'wages#wage-1-same'],
  ['/facts/wages/0/monthsFen', 'wages#wage-1-same'],
  ['/facts/pensions/0/monthsFen/7', 'pensions#pension-2-7'],
  ['/facts/pensions/0/basicMonthsFen/7', 'pensions#basicPension-2-same'],
  ['/facts/otherMonthsFen/11', 'other-income#otherIncome-11'],
  ['/facts/financialFen', 'property#savings'],
  ['/facts/vehicles', 'property#vehicles'],
  ['/facts/dwellings', 'property#dwellings'],
])('%s is said beside %s', (pointer, place) => {
  expect(at(pointer)).toEqual([place]);
});

test.each(['/facts/wages/5/monthsFen/0', '/facts/nothing', '/programme', ''])(
  '%j has no input but is said all the same',
  (pointer) => {
    expect(at(pointer)).toEqual([undefined]);
  },
);

test('twelve errors of one amount are one; errors without a place stay apart', () => {
  const months = Array.from({ length: 12 }, (_, month) => `/facts/wages/0/monthsFen/${month}`);
  expect(at(...months, '/programme', '/x')).toEqual(['wages#wage-1-same', undefined, undefined]);
});

test.each([
  [memberField('wage', 10), { question: 'wage', index: 10 }],
  [sameField(memberField('basicPension', 2)), { question: 'basicPension', index: 2 }],
  [monthField(memberField('pension', 0), 11), { question: 'pension', index: 0, month: 11 }],
  [otherIncomeField, { question: 'otherIncome' }],
  [monthField(otherIncomeField, 3), { question: 'otherIncome', month: 3 }],
  ['savings', undefined],
])('the id %s is read back', (field, parts) => {
  expect(partsOf(field)).toEqual(parts);
});
