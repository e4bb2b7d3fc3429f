import { nameRequestSpan } from '@minzheng/observability';
import type { Logger, Metrics } from '@minzheng/observability';
import type { Store } from '@minzheng/store';
import type { Clocks } from '@minzheng/types';
import express from 'express';
import type { Express, RequestHandler } from 'express';
import helmet from 'helmet';
import { beginExchange } from './exchange.ts';
import { handleErrors, notFound } from './handle-errors.ts';
import { refuseOtherMethods } from './refuse-other-methods.ts';
import { refuseWhenBusy } from './refuse-when-busy.ts';
import type { Pressure } from './refuse-when-busy.ts';
import { requestLog } from './request-log.ts';
import type { Route } from './route.ts';
import { runCommand } from './run-command.ts';
import { runProbe, runQuery } from './run-query.ts';
import { sendProblem } from './send-problem.ts';
import type { TokenCheck } from './token-check.ts';

/** What an app is made of. Only commands and audited queries need a store. */
export interface AppSettings {
  readonly service: string;
  readonly routes: readonly Route[];
  readonly store?: Store;
  readonly auth: TokenCheck;
  readonly log: Logger;
  readonly clocks: Clocks;
  /** Counts `http_requests` by route and status. */
  readonly metrics?: Metrics;
  /** True once the process is told to stop: what still arrives gets 503. */
  readonly isStopping?: () => boolean;
  /** Why commands are refused for now, if they are; queries, probes and /ops go on. Asked for every command: it must cost nothing. */
  readonly isBusy?: () => Pressure | undefined;
  /** Where routes are not a table (the gateway's forwarding); comes after the routes, before 404. */
  readonly mount?: (app: Express) => void;
}

/** A service's Express app: its routes, and for everything else a problem document. */
export function createApp(settings: AppSettings): Express {
  const app: Express = express();
  app.set('query parser', 'simple');
  app.set('case sensitive routing', true);
  app.set('strict routing', true);
  app.disable('etag');
  app.use(helmet(), beginExchange(settings.clocks), requestLog(settings), refuseWhenStopping(settings));
  const busy = refuseWhenBusy(settings);
  for (const route of settings.routes)
    app[route.method](route.path, named(route), busy(route), handlerOf(route, settings));
  for (const [path, methods] of methodsByPath(settings.routes)) app.all(path, refuseOtherMethods(methods));
  settings.mount?.(app);
  app.use(notFound, handleErrors(settings.log));
  return app;
}

function handlerOf(route: Route, { store, auth, clocks, service }: AppSettings): RequestHandler {
  if (route.kind === 'probe') return runProbe(route);
  if (route.kind === 'query' && route.audit === undefined) return runQuery(route, store, auth, clocks);
  if (store === undefined) throw new TypeError(`${service} has no store for ${route.operationId}`);
  return route.kind === 'query' ? runQuery(route, store, auth, clocks) : runCommand(route, store, auth, clocks);
}

function named({ method, path }: Route): RequestHandler {
  return (_request, _response, next) => {
    nameRequestSpan(method.toUpperCase(), path);
    next();
  };
}

function refuseWhenStopping({ isStopping }: AppSettings): RequestHandler {
  return (request, response, next) => {
    if (isStopping?.() !== true || request.path === '/livez' || request.path === '/readyz') return next();
    response.set('Connection', 'close');
    return sendProblem(response, { code: 'service.unavailable' });
  };
}

function methodsByPath(routes: readonly Route[]): Map<string, string[]> {
  return new Map(
    Object.entries(Object.groupBy(routes, ({ path }) => path)).map(([path, there = []]) => [
      path,
      there.map(({ method }) => method.toUpperCase()),
    ]),
  );
}
