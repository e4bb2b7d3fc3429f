import { describe, expect, test } from '@jest/globals';
import type { OpenApiDocument } from '@minzheng/http/open-api';
import { mergeOpenApi } from './merge-open-api.ts';

const documentOf = (name: string, path: string, operationId: string, schema: object = {}): OpenApiDocument => ({
  openapi: '3.1.1',
  info: { title: name, version: '0' },
  tags: [{ name }],
  paths: { [path]: { get: { operationId, tags: [name], responses: {} } } },
  components: { schemas: { View: schema } },
});

type Described = [path: string, operationId: string, schema: object];

describe('merging', () => {
  test('puts the prefix before each path and names the service', () => {
    const merged = mergeOpenApi('2', [documentOf('b', '/b/{id}', 'getB'), documentOf('a', '/a', 'getA')]);
    expect(merged).toMatchObject({
      info: { title: 'Minzheng', version: '2' },
      tags: [{ name: 'b' }, { name: 'a' }],
      paths: { '/api/v1/a': { get: { 'x-service': 'a' } }, '/api/v1/b/{id}': { get: { 'x-service': 'b' } } },
      components: { schemas: { View: {} } },
    });
    expect(Object.keys(merged.paths ?? {})).toEqual(['/api/v1/a', '/api/v1/b/{id}']);
  });

  test.each<[string, Described, Described, string]>([
    ['a path', ['/x/{id}', 'getA', {}], ['/x/{name}', 'getB', {}], 'two services have the path /api/v1/x/{}'],
    ['an operationId', ['/a', 'get', {}], ['/b', 'get', {}], 'two services have the operationId get'],
    ['a name', ['/a', 'getA', {}], ['/b', 'getB', { type: 'string' }], 'different things by schemas/View'],
  ])('refuses %s that two services share', (_, a, b, message) => {
    expect(() => mergeOpenApi('1', [documentOf('a', ...a), documentOf('b', ...b)])).toThrow(message);
  });

  test('needs a service', () => {
    expect(() => mergeOpenApi('1', [])).toThrow('there is no service to merge');
  });
});
