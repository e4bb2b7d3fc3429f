import type { Logger } from '@minzheng/observability';
import { Refused } from '@minzheng/store';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { exchangeOf, patternOf } from './exchange.ts';
import { refusalOf } from './refusal-of.ts';
import { sendProblem } from './send-problem.ts';

/** The last handler: nothing of an error but its code reaches the caller, and all of a bug reaches the log. */
export function handleErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const refusal = refusalOf(error);
    const { trace } = exchangeOf(response);
    const facts = { err: error, traceId: trace.traceId, route: patternOf(request), code: refusal.code };
    if (response.headersSent) {
      next(error);
      return;
    }
    // Whoever hung up in the middle of a body is not a fault of ours, and there is nobody left to answer.
    if (request.destroyed && !request.complete) return;
    if (refusal.code === 'service.internal') log.error(facts, 'request failed');
    else if (refusal.code.startsWith('service.')) log.warn(facts, 'request could not be served');
    if (error instanceof Refused && error.replayed) response.set('Idempotency-Replayed', 'true');
    sendProblem(response, refusal);
  };
}

/** Where no route matches. */
export const notFound: RequestHandler = (_, response) => {
  sendProblem(response, { code: 'request.not-found' });
};
