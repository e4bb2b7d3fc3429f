import { pipeline } from 'node:stream/promises';
import { drain, exchangeOf, sendProblem } from '@minzheng/http';
import type { TokenCheck } from '@minzheng/http';
import type { Logger } from '@minzheng/observability';
import type { Request, RequestHandler, Response } from 'express';
import type { Dispatcher } from 'undici';
import { requestHeaders, responseHeaders } from './headers.ts';
import { BODY_LIMIT_BYTES, BodyTooLarge, limitedBody } from './limited-body.ts';
import { isOfTheCallersMaking } from './upstream.ts';
import type { Upstream } from './upstream.ts';

/** What forwarding needs beside the service it goes to. */
export interface ForwardSettings {
  readonly auth: TokenCheck;
  readonly log: Logger;
}

/** Checks the token, then passes the request on as it comes and the answer as it comes back. `rename` takes the public path to the service's own. */
export function forward(
  upstream: Upstream,
  rename: (path: string) => string,
  { auth, log }: ForwardSettings,
): RequestHandler {
  return async (request, response) => {
    const checked = await auth(request.get('authorization'));
    if (!checked.ok) return sendProblem(response, { code: checked.code });
    if (Number(request.get('content-length') ?? 0) > BODY_LIMIT_BYTES) {
      await drain(request);
      return sendProblem(response, { code: 'request.body-too-large' });
    }
    try {
      const answer = await upstream.send(asked(request, response, rename));
      await passOn(answer, response);
    } catch (error) {
      refuse(response, error, { log, upstream });
    }
    return undefined;
  };
}

/** The path goes on letter by letter: resolving `..` here would open doors that the table does not have. */
function asked(request: Request, response: Response, rename: (path: string) => string): Dispatcher.RequestOptions {
  const hangUp = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) hangUp.abort();
  });
  return {
    method: request.method,
    path: rename(request.originalUrl),
    headers: requestHeaders(request.headers, exchangeOf(response).trace.traceparent),
    body: limitedBody(request),
    signal: hangUp.signal,
  };
}

async function passOn(answer: Dispatcher.ResponseData, response: Response): Promise<void> {
  response.status(answer.statusCode).set(responseHeaders(answer.headers));
  await pipeline(answer.body, response);
}

function refuse(response: Response, error: unknown, { log, upstream }: { log: Logger; upstream: Upstream }): void {
  const { traceId } = exchangeOf(response).trace;
  const isTooLarge = error instanceof BodyTooLarge || (error instanceof Error && error.cause instanceof BodyTooLarge);
  if (!isOfTheCallersMaking(error)) log.warn({ err: error, part: upstream.name, traceId }, 'service did not answer');
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  sendProblem(response, { code: isTooLarge ? 'request.body-too-large' : 'service.upstream-unavailable' });
}
