import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createLogger } from '@minzheng/observability';
import { readSettings } from '@minzheng/service';
import { startTestIssuer, TestClient } from '@minzheng/testing';
import type { ProblemBody, TestIssuer, Who } from '@minzheng/testing';
import { refusals } from '@minzheng/types';
import { GatewaySettings } from '../src/config.ts';
import { rows, UpstreamName } from '../src/contracts.ts';
import { startGateway } from '../src/start-gateway.ts';
import type { RunningGateway } from '../src/start-gateway.ts';
import { environment } from './environment.ts';
import { Upstream, well } from './upstream.ts';

const officer: Who = { role: 'street-officer', division: '330302006', staffNo: 'SO-1' };

const names = UpstreamName.options;
const upstreams = new Map(names.map((name) => [name, new Upstream(name)]));
let issuer: TestIssuer;
let gateway: RunningGateway;
const lines: string[] = [];

beforeAll(async () => {
  issuer = await startTestIssuer();
  for (const upstream of upstreams.values()) await upstream.open();
  const addresses = [...upstreams].map(([name, { port }]) => [name, `http://127.0.0.1:${port}`] as const);
  const settings = readSettings(GatewaySettings, {
    ...environment(),
    ISSUER_URL: issuer.url,
    UPSTREAMS: JSON.stringify(Object.fromEntries(addresses)),
  });
  const destination = { write: (line: string): void => void lines.push(line) };
  gateway = await startGateway(settings, createLogger({ service: 'gateway', destination }));
});

afterAll(async () => {
  await gateway.stop();
  await issuer.stop();
  for (const upstream of upstreams.values()) await upstream.close();
});

beforeEach(() => {
  for (const upstream of upstreams.values()) {
    upstream.seen.length = 0;
    upstream.answer = well;
  }
  lines.length = 0;
});

const client = (who: Who | undefined = officer): TestClient => new TestClient(issuer, who, () => gateway.url);
const anonymous = (): TestClient => new TestClient(issuer, undefined, () => gateway.url);
const operations = rows.flatMap(({ path, methods, service }) =>
  methods.map((method) => [method.toUpperCase(), path.replaceAll(/:\w+/g, 'x-1'), service] as const),
);
const ask = async (method: string, path: string): Promise<Response> =>
  fetch(`${gateway.url}${path}`, { method, headers: { authorization: `Bearer ${await issuer.token(officer)}` } });
