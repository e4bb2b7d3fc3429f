import { Refused } from '@minzheng/store';
import type { Request } from 'express';
import { invalid } from './field-errors.ts';
import { idempotencyKey } from './idempotency-key.ts';
import type { CommandRoute, QueryRoute } from './route.ts';
import { readJsonBody } from './read-json-body.ts';
import { validate } from './validate.ts';

const OPERATOR = /[$[\].\0]/;

/** The path's parameters; one that cannot be an id names nothing, so it reads as not found. Throws Refused. */
export function paramsOf(route: CommandRoute | QueryRoute, request: Request): unknown {
  const parsed = validate(route.params, { ...request.params });
  if (!parsed.success) throw new Refused({ code: 'request.not-found' });
  return parsed.data;
}

/** The query string: known names only, each once, each a text. Throws Refused. */
export function queryOf(route: QueryRoute, request: Request): unknown {
  const entries = Object.entries(request.query);
  if (entries.some(([name]) => OPERATOR.test(name))) throw new Refused({ code: 'request.operator-not-allowed' });
  if (entries.some(([, value]) => typeof value !== 'string')) throw new Refused({ code: 'request.duplicate-key' });
  const parsed = validate(route.query, Object.fromEntries(entries));
  if (!parsed.success) throw new Refused(invalid(parsed.error));
  return parsed.data;
}

/** The body by the route's schema. Throws Refused. */
export async function jsonBodyOf(route: CommandRoute | QueryRoute, request: Request): Promise<unknown> {
  const parsed = validate(route.body, await readJsonBody(request, route.bodyLimitBytes, route.mediaType));
  if (!parsed.success) throw new Refused(invalid(parsed.error));
  return parsed.data;
}

/** The Idempotency-Key that every command must carry. Throws Refused. */
export function keyOf(request: Request): string {
  const read = idempotencyKey(request.get('idempotency-key'));
  if (read.ok) return read.key;
  if (read.reason === 'missing') throw new Refused({ code: 'request.idempotency-key-missing' });
  throw new Refused({
    code: 'request.invalid',
    errors: [{ pointer: '/headers/idempotency-key', code: 'field.bad-format' }],
  });
}
