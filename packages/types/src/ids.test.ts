import { expect, test } from '@jest/globals';
import { ApplicationId, PersonId } from './ids.ts';

test.each([
  ['an ID number', '330302198506124011'],
  ['one that ends in X', '33030220100521403X'],
  ['one in small letters', '33030220100521403x'],
  ['one in groups', '330302-19850612-4011'],
  ['a card', '6217000000000000111'],
  ['a phone', '13800000101'],
])('%s is no id: it would be kept where an id is kept', (_, number) => {
  expect(PersonId.safeParse(number).success).toBe(false);
  expect(ApplicationId.safeParse(number).success).toBe(false);
});

test.each([
  '01m8azvbz7dsqtj3x9d8gjk058',
  '0b0c9a6e-5f0a-4c53-9d3d-1a2b3c4d5e6f',
  'p-1',
  '1001',
  '202511',
  '2025-11-27-1a',
])('%s is one', (id) => {
  expect(PersonId.safeParse(id).success).toBe(true);
});
