import type { CommandRoute, QueryRoute } from '../route.ts';
import type { RefusalDeclaration, RefusalStatus } from '@minzheng/types';
import { z } from 'zod';
import type { oas31, ZodOpenApiResponseObject } from 'zod-openapi';
import { PROBLEM_MEDIA_TYPE } from '../problem.ts';

/** The refusals a document names: code → what the catalogue says of it. */
export type Refusals = Readonly<Record<string, RefusalDeclaration>>;

/** RFC 9457 as `problem` writes it. */
export const Problem = z.object({
  type: z.string().meta({ description: 'An address that names the code' }),
  title: z
    .string()
    .meta({ description: 'What went wrong and how to put it right, in the language of Accept-Language' }),
  status: z.int(),
  code: z.string().meta({ description: 'Stable for ever; whoever reads it must expect new ones' }),
  traceId: z.string(),
  errors: z
    .array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() }))
    .optional()
    .meta({ description: 'The fields at fault, by JSON Pointer' }),
});

const MEANINGS: Readonly<Record<RefusalStatus, string>> = {
  400: 'What was sent cannot be read or breaks its schema',
  401: 'No valid token',
  403: 'Not this caller’s to do',
  404: 'Nothing there for this caller',
  405: 'The path knows no such method',
  409: 'Not possible as things stand',
  413: 'The body is too large',
  415: 'The body is not JSON',
  422: 'Readable, but a rule says no',
  429: 'Too many tries',
  500: 'A fault of ours',
  503: 'Not available for the moment',
};

const EVERYWHERE: readonly RefusalStatus[] = [400, 401, 403, 404, 429, 500, 503];
const WITH_A_BODY: readonly RefusalStatus[] = [413, 415, 422];
const EVERY: readonly RefusalStatus[] = [...EVERYWHERE, 409, ...WITH_A_BODY];

/** The statuses a route may refuse with. */
export function refusalStatusesOf({ kind, method }: CommandRoute | QueryRoute): readonly RefusalStatus[] {
  if (kind === 'command') return EVERY;
  return method === 'post' ? [...EVERYWHERE, ...WITH_A_BODY] : EVERYWHERE;
}

/** The name of a service's refusal response; services differ in the codes. */
export const problemName = (service: string, status: RefusalStatus): string => `${service}-${status}`;

/** One response a status, with the codes it may carry. */
export function problemResponses(service: string, refusals: Refusals): Record<string, ZodOpenApiResponseObject> {
  const rows = EVERY.map((status) => {
    const codes = Object.keys(refusals).filter((code) => refusals[code]?.status === status);
    return [problemName(service, status), problemResponse(status, codes.toSorted())] as const;
  });
  return Object.fromEntries(rows);
}

function problemResponse(status: RefusalStatus, codes: readonly string[]): ZodOpenApiResponseObject {
  const code = { type: 'string', enum: [...codes] } satisfies oas31.SchemaObject;
  const schema: oas31.SchemaObject = {
    allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code } }],
  };
  return {
    description: MEANINGS[status],
    ...headersOf(status),
    content: { [PROBLEM_MEDIA_TYPE]: { schema } },
  };
}

function headersOf(status: RefusalStatus): Pick<ZodOpenApiResponseObject, 'headers'> {
  if (status === 401) return { headers: { 'WWW-Authenticate': { schema: { type: 'string' } } } };
  if (status !== 429 && status !== 503) return {};
  return { headers: { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } } };
}