const get = (path: string, headers: Record<string, string> = {}) => client().get('gateway', path, { headers });
const upstream = (name: string): Upstream => {
  const found = upstreams.get(name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

describe('the gateway', () => {
  test.each(operations)('sends %s %s to %s, without the prefix', async (method, path, service) => {
    const answer = await ask(method, `${path}?status=open&limit=5`);
    expect(answer.status).toBe(200);
    const seen = [...upstreams.values()].flatMap((one) => one.seen);
    expect(seen.map((one) => [one.service, one.method, one.path])).toEqual([
      [service, method, `${path.slice('/api/v1'.length)}?status=open&limit=5`],
    ]);
  });

  test.each([
    ['DELETE', '/api/v1/people/resolve', 'POST'],
    ['POST', '/api/v1/people/p-1', 'GET'],
    ['OPTIONS', '/api/v1/people/p-1', 'GET'],
    ['PATCH', '/api/v1/accounts', 'GET, POST'],
    ['POST', '/openapi.json', 'GET'],
  ])('refuses %s %s and says what there is', async (method, path, allowed) => {
    const answer = await ask(method, path);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe(allowed);
    expect(await answer.json()).toMatchObject({ code: 'request.method-not-allowed' });
    expect([...upstreams.values()].flatMap(({ seen }) => seen)).toEqual([]);
  });

  test('lets a service decide where a name could be a parameter', async () => {
    expect(await get('/api/v1/people/resolve')).toMatchObject({ status: 200 });
    expect(upstream('people').seen.map(({ path }) => path)).toEqual(['/people/resolve']);
  });

  test.each(names)('sends /ops/%s to the operator’s routes of that service', async (name) => {
    expect(await get(`/api/v1/ops/${name}/verify`)).toMatchObject({ status: 200 });
    expect(upstream(name).seen.map(({ path }) => path)).toEqual(['/ops/verify']);
  });

  test.each([
    '/api/v1/elsewhere',
    '/api/v1',
    '/api/v1/ops/nobody/verify',
    '/api/v2/people',
    '/people',
    '/api/v1/People/p-1',
    '/api/v1/people',
    '/api/v1/people/',
    '/api/v1/people/p-1/',
    '/api/v1/people/p-1/name',
    '/api/v1/people/%zz',
    '/api/v1/%70eople/p-1',
    '/api/v1//people/p-1',
    '/api/v1/livez',
    '/docs/other.js',
  ])('does not know %s', async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, body: { code: 'request.not-found' } });
    expect([...upstreams.values()].flatMap(({ seen }) => seen)).toEqual([]);
  });

  test('opens no other door by a path with dots', async () => {
    const token = await issuer.token(officer);
    await rawRequest(`GET /api/v1/people/../ops/verify HTTP/1.1`, token);
    await rawRequest(`GET /api/v1/people/%2e%2e/ops/verify HTTP/1.1`, token);
    expect(upstream('people').seen).toEqual([]);
    await rawRequest(`GET /api/v1/people/.. HTTP/1.1`, token);
    await rawRequest(`GET /api/v1/people/..%2fops%2fverify HTTP/1.1`, token);
    expect(upstream('people').seen.map(({ path }) => path)).toEqual(['/people/..', '/people/..%2fops%2fverify']);
  });

  test('lets nobody in without a valid token, in the language asked for', async () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const headers = { 'accept-language': language };
      expect(await anonymous().get('gateway', '/api/v1/people/p-1', { headers })).toMatchObject({
        status: 401,
        body: { code: 'auth.token-missing', title: refusals['auth.token-missing'][language] },
      });
      const forged = { ...headers, authorization: 'Bearer a.b.c' };
      expect(await anonymous().post('gateway', '/api/v1/people/resolve', {}, { headers: forged })).toMatchObject({
        status: 401,
        body: { code: 'auth.token-invalid', title: refusals['auth.token-invalid'][language] },
      });
    }
    expect(upstream('people').seen).toEqual([]);
  });

  test('passes the body, the key and the caller’s trace on, and nothing hop-by-hop or of a proxy', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const body = { name: '𠮷·', residentId: '330302194910010018' };
    const headers = { traceparent, cookie: 'a=b', 'x-forwarded-for': '10.0.0.1', 'accept-language': 'en' };
    await client().post('gateway', '/api/v1/people/resolve', body, { key: 'k-1', headers });
    const [seen] = upstream('people').seen;
    expect(JSON.parse(seen?.body ?? '')).toEqual(body);
    expect(seen?.headers).toMatchObject({ traceparent, 'idempotency-key': '"k-1"', 'accept-language': 'en' });
    expect(seen?.headers.authorization).toMatch(/^Bearer /);
    expect(seen?.headers).not.toHaveProperty('cookie');
    expect(seen?.headers).not.toHaveProperty('x-forwarded-for');
  });

  test('makes a trace where there is none', async () => {
    await get('/api/v1/people/p-1');
    expect(upstream('people').seen[0]?.headers['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });

  test('passes a service’s refusal on as it is, and none of its other headers', async () => {
    const problem = { code: 'application.not-found', status: 404 };
    upstream('applications').answer = (_, response) => {
      response.writeHead(404, { 'content-type': 'application/problem+json', 'x-inner': 'secret' });
      response.end(JSON.stringify(problem));
    };
    const { status, headers, body } = await get('/api/v1/applications/a-1');
    expect({ status, body }).toEqual({ status: 404, body: problem });
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(headers.has('x-inner')).toBe(false);
  });

  test('writes the row of its table into the log, never the path or the body', async () => {
    await get('/api/v1/people/secret-2?x=secret-1');
    expect(JSON.parse(lines.at(-1) ?? '{}')).toMatchObject({ route: '/api/v1/people/:personId', method: 'GET' });
    await client().post('gateway', '/api/v1/people/resolve?x=secret-1', { residentId: '330302194910010018' });
    expect(JSON.parse(lines.at(-1) ?? '{}')).toMatchObject({
      route: '/api/v1/people/resolve',
      status: 200,
      method: 'POST',
    });
    expect(lines.join('')).not.toMatch(/330302194910010018|secret-/);
  });
});

describe('what the gateway shows of itself', () => {
  test.each(['openapi.json', 'asyncapi.json'])('%s is the contract as it was generated', async (file) => {
    const answer = await fetch(`${gateway.url}/${file}`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await answer.text()).toBe(readFileSync(new URL(`../../../contracts/${file}`, import.meta.url), 'utf8'));
  });

  test('/docs is a page that loads nothing from elsewhere and runs no script but its own', async () => {
    const page = await fetch(`${gateway.url}/docs`);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).not.toMatch(/https?:|unsafe-eval|\*/);
    const html = await page.text();
    const sources = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source = '']) => source);
    expect(sources).toEqual(['/docs/scalar.js']);
    const script = await fetch(`${gateway.url}${sources[0]}`);
    expect(script.headers.get('content-type')).toMatch(/^(?:text|application)\/javascript/);
    expect(await script.text()).toContain('api-reference');
    expect(script.headers.get('cache-control')).toBe('no-store');
    expect(script.headers.has('last-modified')).toBe(false);
  });
});

