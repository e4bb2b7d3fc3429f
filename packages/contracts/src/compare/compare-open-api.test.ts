import { describe, expect, test } from '@jest/globals';
import { compareOpenApi } from './compare-open-api.ts';
import type { Node } from './schema.ts';

type Schema = Record<string, unknown>;

const text = { type: 'string' };
const object = (properties: Schema, required: string[] = []): Schema => ({ type: 'object', properties, required });
const json = (schema: unknown): Schema => ({ content: { 'application/json': { schema } } });

const note = object({ id: text, status: { enum: ['open', 'done'] }, size: { type: 'integer' } }, ['id']);

/** A command with everything that can be broken. */
const write: Schema = {
  operationId: 'writeNote',
  'x-roles': ['street-officer', 'auditor'],
  'x-body-limit-bytes': 1_000,
  parameters: [
    { in: 'path', name: 'id', required: true, schema: text },
    { in: 'query', name: 'limit', schema: { type: 'integer', maximum: 50 } },
    { in: 'header', name: 'X-Note', schema: text },
  ],
  requestBody: { required: true, ...json(object({ text, kind: { enum: ['a', 'b'] } }, ['text'])) },
  responses: {
    200: { headers: { Location: { schema: text } }, ...json(note) },
    409: {
      content: {
        'application/problem+json': {
          schema: {
            allOf: [
              { $ref: '#/components/schemas/Problem' },
              object({ code: { enum: ['note.taken', 'note.locked'] } }),
            ],
          },
        },
      },
    },
  },
};

const documentOf = (paths: Schema): Node => ({
  paths,
  components: { schemas: { Problem: object({ code: text, title: text }, ['code']) } },
});
const before = documentOf({ '/notes/{id}': { put: write } });
const withOperation = (change: Schema): Node => documentOf({ '/notes/{id}': { put: { ...write, ...change } } });
const withBody = (body: unknown): Node => withOperation({ requestBody: { required: true, ...json(body) } });
const withReply = (schema: unknown): Node =>
  withOperation({
    responses: { ...(write['responses'] as Schema), 200: { headers: { Location: {} }, ...json(schema) } },
  });
const withParameters = (...parameters: Schema[]): Node => withOperation({ parameters });
const [path, limit, header] = write['parameters'] as [Schema, Schema, Schema];

const at = (place: string, what: string) => [{ place: `PUT /notes/{id}${place}`, what }];

