import { createDocument } from 'zod-openapi';
import type { ZodOpenApiComponentsObject, ZodOpenApiPathsObject } from 'zod-openapi';
import type { CommandRoute, QueryRoute, Route } from '../route.ts';
import { operationOf } from './operation.ts';
import { Problem, problemResponses } from './problems.ts';
import type { Refusals } from './problems.ts';

/** What the document of one service is made of. */
export interface DescribedService {
  readonly service: string;
  readonly version: string;
  readonly routes: readonly Route[];
  /** What it may refuse: its own codes and those of every door. */
  readonly refusals: Refusals;
}

/** An OpenAPI 3.1 document, JSON all through. */
export type OpenApiDocument = ReturnType<typeof createDocument>;

/**
 * The contract of a route table as OpenAPI 3.1: paths without the gateway's prefix, in alphabetical order; probes are no
 * part of it. Replies promise what they hold and not that nothing will be added. Throws TypeError when two rows share an
 * operationId or a method and path, or when a path holds more than names and parameters.
 */
export function describeRoutes({ service, version, routes, refusals }: DescribedService): OpenApiDocument {
  return createDocument(
    {
      openapi: '3.1.1',
      info: { title: `Minzheng ${service}`, version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
      servers: [{ url: '/' }],
      tags: [{ name: service }],
      security: [{ token: [] }],
      paths: pathsOf(service, routes),
      components: componentsOf(service, refusals),
    },
    {
      override: ({ jsonSchema, io }) => {
        if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      },
    },
  );
}

function componentsOf(service: string, refusals: Refusals): ZodOpenApiComponentsObject {
  return {
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description:
          'An access token by RFC 9068 for the audience minzheng-api; one of x-roles must be among its roles',
      },
    },
    parameters: {
      IdempotencyKey: {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        description:
          'One key, one effect: the same request under it is answered as before. Quotes around it are optional.',
        schema: { type: 'string', minLength: 1, maxLength: 66 },
      },
      AcceptLanguage: {
        name: 'Accept-Language',
        in: 'header',
        description: 'The language of refusals and texts: zh-CN unless told, or en',
        schema: { type: 'string' },
      },
    },
    headers: {
      IdempotencyReplayed: {
        description: 'There, and true, when this is the stored answer to an earlier request under the key',
        schema: { type: 'string', enum: ['true'] },
      },
    },
    schemas: { Problem },
    responses: problemResponses(service, refusals),
  };
}

const METHODS = ['get', 'post', 'put', 'delete'] as const;

function pathsOf(service: string, routes: readonly Route[]): ZodOpenApiPathsObject {
  const rows = routes.filter((route): route is CommandRoute | QueryRoute => route.kind !== 'probe');
  assertOnce(
    service,
    'operationId',
    rows.map(({ operationId }) => operationId),
  );
  assertOnce(
    service,
    'route',
    rows.map(({ method, path }) => `${method} ${path}`),
  );
  const byPath = Object.entries(Object.groupBy(rows, ({ path }) => templateOf(path)));
  return Object.fromEntries(
    byPath.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([path, there = []]) => [path, pathItem(service, there)]),
  );
}

function pathItem(service: string, rows: readonly (CommandRoute | QueryRoute)[]): ZodOpenApiPathsObject[string] {
  const inOrder = METHODS.flatMap((method) => rows.filter((row) => row.method === method));
  return Object.fromEntries(inOrder.map((row) => [row.method, operationOf(service, row)]));
}

function assertOnce(service: string, what: string, all: readonly string[]): void {
  const twice = all.find((one, i) => all.indexOf(one) !== i);
  if (twice !== undefined) throw new TypeError(`${service} has two of ${what} ${twice}`);
}

const SEGMENT = /^(?:[a-z0-9-]+|:[A-Za-z]+)$/;

/** `/applications/:id` as OpenAPI writes it: `/applications/{id}`. */
function templateOf(path: string): string {
  const segments = path.slice(1).split('/');
  const odd = segments.find((segment) => !SEGMENT.test(segment));
  if (odd !== undefined) throw new TypeError(`${path}: a contract knows names and :parameters only, not ${odd}`);
  return `/${segments.map((segment) => segment.replace(/^:(.+)$/, '{$1}')).join('/')}`;
}
