import type { Logger, Metrics } from '@minzheng/observability';
import type { Clocks } from '@minzheng/types';
import type { RequestHandler } from 'express';
import { exchangeOf, patternOf } from './exchange.ts';

/** What requests are written down with. */
export interface RequestLogSettings {
  readonly log: Logger;
  readonly clocks: Clocks;
  readonly metrics?: Metrics;
}

/** One line and one count per request: no path, no query string, no body. */
export function requestLog({ log, clocks, metrics }: RequestLogSettings): RequestHandler {
  const counted = metrics?.counter('http_requests');
  return (request, response, next) => {
    response.once('close', () => {
      const { trace, startedMs } = exchangeOf(response);
      const route = patternOf(request);
      const facts = {
        method: request.method,
        route,
        status: response.statusCode,
        ms: Math.round(clocks.machine.monotonicMs() - startedMs),
        traceId: trace.traceId,
        ...(!response.writableFinished && { result: 'aborted' }),
      };
      log.info(facts, 'request');
      counted?.inc({ route, status: String(response.statusCode) });
    });
    next();
  };
}
