import { describe, expect, test } from '@jest/globals';
import { all, any } from './all.ts';
import { detail, known, NeedFact } from './known.ts';
import { Conflict, unless } from './unless.ts';

type Test = () => boolean;

const needs =
  (path: string): Test =>
  () => {
    throw new NeedFact(path);
  };
const broken: Test = () => {
  throw new TypeError('broken');
};

describe('all parts of a decision', () => {
  test('hold when each does', () => {
    expect(all([['A', () => true]])).toEqual({ holds: true, failed: [] });
  });

  test('list every rule that fails, each once', () => {
    expect(
      all([
        ['A', () => false],
        ['B', () => true],
        ['A', () => false],
        ['C', () => false],
      ]),
    ).toEqual({ holds: false, failed: ['A', 'C'] });
  });

  test('are decided by one known failure, whatever is not told', () => {
    expect(
      all([
        ['A', needs('income')],
        ['B', () => false],
      ]),
    ).toEqual({ holds: false, failed: ['B'] });
  });

  test('ask for the first fact that is not told when none is known to fail', () => {
    expect(() =>
      all([
        ['A', () => true],
        ['B', needs('income')],
        ['C', needs('assets')],
      ]),
    ).toThrow(expect.objectContaining({ path: 'income' }));
  });

  test('hide no other error', () => {
    expect(() => all([['A', broken]])).toThrow(TypeError);
  });
});

describe('any part', () => {
  const table: [why: string, parts: readonly Test[], expected: boolean][] = [
    ['one that holds is enough, whatever is not told', [needs('x'), () => true], true],
    ['none that holds', [() => false, () => false], false],
    ['no part at all', [], false],
  ];
  test.each(table)('%s', (_, parts, expected) => expect(any(parts)).toBe(expected));

  test('asks when none is known to hold', () => {
    expect(() => any([() => false, needs('y')])).toThrow(expect.objectContaining({ path: 'y' }));
  });
});

describe('what is told', () => {
  interface Home {
    readonly rooms: number;
    readonly people: readonly { readonly name: string; readonly nick?: string }[];
  }
  const told = known<Home>({ people: [{ name: 'a' }, {}] });

  test('is read as it is', () => expect(told.people[0]?.name).toBe('a'));
  test('asks for what is not, by its path', () => {
    expect(() => told.rooms).toThrow(expect.objectContaining({ path: 'rooms' }));
    expect(() => told.people[1]?.name).toThrow(expect.objectContaining({ path: 'people.1.name' }));
  });
  test('may leave out a detail', () => {
    const [first] = told.people;
    expect(first && detail(first, 'nick')).toBeUndefined();
    expect(detail({ nick: 'b' }, 'nick')).toBe('b');
  });
});

describe('an exception', () => {
  const base = { rule: 'A', value: 1 };
  test.each([
    ['none applies', [{ rule: 'B', value: 2, when: false }], base],
    ['one applies', [{ rule: 'B', value: 2, when: true }], { rule: 'B', value: 2 }],
    [
      'one goes before the other',
      [
        { rule: 'B', value: 2, when: true },
        { rule: 'C', value: 3, when: true, beats: ['B'] },
      ],
      { rule: 'C', value: 3 },
    ],
  ])('%s', (_, exceptions, expected) => expect(unless(base, exceptions)).toEqual(expected));

  test('of two that apply with none before the other, neither is picked', () => {
    const both = [
      { rule: 'B', value: 2, when: true },
      { rule: 'C', value: 3, when: true },
    ];
    expect(() => unless(base, both)).toThrow(Conflict);
    expect(() => unless(base, both)).toThrow(expect.objectContaining({ rules: ['B', 'C'] }));
  });
});
