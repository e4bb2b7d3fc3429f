import type { Logger } from '@minzheng/observability';
import type { Clocks } from '@minzheng/types';
import type { RequestHandler } from 'express';
import { exchangeOf, patternOf } from './exchange.ts';

/** One line per request: no path, no query string, no body. */
export function requestLog(log: Logger, clocks: Clocks): RequestHandler {
  return (request, response, next) => {
    response.once('close', () => {
      const { trace, startedMs } = exchangeOf(response);
      const facts = {
        method: request.method,
        route: patternOf(request),
        status: response.statusCode,
        ms: Math.round(clocks.machine.monotonicMs() - startedMs),
        traceId: trace.traceId,
        ...(!response.writableFinished && { aborted: true }),
      };
      log.info(facts, 'request');
    });
    next();
  };
}
