import { pipeline } from 'node:stream/promises';
import { drain, exchangeOf, patternOf, sendProblem } from '@minzheng/http';
import { nameRequestSpan } from '@minzheng/observability';
import type { Logger } from '@minzheng/observability';
import type { Request, RequestHandler, Response } from 'express';
import type { Dispatcher } from 'undici';
import { requestHeaders, responseHeaders } from './headers.ts';
import { BODY_LIMIT_BYTES, BodyTooLarge, limitedBody } from './limited-body.ts';
import type { Limits } from './limits/limits.ts';
import { operationOf } from './operation.ts';
import type { Credentials } from './session/credentials.ts';
import { isOfTheCallersMaking } from './upstream.ts';
import type { Upstream } from './upstream.ts';

/** What forwarding needs beside the service it goes to. */
export interface ForwardSettings {
  readonly credentials: Credentials;
  readonly limits: Limits;
  readonly log: Logger;
}

/** Finds out who calls, then passes the request on as it comes and the answer as it comes back. `rename` takes the public path to the service's own. */
export function forward(
  upstream: Upstream,
  rename: (path: string) => string,
  { credentials, limits, log }: ForwardSettings,
): RequestHandler {
  return async (request, response) => {
    nameRequestSpan(request.method, patternOf(request));
    const known = await credentials.of(request, response);
    if (!known.ok) return sendProblem(response, { code: known.code });
    const operation = operationOf(request);
    const path = rename(request.originalUrl);
    const isLetIn = await limits.admit(request, response, {
      caller: known.caller,
      route: operation,
      path: path.split('?', 1)[0] ?? path,
    });
    if (!isLetIn) return undefined;
    if (Number(request.get('content-length') ?? 0) > BODY_LIMIT_BYTES) {
      await drain(request);
      return sendProblem(response, { code: 'request.body-too-large' });
    }
    try {
      const answer = await upstream.send(operation, asked(request, response, { path, ...known }));
      await passOn(answer, response);
    } catch (error) {
      refuse(response, error, { log, upstream });
    }
    return undefined;
  };
}

/** The path goes on letter by letter: resolving `..` here would open doors that the table does not have. */
function asked(
  request: Request,
  response: Response,
  { path, authorization }: { readonly path: string; readonly authorization: string },
): Dispatcher.RequestOptions {
  const { traceparent } = exchangeOf(response).trace;
  const hangUp = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) hangUp.abort();
  });
  return {
    method: request.method,
    path,
    headers: requestHeaders(request.headers, { traceparent, authorization }),
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
