import { describe, expect, test } from '@jest/globals';
import { compareSchemas } from './compare-schemas.ts';
import type { Change, Direction } from './change.ts';

const text = { type: 'string' };
const card = { type: 'object', properties: { card: text }, required: ['card'] };
const cash = { type: 'object', properties: { cash: { type: 'integer' } }, required: ['cash'] };

const compare = (direction: Direction, before: unknown, after: unknown, components = {}): Change[] =>
  compareSchemas(before, after, 'x', { direction, before: { components }, after: { components } });

describe('schemas', () => {
  test.each<[string, Direction, unknown, unknown, string]>([
    ['within a list', 'response', { type: 'array', items: card }, { type: 'array', items: cash }, 'x/*/card removed'],
    ['within a map', 'response', { additionalProperties: card }, { additionalProperties: cash }, 'x/*/card removed'],
    [
      'within another',
      'request',
      { properties: { a: card } },
      { properties: { a: { ...card, properties: {} } } },
      'x/a/card is no longer taken',
    ],
    [
      'where callers had a choice',
      'request',
      { anyOf: [card, cash] },
      { anyOf: [card] },
      'x one of its shapes is no longer taken',
    ],
    [
      'where readers knew all shapes',
      'response',
      { oneOf: [card] },
      { oneOf: [card, cash] },
      'x has a shape that readers do not know',
    ],
    ['where one value was promised', 'response', { const: 'a' }, { const: 'b' }, 'x none of its values is left'],
    ['where any type was good', 'request', {}, text, 'x type changed from any to string'],
    ...(['minimum', 'exclusiveMinimum', 'minLength', 'minItems'] as const).map(
      (key) =>
        [`by ${key}`, 'request', { [key]: 1 }, { [key]: 2 }, `x narrowed: ${key} was 1 and is 2`] as [
          string,
          Direction,
          unknown,
          unknown,
          string,
        ],
    ),
    ...(['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'] as const).map(
      (key) =>
        [`by ${key}`, 'request', { [key]: 2 }, { [key]: 1 }, `x narrowed: ${key} was 2 and is 1`] as [
          string,
          Direction,
          unknown,
          unknown,
          string,
        ],
    ),
    ['by format', 'request', text, { ...text, format: 'uuid' }, 'x narrowed: format was not there and is "uuid"'],
    ['by multiples', 'request', {}, { multipleOf: 2 }, 'x narrowed: multipleOf was not there and is 2'],
  ])('break %s', (_, direction, before, after, change) => {
    const found = compare(direction, before, after);
    expect(found.map(({ place, what }) => `${place} ${what}`)).toContain(change);
  });

  test.each<[string, Direction, unknown, unknown]>([
    ['a choice more for callers', 'request', { anyOf: [card] }, { anyOf: [cash, card] }],
    ['a choice where there was none', 'request', card, { anyOf: [cash, card] }],
    ['a shape less for readers', 'response', { anyOf: [cash, card] }, card],
    ['wider bounds', 'request', { minimum: 1, maxLength: 5 }, { minimum: 0, maxLength: 6 }],
    ['tighter bounds in a response', 'response', { ...text, maxLength: 9 }, { ...text, maxLength: 5, pattern: '^x' }],
    ['a narrower type in a response', 'response', { type: ['string', 'null'] }, text],
    ['any number where a whole one was sent', 'request', { type: 'integer' }, { type: 'number' }],
  ])('do not break for %s', (_, direction, before, after) => {
    expect(compare(direction, before, after)).toEqual([]);
  });

  test('are followed through references and allOf', () => {
    const components = { schemas: { Card: card } };
    const all = { allOf: [{ $ref: '#/components/schemas/Card' }, cash] };
    expect(compare('response', all, { ...cash, $ref: '#/components/schemas/Card' }, components)).toEqual([]);
    expect(compare('response', all, cash, components)).toEqual([{ place: 'x/card', what: 'removed' }]);
    expect(() => compare('response', { $ref: '#/components/schemas/None' }, card)).toThrow('None names nothing');
  });

  test('that hold themselves come to an end', () => {
    const tree = {
      type: 'object',
      properties: { below: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
    };
    expect(compare('response', tree, tree, { schemas: { Tree: tree } })).toEqual([]);
  });
});
