import { expect, test } from '@jest/globals';
import { draftAfter, filledDraft } from '../../test/filled-draft.ts';
import { amountOf, countOf, submissionOf } from './submission.ts';

const twelve = (amount: number): number[] => Array.from({ length: 12 }, () => amount);

test('an application holds whole fen, month by month, and only those who have an income', () => {
  expect(submissionOf(filledDraft())).toEqual({
    programme: 'DB',
    divisionCode: '330302006',
    members: [
      { personId: 'p-self', relation: 'self' },
      { personId: 'p-spouse', relation: 'spouse' },
      { personId: 'p-parent', relation: 'parent' },
    ],
    facts: {
      wages: [{ personId: 'p-spouse', monthsFen: twelve(250_000) }],
      pensions: [{ personId: 'p-parent', monthsFen: twelve(30_050), basicMonthsFen: twelve(14_300) }],
      otherMonthsFen: [...twelve(0).slice(1), 8_000],
      financialFen: 1_200_000,
      vehicles: 0,
      dwellings: 1,
    },
  });
});

test('names never leave the page', () => {
  expect(JSON.stringify(submissionOf(filledDraft()))).not.toMatch(/甲|乙/);
});

test('what is not answered is never sent as nothing', () => {
  expect(() => submissionOf(draftAfter())).toThrow(TypeError);
});

test.each([
  ['1200', 120_000],
  ['1,200.5', 120_050],
  [' 1200.50 ', 120_050],
  ['１２００．５', 120_050],
  ['1200。5', 120_050],
  ['￥1200', 120_000],
  ['1200元', 120_000],
  ['0', 0],
  ['', undefined],
  ['-1', undefined],
  ['1200.505', undefined],
  ['12,00', undefined],
  ['一千二', undefined],
  ['1e3', undefined],
  ['90071992547409.92', undefined],
])('%j yuan are %j fen', (text, amountFen) => {
  expect(amountOf(text)).toBe(amountFen);
});

test.each([
  ['0', 0],
  ['２', 2],
  ['-1', undefined],
  ['1.5', undefined],
  ['', undefined],
  ['100000', undefined],
])('%j is the count %j', (text, count) => {
  expect(countOf(text)).toBe(count);
});
