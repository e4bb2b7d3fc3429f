import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { catalogue } from '@minzheng/types';
import { ACCESS, EVENTS, generate, MERGED, openApiFile } from './generate.ts';
import { contractedServices } from './services.ts';

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly 'x-service'?: string;
  readonly 'x-roles': readonly string[];
}
interface Contract {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const services = contractedServices();
const files = generate('1.2.3', services);
const read = (file: string): Contract => JSON.parse(files.get(file) ?? '{}') as Contract;
const template = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

const rows = services.flatMap(({ name, routes }) =>
  routes.flatMap((route) => (route.kind === 'probe' ? [] : [[name, route] as const])),
);
const opsRows = services.flatMap(({ name, opsRoutes }) =>
  opsRoutes.flatMap((route) => (route.kind === 'probe' ? [] : [[name, route] as const])),
);
const count = (file: string): number => Object.values(read(file).paths).flatMap((item) => Object.keys(item)).length;

describe('the contracts', () => {
  test('there are tables to describe', () => {
    expect(rows.length).toBeGreaterThan(25);
  });

  test.each(rows.map(([name, route]) => [name, route.method, route.path, route] as const))(
    'of %s hold %s %s, alone and merged',
    (name, method, path, { operationId, roles }) => {
      const expected = { operationId, tags: [name], 'x-roles': roles };
      expect(read(openApiFile(name)).paths[template(path)]?.[method]).toMatchObject(expected);
      expect(read(MERGED).paths[`/api/v1${template(path)}`]?.[method]).toMatchObject({
        ...expected,
        'x-service': name,
      });
    },
  );

  test.each(opsRows.map(([name, route]) => [name, route.method, route.path, route] as const))(
    'of %s hold %s %s, alone only',
    (name, method, path, { operationId }) => {
      expect(read(openApiFile(name)).paths[path]?.[method]).toMatchObject({ operationId });
      expect(files.get(MERGED)).not.toContain(`"${operationId}"`);
    },
  );

  test('say on one page who may use every route, and whose records they reach', () => {
    const page = files.get(ACCESS) ?? '';
    for (const [, { operationId, method, path }] of rows)
      expect(page).toContain(`| ${operationId} | ${method.toUpperCase()} /api/v1${template(path)} |`);
    expect(page).toContain(
      '| releasePayRun | POST /api/v1/pay-runs/{id}/release | finance-releaser (district) | yes |',
    );
    expect(page).toContain('| acceptCase | POST /api/v1/applications/{id}/accept | street-officer (street) |  |');
    expect(page).toContain('| opsRedrive | POST /api/v1/ops/{service}/parked/redrive | sre (–) |  |');
  });

  test('hold nothing that no table has', () => {
    expect(count(MERGED)).toBe(rows.length);
    const own = services.map(({ name }) => count(openApiFile(name))).reduce((sum, each) => sum + each, 0);
    expect(own).toBe(rows.length + opsRows.length);
  });

  test.each(catalogue.map(({ type, topic }) => [type, topic] as const))('hold %s on %s', (type, topic) => {
    const { channels } = JSON.parse(files.get(EVENTS) ?? '') as { channels: Record<string, { messages: object }> };
    expect(Object.keys(channels[topic]?.messages ?? {})).toContain(type);
  });

  test('are the same bytes each time, and carry the version they are given', () => {
    expect([...generate('1.2.3', contractedServices())]).toEqual([...files]);
    for (const file of files.keys()) if (file !== ACCESS) expect(read(file).info.version).toBe('1.2.3');
  });

  test('are there for every service that has routes', () => {
    const root = join(import.meta.dirname, '..', '..', '..', 'services');
    const withRoutes = readdirSync(root).filter((name) => existsSync(join(root, name, 'src', 'routes')));
    expect(services.map(({ name }) => name)).toEqual(withRoutes.toSorted());
  });
});
