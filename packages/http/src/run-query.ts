import type { Store } from '@minzheng/store';
import type { Clocks } from '@minzheng/types';
import type { RequestHandler } from 'express';
import { authorize } from './authorize.ts';
import { causeOf } from './cause-of.ts';
import { exchangeOf } from './exchange.ts';
import { jsonBodyOf, paramsOf, queryOf } from './inputs.ts';
import type { ProbeRoute, QueryRequest, QueryRoute } from './route.ts';
import { requireStepUp } from './step-up.ts';
import type { TokenCheck } from './token-check.ts';

/** parse → read → audit → respond, for one declared query. */
export function runQuery(
  route: QueryRoute,
  store: Store | undefined,
  auth: TokenCheck,
  clocks: Clocks,
): RequestHandler {
  return async (request, response) => {
    const caller = await authorize(request, auth, route.roles);
    requireStepUp(route, caller, clocks.machine);
    const exchange = exchangeOf(response);
    const cause = causeOf(caller, exchange);
    const asked: QueryRequest = {
      params: paramsOf(route, request),
      query: queryOf(route, request),
      body: route.method === 'post' ? await jsonBodyOf(route, request) : {},
      caller,
      cause,
      at: clocks.civil.now(),
      today: clocks.civil.today(),
      language: exchange.language,
    };
    const body = await route.read(asked);
    const audited = route.audit?.(asked, body);
    if (audited !== undefined) await store?.auditRead(cause, audited);
    response.json(route.reply.body.parse(body));
  };
}

/** Answers a probe. */
export function runProbe(route: ProbeRoute): RequestHandler {
  return async (_, response) => {
    const reply = await route.read();
    response.status(reply.status);
    if ('type' in reply) response.type(reply.type).send(reply.body);
    else response.json(reply.body);
  };
}