describe('a breaking change is named with its place:', () => {
  test.each<[string, Node, { place: string; what: string }[]]>([
    ['an operation removed', documentOf({ '/notes/{id}': { get: write } }), at('', 'operation removed')],
    ['a path removed', documentOf({}), at('', 'operation removed')],
    ['another operationId', withOperation({ operationId: 'putNote' }), at('', 'operationId is no longer writeNote')],
    [
      'a role taken away',
      withOperation({ 'x-roles': ['auditor'] }),
      at('', 'role street-officer may no longer call it'),
    ],
    ['a smaller body', withOperation({ 'x-body-limit-bytes': 999 }), at('', 'takes 999 bytes only, not 1000')],
    ['a parameter removed', withParameters(path, header), at(', query parameter limit', 'is no longer taken')],
    [
      'a new required parameter',
      withParameters(path, limit, header, { in: 'query', name: 'of', required: true, schema: text }),
      at(', query parameter of', 'is required now'),
    ],
    [
      'a parameter required now',
      withParameters(path, limit, { ...header, required: true }),
      at(', header parameter X-Note', 'is required now'),
    ],
    [
      'a parameter narrowed',
      withParameters(path, { ...limit, schema: { type: 'integer', maximum: 20 } }, header),
      at(', query parameter limit', 'narrowed: maximum was 50 and is 20'),
    ],
    [
      'a path parameter of another type',
      withParameters({ ...path, schema: { type: 'integer' } }, limit, header),
      at(', path parameter 1', 'type changed from string to integer'),
    ],
    ['a body no longer taken', withOperation({ requestBody: undefined }), at(', body', 'is no longer taken')],
    [
      'a new required field',
      withBody(object({ text, kind: { enum: ['a', 'b'] }, by: text }, ['text', 'by'])),
      at(', body/by', 'is required now'),
    ],
    [
      'a field required now',
      withBody(object({ text, kind: { enum: ['a', 'b'] } }, ['text', 'kind'])),
      at(', body/kind', 'is required now'),
    ],
    ['a field removed', withBody(object({ text }, ['text'])), at(', body/kind', 'is no longer taken')],
    [
      'an enum narrowed',
      withBody(object({ text, kind: { enum: ['a'] } }, ['text'])),
      at(', body/kind', 'no longer takes "b"'),
    ],
    [
      'an enum where any text was good',
      withBody(object({ text: { ...text, enum: ['x'] }, kind: { enum: ['a', 'b'] } }, ['text'])),
      at(', body/text', 'takes listed values only now'),
    ],
    [
      'a new pattern',
      withBody(object({ text: { ...text, pattern: '^x' }, kind: { enum: ['a', 'b'] } }, ['text'])),
      at(', body/text', 'narrowed: pattern was not there and is "^x"'),
    ],
    [
      'a field of another type',
      withBody(object({ text: { type: 'number' }, kind: { enum: ['a', 'b'] } }, ['text'])),
      at(', body/text', 'type changed from string to number'),
    ],
    [
      'a status no longer answered',
      withOperation({ responses: { 409: (write['responses'] as Schema)['409'] } }),
      at(', 200', 'is no longer answered'),
    ],
    [
      'a response header removed',
      withOperation({ responses: { ...(write['responses'] as Schema), 200: json(note) } }),
      at(', 200', 'header Location removed'),
    ],
    [
      'a response property removed',
      withReply(object({ id: text, status: { enum: ['open', 'done'] } }, ['id'])),
      at(', 200/size', 'removed'),
    ],
    [
      'a response property that may be missing',
      withReply({ ...note, required: [] }),
      at(', 200/id', 'may be missing now'),
    ],
    [
      'a response property of another type',
      withReply(object({ ...(note['properties'] as Schema), size: { type: 'number' } }, ['id'])),
      at(', 200/size', 'type changed from integer to number'),
    ],
    [
      'a response property of any type',
      withReply(object({ ...(note['properties'] as Schema), size: {} }, ['id'])),
      at(', 200/size', 'type changed from integer to any'),
    ],
    [
      'response values all replaced',
      withReply(object({ ...(note['properties'] as Schema), status: { enum: ['shut'] } }, ['id'])),
      at(', 200/status', 'none of its values is left'),
    ],
    [
      'a response that may be null',
      withReply({ anyOf: [note, { type: 'null' }] }),
      at(', 200', 'has a shape that readers do not know'),
    ],
    [
      'a refusal code removed',
      withOperation({
        responses: {
          ...(write['responses'] as Schema),
          409: {
            content: {
              'application/problem+json': { schema: object({ code: { enum: ['note.taken'] }, title: text }, ['code']) },
            },
          },
        },
      }),
      at(', 409', 'refusal code note.locked removed'),
    ],
  ])('%s', (_, after, changes) => {
    expect(compareOpenApi(before, after)).toEqual(changes);
  });

  test('a body required where there was none', () => {
    const bare = documentOf({ '/notes': { post: { operationId: 'x', responses: {} } } });
    const now = documentOf({
      '/notes': { post: { operationId: 'x', responses: {}, requestBody: { required: true, ...json(note) } } },
    });
    expect(compareOpenApi(bare, now)).toEqual([{ place: 'POST /notes, body', what: 'is required now' }]);
  });
});

describe('an addition breaks nobody:', () => {
  test.each<[string, Node]>([
    ['nothing changed', before],
    ['an operation', documentOf({ '/notes/{id}': { put: write, get: write }, '/other': { get: write } })],
    [
      'another name for a parameter of the path',
      documentOf({
        '/notes/{noteId}': { put: { ...write, parameters: [{ ...path, name: 'noteId' }, limit, header] } },
      }),
    ],
    ['a role', withOperation({ 'x-roles': ['sre', 'auditor', 'street-officer'] })],
    ['an optional parameter', withParameters(path, limit, header, { in: 'query', name: 'of', schema: text })],
    ['an optional field', withBody(object({ text, kind: { enum: ['a', 'b'] }, by: text }, ['text']))],
    ['a field that need not be sent any more', withBody(object({ text, kind: { enum: ['a', 'b'] } }))],
    ['a value that may be sent', withBody(object({ text, kind: { enum: ['a', 'b', 'c'] } }, ['text']))],
    ['a wider type that may be sent', withBody(object({ text: { type: ['string', 'null'] }, kind: {} }, ['text']))],
    ['a wider bound', withParameters(path, { ...limit, schema: { type: 'integer', maximum: 99 } }, header)],
    ['a response property', withReply(object({ ...(note['properties'] as Schema), more: text }, ['id']))],
    ['a response property that is always there now', withReply({ ...note, required: ['id', 'size'] })],
    [
      'a value in a response',
      withReply(object({ ...(note['properties'] as Schema), status: { enum: ['open', 'done', 'lost'] } }, ['id'])),
    ],
    ['a status', withOperation({ responses: { ...(write['responses'] as Schema), 429: {} } })],
  ])('%s', (_, after) => {
    expect(compareOpenApi(before, after)).toEqual([]);
  });
});
