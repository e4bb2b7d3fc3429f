import { expect, test } from '@jest/globals';
import { readOptions, rowsIn } from './options.ts';

test.each([
  ['1', [1]],
  ['1,19-22', [1, 19, 20, 21, 22]],
  [' 3 , 5-5', [3, 5]],
])('--rows %s', (text, numbers) => {
  expect([...rowsIn(text)]).toEqual(numbers);
});

test.each(['', 'one', '1-', '1;2'])('--rows %j is refused by name', (text) => {
  expect(() => rowsIn(text)).toThrow(TypeError);
});

test('without options all rows are run, with the seed that was drawn', () => {
  expect(readOptions([], 7)).toEqual({ rows: undefined, resume: false, quick: false, seed: 7 });
  expect(readOptions(['--seed', '3', '--quick'], 7)).toMatchObject({ seed: 3, quick: true });
});
