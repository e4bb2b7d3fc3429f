import { expect, test } from '@jest/globals';
import en from './en.json' with { type: 'json' };
import zh from './zh-CN.json' with { type: 'json' };

type Words = string | { readonly [key: string]: Words };

/** Every text by its path. */
const textsOf = (words: Words, path = ''): [path: string, text: string][] =>
  typeof words === 'string'
    ? [[path, words]]
    : Object.entries(words).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));

const variablesOf = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();

const shapeOf = (words: Words): unknown => textsOf(words).map(([path, text]) => [path, variablesOf(text)]);

test('both catalogues say the same things, with the same variables', () => {
  expect(shapeOf(en)).toEqual(shapeOf(zh));
});

test('no text is empty', () => {
  expect([...textsOf(zh), ...textsOf(en)].filter(([, text]) => text.trim() === '')).toEqual([]);
});
