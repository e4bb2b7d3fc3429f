import { isDeepStrictEqual } from 'node:util';
import type { OpenApiDocument } from '@minzheng/http/open-api';

/** Before every path of a service, at the gateway. */
export const API_PREFIX = '/api/v1';

/**
 * One document of all services as the gateway serves them: the prefix before each path, and on each operation the service
 * that answers. Throws TypeError where two services share a path, an operationId, or a name for different things.
 */
export function mergeOpenApi(version: string, documents: readonly OpenApiDocument[]): OpenApiDocument {
  const [first] = documents;
  if (first === undefined) throw new TypeError('there is no service to merge');
  return {
    openapi: first.openapi,
    info: { ...first.info, title: 'Minzheng', version },
    servers: [{ url: '/' }],
    tags: documents.flatMap(({ tags = [] }) => tags),
    security: first.security ?? [],
    paths: pathsOf(documents),
    components: componentsOf(documents),
  };
}

type Paths = NonNullable<OpenApiDocument['paths']>;

function pathsOf(documents: readonly OpenApiDocument[]): Paths {
  const rows = documents.flatMap(({ tags, paths = {} }) =>
    Object.entries(paths).map(([path, item]) => ({ path: `${API_PREFIX}${path}`, item: owned(item, tags?.[0]?.name) })),
  );
  assertOnce(
    'path',
    rows.map(({ path }) => path.replaceAll(/\{[^}]+\}/g, '{}')),
  );
  assertOnce(
    'operationId',
    rows.flatMap(({ item }) => Object.values(item).map(({ operationId }) => operationId)),
  );
  return Object.fromEntries(rows.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, item }) => [path, item]));
}

type Owned = Record<string, { readonly operationId: string; readonly 'x-service': string | undefined }>;

const owned = (item: object, service: string | undefined): Owned =>
  Object.fromEntries(
    Object.entries(item).map(([method, operation]) => [method, { ...operation, 'x-service': service }]),
  );

function assertOnce(what: string, all: readonly string[]): void {
  const twice = all.find((one, i) => all.indexOf(one) !== i);
  if (twice !== undefined) throw new TypeError(`two services have the ${what} ${twice}`);
}

type Components = NonNullable<OpenApiDocument['components']>;

interface Component {
  readonly kind: string;
  readonly name: string;
  readonly one: unknown;
}

function componentsOf(documents: readonly OpenApiDocument[]): Components {
  const all = documents.flatMap(({ components = {} }) => listed(components));
  const clash = all.find(({ kind, name, one }) =>
    all.some((other) => other.kind === kind && other.name === name && !isDeepStrictEqual(other.one, one)),
  );
  if (clash) throw new TypeError(`two services mean different things by ${clash.kind}/${clash.name}`);
  const byKind = Object.entries(Object.groupBy(all, ({ kind }) => kind));
  return Object.fromEntries(byKind.map(([kind, there = []]) => [kind, byName(there)]));
}

const listed = (components: Components): Component[] =>
  Object.entries<object>({ ...components }).flatMap(([kind, named]) =>
    Object.entries(named).map(([name, one]) => ({ kind, name, one })),
  );

const byName = (there: readonly Component[]): Record<string, unknown> =>
  Object.fromEntries(there.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, one }) => [name, one]));
