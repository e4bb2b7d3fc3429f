import { exchangeOf, sendProblem } from '@minzheng/http';
import type { Logger } from '@minzheng/observability';
import type { RefusalCode } from '@minzheng/types';
import type { Express, Request, Response } from 'express';
import { requestHeaders } from '../headers.ts';
import type { Limits } from '../limits/limits.ts';
import { operationOf } from '../operation.ts';
import type { UpstreamName } from '../contracts.ts';
import type { Credentials } from '../session/credentials.ts';
import type { Upstream } from '../upstream.ts';
import { readJson } from './read-json.ts';

const PATH = '/api/v1/me/overview';
/** A part that comes later than this is said to be missing: a page with a gap is better than none. */
const DEADLINE_MS = 3_000;

/** Where each part of a resident's overview comes from; every one is its owner's own list of the caller's. */
const PARTS = {
  cases: { service: 'applications', path: '/applications' },
  entitlements: { service: 'payments', path: '/entitlements' },
  payments: { service: 'payments', path: '/payments' },
  messages: { service: 'notifications', path: '/messages/me' },
} as const satisfies Record<string, { service: UpstreamName; path: string }>;

type Part = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Part[];

/** What composing needs. */
export interface OverviewSettings {
  readonly credentials: Credentials;
  readonly limits: Limits;
  readonly log: Logger;
}

/** What a resident's start page shows, read from three services with their own token. For pages only: nothing is decided by it. */
export function mountOverview(
  app: Express,
  upstreams: ReadonlyMap<UpstreamName, Upstream>,
  { credentials, limits, log }: OverviewSettings,
): void {
  app.get(PATH, async (request, response) => {
    const known = await credentials.of(request, response);
    if (!known.ok) return sendProblem(response, { code: known.code });
    const { caller } = known;
    if (!(await limits.admit(request, response, { caller, route: operationOf(request), path: PATH }))) return undefined;
    if (!caller.roles.includes('resident')) return sendProblem(response, { code: 'auth.role-not-allowed' });
    const parts = await Promise.all(
      NAMES.map(async (name) => {
        const asked = { request, response, authorization: known.authorization };
        const read = await readPart(upstreams.get(PARTS[name].service), name, asked).catch((error: unknown) => {
          log.warn({ err: error, part: name, traceId: exchangeOf(response).trace.traceId }, 'part is missing');
          return away;
        });
        return [name, read] as const;
      }),
    );
    return response.json(composed(parts));
  });
}

/** One list, or why there is none. */
type Read = { readonly items: readonly unknown[]; readonly next?: unknown } | { readonly code: RefusalCode };

const away: Read = { code: 'service.upstream-unavailable' };

/** `next` is the owner's mark for the rest, where there is more than its first page. */
function composed(parts: readonly (readonly [Part, Read])[]): Record<string, unknown> {
  const there = parts.flatMap(([name, read]) => ('items' in read ? [[name, read] as const] : []));
  const missing = parts.flatMap(([part, read]) => ('code' in read ? [{ part, code: read.code }] : []));
  return { ...Object.fromEntries(there), missing };
}

interface Asked {
  readonly request: Request;
  readonly response: Response;
  readonly authorization: string;
}

async function readPart(
  upstream: Upstream | undefined,
  name: Part,
  { request, response, authorization }: Asked,
): Promise<Read> {
  if (upstream === undefined) return away;
  const { path } = PARTS[name];
  const { traceparent } = exchangeOf(response).trace;
  const { 'accept-language': language } = request.headers;
  const { statusCode, body } = await upstream.send(`GET ${path}`, {
    method: 'GET',
    path,
    headers: requestHeaders(
      { accept: 'application/json', 'accept-language': language },
      { traceparent, authorization },
    ),
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  const json = await readJson(body);
  if (statusCode === 200) return json as Read;
  const { code } = json as { code?: RefusalCode };
  return { code: code ?? 'service.upstream-unavailable' };
}
