import { currentTraceparent } from '@minzheng/observability';
import type { Clocks, Language } from '@minzheng/types';
import type { Request, RequestHandler, Response } from 'express';
import { languageOf } from './accept-language.ts';
import { traceOf } from './traceparent.ts';
import type { Trace } from './traceparent.ts';

/** What is known of a request before anything of it is believed. */
export interface Exchange {
  readonly trace: Trace;
  readonly language: Language;
  readonly startedMs: number;
}

const KEY = 'exchange';

/** Opens the exchange: every later step, refusals included, finds trace and language in it. */
export function beginExchange(clocks: Clocks): RequestHandler {
  return (request, response, next) => {
    const exchange: Exchange = {
      // Where requests are traced, what this one causes hangs on its own span and not on its caller's.
      trace: traceOf(currentTraceparent() ?? request.get('traceparent')),
      language: languageOf(request.get('accept-language')),
      startedMs: clocks.machine.monotonicMs(),
    };
    response.locals[KEY] = exchange;
    response.set('Cache-Control', 'no-store');
    next();
  };
}

/** The exchange that `beginExchange` opened. */
export function exchangeOf(response: Response): Exchange {
  return response.locals[KEY] as Exchange;
}

/** The route's pattern, never the path itself: a path may carry an id. */
export function patternOf(request: Request): string {
  const route: { path?: unknown } | undefined = request.route;
  return typeof route?.path === 'string' ? route.path : 'unmatched';
}
