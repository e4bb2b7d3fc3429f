import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import type { CommandRoute, QueryRoute } from '../route.ts';
import { problemName, refusalStatusesOf } from './problems.ts';

const DONE: Readonly<Record<200 | 201 | 202, string>> = {
  200: 'Done',
  201: 'Made',
  202: 'Taken in; the rest is done later',
};

const component = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` }) as const;

/** One row of a route table as an OpenAPI operation. Throws TypeError for a path or parameters that are no object. */
export function operationOf(service: string, route: CommandRoute | QueryRoute): ZodOpenApiOperationObject {
  const { operationId, summary, roles, stepUp } = route;
  const isCommand = route.kind === 'command';
  const shared = [component('parameters', 'AcceptLanguage')];
  if (isCommand) shared.unshift(component('parameters', 'IdempotencyKey'));
  return {
    operationId,
    summary,
    tags: [service],
    parameters: shared,
    requestParams: { ...asked('path', route.params), ...(!isCommand && asked('query', route.query)) },
    ...bodyOf(route),
    responses: { ...replyOf(route), ...refusalsOf(service, route) },
    'x-roles': [...roles],
    ...(stepUp === true && { 'x-step-up': true }),
  };
}

function asked(where: 'path' | 'query', schema: z.ZodType): { path?: z.ZodObject; query?: z.ZodObject } {
  if (!(schema instanceof z.ZodObject)) throw new TypeError(`the ${where} parameters of a route are an object`);
  return isEmpty(schema) ? {} : { [where]: schema };
}

const isEmpty = (schema: z.ZodType): boolean => schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0;

function bodyOf(route: CommandRoute | QueryRoute): Partial<ZodOpenApiOperationObject> {
  const { body, bodyLimitBytes, mediaType } = route;
  if (isEmpty(body)) return {};
  return {
    requestBody: { required: true, content: { [mediaType]: { schema: body, ...examplesOf(route) } } },
    'x-body-limit-bytes': bodyLimitBytes,
  };
}

function examplesOf({ examples }: CommandRoute | QueryRoute): object {
  if (examples === undefined) return {};
  const rows = Object.entries(examples()).map(([name, { summary, body, expect }]) => [
    name,
    { summary, value: body, 'x-expect': expect },
  ]);
  return { examples: Object.fromEntries(rows) };
}

function replyOf(route: CommandRoute | QueryRoute): ZodOpenApiResponsesObject {
  const { status, body } = route.reply;
  const headers = route.kind === 'command' && { 'Idempotency-Replayed': component('headers', 'IdempotencyReplayed') };
  return {
    [`${status}`]: {
      description: DONE[status],
      ...(headers && { headers }),
      content: { 'application/json': { schema: body } },
    },
  };
}

function refusalsOf(service: string, route: CommandRoute | QueryRoute): ZodOpenApiResponsesObject {
  const statuses = refusalStatusesOf(route).toSorted((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [`${status}`, component('responses', problemName(service, status))]),
  );
}