describe('limits', () => {
  test('a body over 1 MiB is refused, told or not told how long it is', async () => {
    const tooLong = 'x'.repeat(1_100_000);
    expect(await client().post('gateway', '/api/v1/people/resolve', {}, { raw: tooLong })).toMatchObject({
      status: 413,
      body: { code: 'request.body-too-large' },
    });
    expect(await postChunked(tooLong)).toMatchObject({ status: 413, body: { code: 'request.body-too-large' } });
    expect(upstream('people').seen).toEqual([]);
  });

  test('a body of 900 kB passes', async () => {
    await client().post('gateway', '/api/v1/people/resolve', {}, { raw: 'x'.repeat(900_000) });
    expect(upstream('people').seen[0]?.body).toHaveLength(900_000);
  });
});

describe('a service that is away', () => {
  test('reads 503 with Retry-After in the caller’s language, is named in readiness, and is found again', async () => {
    const away = upstream('notifications');
    await away.close();
    const { status, headers, body } = await get('/api/v1/messages/me', { 'accept-language': 'en' });
    expect(status).toBe(503);
    expect(body).toMatchObject({
      code: 'service.upstream-unavailable',
      title: refusals['service.upstream-unavailable'].en,
    });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await get('/readyz')).toMatchObject({
      status: 200,
      body: { status: 'degraded', degraded: ['notifications'] },
    });
    expect(await get('/api/v1/people/p-1')).toMatchObject({ status: 200 });
    await away.open();
    expect(await get('/api/v1/messages/me')).toMatchObject({ status: 200 });
    expect(await get('/readyz')).toMatchObject({ status: 200, body: { status: 'ready', degraded: [] } });
  });

  test('that hangs up in the middle reads 503', async () => {
    const rude = upstream('payments');
    rude.answer = (request) => request.socket.destroy();
    expect(await get('/api/v1/payments')).toMatchObject({
      status: 503,
      body: { code: 'service.upstream-unavailable' },
    });
    rude.answer = well;
    expect(await get('/api/v1/payments')).toMatchObject({ status: 200 });
  });

  test('and stays away is asked no more: the breaker opens, for that operation alone', async () => {
    const away = upstream('payments');
    await away.close();
    for (let i = 0; i < 40; i += 1) await get('/api/v1/payments');
    await away.open();
    expect(await get('/api/v1/payments')).toMatchObject({ status: 503 });
    expect(away.seen).toEqual([]);
    expect(await get('/api/v1/entitlements')).toMatchObject({ status: 200 });
    expect(await get('/api/v1/people/p-1')).toMatchObject({ status: 200 });
  });
});

describe('settings', () => {
  test.each(['not json', '{"nobody":"http://127.0.0.1:1"}', '{"people":"ftp://x"}', '{}'])(
    'UPSTREAMS=%s stops the start',
    (text) => {
      expect(() => readSettings(GatewaySettings, { ...environment(), UPSTREAMS: text })).toThrow(
        'UPSTREAMS should be a JSON object with the address of each service; it is something else.',
      );
    },
  );

  test.each([
    [{ MINZHENG_ENV: 'production' }, 'PUBLIC_URL should be the address of the gateway as browsers see it'],
    [{ SESSION_SECRETS: '1:too-short' }, 'SESSION_SECRETS should be number:secret'],
    [{ SESSION_SECRETS: undefined }, 'SESSION_SECRETS should be number:secret'],
    [{ PORTAL_CLIENT_SECRET: 'short' }, 'PORTAL_CLIENT_SECRET should be a secret'],
  ])('%j stops the start', (changes, words) => {
    expect(() => readSettings(GatewaySettings, { ...environment(), ...changes })).toThrow(words);
  });
});

async function postChunked(text: string): Promise<{ status: number; body: ProblemBody }> {
  const token = await issuer.token(officer);
  const stream = new ReadableStream({
    start: (controller) => {
      for (let at = 0; at < text.length; at += 100_000) controller.enqueue(Buffer.from(text.slice(at, at + 100_000)));
      controller.close();
    },
  });
  const response = await fetch(`${gateway.url}/api/v1/people/resolve`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': 'k' },
    body: stream,
    duplex: 'half',
  });
  return { status: response.status, body: (await response.json()) as ProblemBody };
}

async function rawRequest(line: string, token: string): Promise<string> {
  const socket = connect(gateway.port, '127.0.0.1');
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(`${line}\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`);
  await closed;
  return Buffer.concat(parts).toString('utf8');
}
