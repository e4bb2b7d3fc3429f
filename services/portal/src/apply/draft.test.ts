import { expect, test } from '@jest/globals';
import { draftAfter } from '../../test/filled-draft.ts';
import { newMember } from './draft.ts';

const spouse = { type: 'add-member', member: newMember('p-1', 'spouse', '甲') } as const;

test('a draft begins with the applicant alone', () => {
  expect(draftAfter().members.map(({ personId, relation }) => [personId, relation])).toEqual([['p-self', 'self']]);
});

test('nobody is in a household twice, whatever the relation', () => {
  const child = { type: 'add-member', member: newMember('p-1', 'child', '甲') } as const;
  expect(draftAfter(spouse, child).members.map(({ relation }) => relation)).toEqual(['self', 'spouse']);
});

test('a member can be taken out again, the applicant cannot', () => {
  const without = draftAfter(
    spouse,
    { type: 'remove-member', personId: 'p-1' },
    { type: 'remove-member', personId: 'p-self' },
  );
  expect(without.members.map(({ relation }) => relation)).toEqual(['self']);
});

test('an answer changes one question of one member', () => {
  const answer = { how: 'same', same: '1', months: [] } as const;
  const draft = draftAfter(spouse, { type: 'member-answer', index: 1, question: 'wage', answer });
  expect(draft.members.map(({ wage }) => wage.how)).toEqual([undefined, 'same']);
  expect(draft.members[1]?.pension.how).toBeUndefined();
});
