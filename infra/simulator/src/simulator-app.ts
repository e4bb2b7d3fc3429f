import { timingSafeEqual } from 'node:crypto';
import express from 'express';
import type { ErrorRequestHandler, Express, RequestHandler } from 'express';
import { z } from 'zod';
import type { PartyClock } from './party-clock.ts';

/** What a party's door needs beside the party. */
export interface SimulatorDoor {
  /** What callers must show as bearer token. */
  readonly token: string;
  /** As Express writes it: '10kb'. */
  readonly bodyLimit: string;
  readonly clock?: Pick<PartyClock, 'mount'>;
  /** Adds the party's own routes; a ZodError thrown by one is the caller's fault. */
  readonly routes: (app: Express) => void;
  /** Adds routes whose callers show who they are in another way, such as a signature. */
  readonly openRoutes?: (app: Express) => void;
}

/** An outside party's HTTP door: `/readyz` for whoever starts it, the rest for whoever knows the token. */
export function simulatorApp({ token, bodyLimit, clock, routes, openRoutes }: SimulatorDoor): Express {
  const app = express();
  app.disable('x-powered-by');
  app.get('/readyz', (_, response) => void response.json({ ready: true }));
  clock?.mount(app);
  openRoutes?.(app);
  app.use(requireToken(token), express.json({ limit: bodyLimit }));
  routes(app);
  app.use(answerBadRequest);
  return app;
}

function requireToken(token: string): RequestHandler {
  const expected = Buffer.from(`Bearer ${token}`);
  return (request, response, next) => {
    const given = Buffer.from(request.get('authorization') ?? '');
    if (given.length === expected.length && timingSafeEqual(given, expected)) next();
    else response.status(401).json({ code: 'token-invalid' });
  };
}

/** Express knows an error handler by its four parameters. */
const answerBadRequest: ErrorRequestHandler = (error: { status?: number }, _request, response, _next) => {
  const isTheirs = error instanceof z.ZodError || (error.status !== undefined && error.status < 500);
  response.status(isTheirs ? (error.status ?? 400) : 500).json({ code: isTheirs ? 'invalid-request' : 'internal' });
};
