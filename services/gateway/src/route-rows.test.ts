import { describe, expect, test } from '@jest/globals';
import { Contract, routeRows, servicesOf } from './route-rows.ts';

const by = (service: string) => ({ 'x-service': service, operationId: 'whatever', tags: [service] });

const contract = Contract.parse({
  openapi: '3.1.1',
  tags: [{ name: 'people' }, { name: 'payments' }],
  paths: {
    '/api/v1/people/{personId}': { get: by('people'), put: by('people') },
    '/api/v1/people/{personId}/names/{nameId}': { delete: by('people') },
    '/api/v1/people/resolve': { post: by('people') },
    '/api/v1/people': { get: by('people') },
    '/api/v1/accounts': { get: by('payments'), post: by('payments') },
  },
});

describe('the merged contract as rows', () => {
  test('names who answers for which method, the more exact path first', () => {
    expect(routeRows(contract)).toEqual([
      { path: '/api/v1/accounts', methods: ['get', 'post'], service: 'payments' },
      { path: '/api/v1/people', methods: ['get'], service: 'people' },
      { path: '/api/v1/people/resolve', methods: ['post'], service: 'people' },
      { path: '/api/v1/people/:personId', methods: ['get', 'put'], service: 'people' },
      { path: '/api/v1/people/:personId/names/:nameId', methods: ['delete'], service: 'people' },
    ]);
  });

  test('names the services', () => {
    expect(servicesOf(contract)).toEqual(['people', 'payments']);
  });

  test('refuses a path that two services answer for, or none', () => {
    const shared = { ...contract, paths: { '/x': { get: by('people'), post: by('payments') } } };
    expect(() => routeRows(shared)).toThrow('the contract has no one service for /x');
    expect(() => routeRows({ ...contract, paths: { '/x': {} } })).toThrow('the contract has no one service for /x');
  });

  test.each([
    ['without services', { tags: [], paths: {} }],
    ['with a path that is none', { tags: [{ name: 'a' }], paths: { x: {} } }],
    ['with a method nobody serves', { tags: [{ name: 'a' }], paths: { '/x': { trace: by('a') } } }],
    ['without the service of an operation', { tags: [{ name: 'a' }], paths: { '/x': { get: {} } } }],
  ])('a contract %s stops the start', (_, broken) => {
    expect(Contract.safeParse(broken).success).toBe(false);
  });
});
