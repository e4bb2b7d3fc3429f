import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Express, Request, Response } from 'express';
import { mountPages } from '../../gateway/src/portal-pages.ts';
import { recorded } from './recorded.ts';

const API = '/api/v1';
export const CSRF_TOKEN = 'a-csrf-token';

/** Begins to answer and hangs up: what has not begun at all a browser asks for again by itself. */
function lose(response: Response): void {
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{', () => response.destroy());
}

/** What an application in a test is answered with. */
export interface Answering {
  readonly status: number;
  readonly body: unknown;
}

/** One change that reached the server. */
export interface Change {
  readonly path: string;
  readonly key: string | undefined;
  readonly csrf: string | undefined;
  readonly body: unknown;
}

/**
 * Serves the built pages through the gateway's own code, and answers in the services' place with what they were recorded to
 * answer: it is the pages that are tried. Sign-in, live updates and their refusals are the gateway's, in its own shapes.
 */
export class PageServer {
  readonly changes: Change[] = [];
  isSignedIn = true;
  /** What lists and cases hold. */
  cases: unknown = recorded('cases');
  readonly caseViews = new Map<string, unknown>();
  /** Answers to applications, in order; the last one stays. `lost` takes it and hangs up. */
  submissions: (Answering | 'lost')[] = [];
  /** The next answer to somebody being added. */
  resolving: Answering = { status: 200, body: recorded('person') };
  /** Services that are away. */
  readonly away = new Set<string>();
  isLive = true;
  readonly #streams = new Set<Response>();
  readonly #server = createServer(this.#app());
  url = '';

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Says that something of the reader's has changed. */
  tell(event: { readonly type: string; readonly subject: string }): void {
    for (const stream of this.#streams) stream.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  get streams(): number {
    return this.#streams.size;
  }

  #app(): Express {
    const app: Express = express();
    app.use(express.json());
    app.get('/session/me', (_, response) => response.json(this.#me()));
    app.post('/session/sign-out', (request, response) => {
      this.isSignedIn = false;
      this.#change(request, response, { status: 200, body: { signOutUrl: '/' } });
    });
    app.get('/live', (_, response) => this.#live(response));
    app.post(`${API}/people/resolve`, (request, response) => this.#change(request, response, this.resolving));
    app.post(`${API}/applications`, (request, response) => {
      const next = this.submissions.length > 1 ? this.submissions.shift() : this.submissions[0];
      this.#change(request, response, next ?? { status: 201, body: recorded('case-submitted') });
    });
    app.get(`${API}/applications`, (_, response) => this.#answer(response, 'applications', this.cases));
    app.get(`${API}/applications/:id`, (request, response) => {
      this.#answer(response, 'applications', this.caseViews.get(request.params.id) ?? recorded('case-submitted'));
    });
    app.get(`${API}/accounts`, (_, response) => this.#answer(response, 'payments', recorded('accounts')));
    app.get(`${API}/entitlements`, (_, response) => this.#answer(response, 'payments', recorded('entitlements')));
    app.get(`${API}/payments`, (_, response) => this.#answer(response, 'payments', recorded('payments')));
    app.get(`${API}/messages/me`, (_, response) => this.#answer(response, 'notifications', recorded('messages')));
    mountPages(app);
    app.use((_, response) => this.#problem(response, 404, 'request.not-found'));
    return app;
  }

  #me(): unknown {
    if (!this.isSignedIn) return { signedIn: false };
    const [self] = (recorded('case-submitted') as { members: { personId: string }[] }).members;
    const who = { sub: 'resident-e01', roles: ['resident'], personId: self?.personId };
    return { signedIn: true, ...who, steppedUp: false, csrfToken: CSRF_TOKEN };
  }

  #live(response: Response): void {
    if (!this.isLive) return this.#problem(response, 429, 'live.too-many-streams');
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\n');
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
  }

  #change(request: Request, response: Response, answering: Answering | 'lost'): void {
    const { path, body } = request as { path: string; body: unknown };
    this.changes.push({ path, key: request.get('idempotency-key'), csrf: request.get('x-csrf-token'), body });
    if (answering === 'lost') return lose(response);
    response.status(answering.status);
    response.type(answering.status < 400 ? 'application/json' : 'application/problem+json');
    response.send(JSON.stringify(answering.body));
  }

  #answer(response: Response, service: string, body: unknown): void {
    if (this.away.has(service)) return this.#problem(response, 503, 'service.upstream-unavailable');
    response.json(body);
  }

  #problem(response: Response, status: number, code: string): void {
    const problem = {
      type: `https://minzheng.org/problems/${code}`,
      title: code,
      status,
      code,
      traceId: '0af7651916cd43dd',
    };
    response.status(status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
