import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { officer, openBench, resident } from './bench.ts';
import type { Bench } from './bench.ts';
import { well } from './upstream.ts';
import type { Answering } from './upstream.ts';

jest.setTimeout(60_000);

let bench: Bench;

beforeAll(async () => {
  bench = await openBench({ RATE_LIMIT_FACTOR: '100' });
});

afterAll(() => bench.stop());

const listOf =
  (...items: unknown[]): Answering =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items }));

beforeEach(() => {
  for (const upstream of Object.values(bench.upstreams)) {
    upstream.seen.length = 0;
    upstream.answer = well;
  }
  const { applications, payments, notifications } = bench.upstreams;
  applications.answer = listOf({ applicationId: 'a-1' });
  notifications.answer = listOf({ messageId: 'm-1' });
  payments.answer = (request, response) =>
    listOf(request.url === '/payments' ? { paymentId: 'pay-1' } : { entitlementId: 'e-1' })(request, response);
});

async function overview(who = resident): Promise<{ status: number; body: unknown }> {
  const headers = { authorization: `Bearer ${await bench.tokenOf(who)}`, 'accept-language': 'en' };
  const response = await fetch(`${bench.url}/api/v1/me/overview`, { headers });
  return { status: response.status, body: await response.json() };
}

const whole = {
  cases: { items: [{ applicationId: 'a-1' }] },
  entitlements: { items: [{ entitlementId: 'e-1' }] },
  payments: { items: [{ paymentId: 'pay-1' }] },
  messages: { items: [{ messageId: 'm-1' }] },
};

test('is read from three services with the caller’s own token and in their language', async () => {
  expect(await overview()).toEqual({ status: 200, body: { ...whole, missing: [] } });
  for (const name of ['applications', 'payments', 'notifications'] as const) {
    const [seen] = bench.upstreams[name].seen;
    expect(seen?.headers.authorization).toMatch(/^Bearer ey/);
    expect(seen?.headers['accept-language']).toBe('en');
  }
});

test.each<[string, Answering, string]>([
  ['hangs', () => undefined, 'service.upstream-unavailable'],
  ['hangs up', (request) => request.socket.destroy(), 'service.upstream-unavailable'],
  ['trickles', (_, response) => void response.writeHead(200).write('{'), 'service.upstream-unavailable'],
  ['answers no JSON', (_, response) => void response.end('<html>'), 'service.upstream-unavailable'],
  [
    'is too busy',
    (_, response) => void response.writeHead(503).end('{"code":"service.unavailable"}'),
    'service.unavailable',
  ],
])('names the part of a service that %s, and shows the others in time', async (_, rude, code) => {
  bench.upstreams.notifications.answer = rude;
  const from = performance.now();
  const { cases, entitlements, payments } = whole;
  const missing = [{ part: 'messages', code }];
  expect(await overview()).toEqual({ status: 200, body: { cases, entitlements, payments, missing } });
  expect(performance.now() - from).toBeLessThan(6_000);
});

test('names every part of a service that is away', async () => {
  await bench.upstreams.payments.close();
  const { body } = await overview();
  await bench.upstreams.payments.open();
  const code = 'service.upstream-unavailable';
  expect(body).toMatchObject({
    cases: whole.cases,
    missing: [
      { part: 'entitlements', code },
      { part: 'payments', code },
    ],
  });
});

test('is a resident’s', async () => {
  expect(await overview(officer)).toMatchObject({ status: 403, body: { code: 'auth.role-not-allowed' } });
  expect((await fetch(`${bench.url}/api/v1/me/overview`)).status).toBe(401);
});
