import { describe, expect, test } from '@jest/globals';
import type { RefusalDeclaration } from '@minzheng/types';
import { z } from 'zod';
import { command, probe, query } from '../route.ts';
import type { Route } from '../route.ts';
import { describeRoutes } from './describe-routes.ts';

const refusals: Record<string, RefusalDeclaration> = {
  'request.invalid': { status: 400, 'zh-CN': '。', en: '.' },
  'note.taken': { status: 409, 'zh-CN': '。', en: '.' },
  'note.locked': { status: 409, 'zh-CN': '。', en: '.' },
};

const Note = z.strictObject({ id: z.string(), text: z.string().default('') });

const write = command({
  path: '/notes/:id',
  method: 'put',
  operationId: 'writeNote',
  summary: 'Writes a note',
  roles: ['street-officer', 'auditor'],
  params: z.strictObject({ id: z.string().max(9) }),
  body: z.strictObject({ text: z.string().default('') }),
  bodyLimitBytes: 5_000,
  reply: { status: 201, body: Note },
  decide: () => ({ id: 'n' }),
});
const list = query({
  path: '/notes',
  operationId: 'listNotes',
  summary: 'All notes',
  roles: ['auditor'],
  query: z.strictObject({ limit: z.coerce.number().int().max(50).default(20), after: z.string().optional() }),
  reply: { body: z.strictObject({ items: z.array(Note) }) },
  read: () => ({ items: [] }),
});
const ask = query({
  path: '/notes/questions',
  operationId: 'askNotes',
  summary: 'A question too long for a query string',
  roles: ['auditor'],
  body: z.strictObject({ words: z.array(z.string()) }),
  examples: () => ({ two: { summary: 'Two words', body: { words: ['a', 'b'] }, expect: { items: [] } } }),
  reply: { body: z.strictObject({ items: z.array(Note) }) },
  read: () => ({ items: [] }),
});
const ping = command({
  path: '/notes/ping',
  operationId: 'ping',
  summary: 'Does nothing',
  roles: ['sre'],
  stepUp: true,
  reply: { status: 200, body: z.strictObject({}) },
  decide: () => ({}),
});

const described = (...routes: Route[]) => describeRoutes({ service: 'notes', version: '1.2.3', routes, refusals });
const operation = (route: Route): Record<string, unknown> =>
  Object.values(Object.values(described(route).paths ?? {})[0] ?? {})[0] as Record<string, unknown>;
const statuses = (route: Route): string[] => Object.keys(operation(route)['responses'] as object);

describe('a route table as OpenAPI', () => {
  test('says how a command is sent', () => {
    expect(operation(write)).toMatchObject({
      operationId: 'writeNote',
      summary: 'Writes a note',
      tags: ['notes'],
      parameters: [
        { in: 'path', name: 'id', required: true, schema: { type: 'string', maxLength: 9 } },
        { $ref: '#/components/parameters/IdempotencyKey' },
        { $ref: '#/components/parameters/AcceptLanguage' },
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: { text: { type: 'string', default: '' } },
              additionalProperties: false,
            },
          },
        },
      },
      'x-roles': ['street-officer', 'auditor'],
      'x-body-limit-bytes': 5_000,
    });
  });

  test('promises what a reply holds, and not that nothing will be added', () => {
    const { responses } = operation(write) as { responses: Record<string, unknown> };
    expect(responses['201']).toEqual({
      description: 'Made',
      headers: { 'Idempotency-Replayed': { $ref: '#/components/headers/IdempotencyReplayed' } },
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: { id: { type: 'string' }, text: { type: 'string', default: '' } },
            required: ['id', 'text'],
          },
        },
      },
    });
  });

  test('names the refusals of a command, and of a query those it can have', () => {
    expect(statuses(write)).toEqual('201 400 401 403 404 409 413 415 422 429 500 503'.split(' '));
    expect(statuses(list)).toEqual('200 400 401 403 404 429 500 503'.split(' '));
    expect(described(write).components?.responses?.['notes-409']).toMatchObject({
      content: {
        'application/problem+json': {
          schema: {
            allOf: [
              { $ref: '#/components/schemas/Problem' },
              { properties: { code: { enum: ['note.locked', 'note.taken'] } } },
            ],
          },
        },
      },
    });
  });

  test('says how a query is asked; no key, no body', () => {
    expect(operation(list)).toMatchObject({
      parameters: [
        { in: 'query', name: 'limit', schema: { type: 'integer', maximum: 50, default: 20 } },
        { in: 'query', name: 'after', schema: { type: 'string' } },
        { $ref: '#/components/parameters/AcceptLanguage' },
      ],
    });
    expect(operation(list)).not.toHaveProperty('requestBody');
    expect(JSON.stringify(operation(list)['parameters'])).not.toContain('required');
  });

  test('says how a question with a body is asked, with its worked examples; no key', () => {
    expect(ask.method).toBe('post');
    expect(operation(ask)).toMatchObject({
      parameters: [{ $ref: '#/components/parameters/AcceptLanguage' }],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { required: ['words'] },
            examples: { two: { summary: 'Two words', value: { words: ['a', 'b'] }, 'x-expect': { items: [] } } },
          },
        },
      },
    });
    expect(statuses(ask)).toEqual('200 400 401 403 404 413 415 422 429 500 503'.split(' '));
  });

  test('has no body where a command takes none', () => {
    expect(operation(ping)).not.toHaveProperty('requestBody');
  });

  test('says where a second factor is asked for', () => {
    expect(operation(ping)).toMatchObject({ 'x-step-up': true });
    expect(operation(write)).not.toHaveProperty('x-step-up');
  });

  test('is the same in whatever order the table stands, and leaves probes out', () => {
    const live = probe({ path: '/livez', read: () => Promise.resolve({ status: 200, body: {} }) });
    const paths = (...routes: Route[]) => JSON.stringify(described(...routes).paths);
    expect(paths(write, live, list, ping)).toBe(paths(ping, list, write));
    expect(Object.keys(described(write, live, list, ping).paths ?? {})).toEqual([
      '/notes',
      '/notes/ping',
      '/notes/{id}',
    ]);
  });

  test.each([
    ['an operationId', [write, { ...list, operationId: 'writeNote' }], 'notes has two of operationId writeNote'],
    ['a method and path', [list, { ...list, operationId: 'again' }], 'notes has two of route get /notes'],
    ['a path with more than names', [{ ...list, path: '/notes/*rest' }], '/notes/*rest: a contract knows names'],
  ] as [string, Route[], string][])('refuses %s', (_, routes, message) => {
    expect(() => described(...routes)).toThrow(message);
  });
});
