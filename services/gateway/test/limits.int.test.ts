import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { eventually } from '@minzheng/testing';
import type { RunningGateway } from '../src/start-gateway.ts';
import { officer, openBench, resident } from './bench.ts';
import type { Account, Bench } from './bench.ts';

jest.setTimeout(60_000);

let bench: Bench;
let drawn = 0;

beforeAll(async () => {
  bench = await openBench();
});

afterAll(() => bench.stop());

/** Counts of its own for each test: what stands before every key. */
let prefix: Record<string, string>;
beforeEach(() => {
  drawn += 1;
  prefix = { TOPIC_PREFIX: `limits-${process.pid}-${drawn}-` };
});

interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly headers: Headers;
}

async function ask(gateway: RunningGateway, path: string, { who, method = 'GET' }: { who?: Account; method?: string }) {
  const headers = who === undefined ? {} : { authorization: `Bearer ${await bench.tokenOf(who)}` };
  const response = await fetch(`${gateway.url}${path}`, { method, headers, redirect: 'manual' });
  const text = await response.text();
  const { code } = (text.startsWith('{') ? JSON.parse(text) : {}) as { code?: string };
  return { status: response.status, code, headers: response.headers } satisfies Answer;
}

const from = (gateway: RunningGateway, address: string): Promise<Response> =>
  fetch(`${gateway.url}/session/sign-in`, { redirect: 'manual', headers: { 'x-forwarded-for': address } });

async function times<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let time = 0; time < count; time += 1) done.push(await work());
  return done;
}

const statuses = (answers: readonly Answer[]): number[] => answers.map(({ status }) => status);

/** Once it has the issuer's keys: on a busy machine the first request may come too early for them. */
async function opened(changes: Record<string, string>): Promise<RunningGateway> {
  const gateway = await bench.another(changes);
  await eventually(async () =>
    expect(await ask(gateway, '/api/v1/accounts', { who: officer })).toMatchObject({ status: 200 }),
  );
  bench.upstreams.payments.seen.length = 0;
  return gateway;
}

describe('a business flow', () => {
  test('has a budget of its own, says what is left of it, and then when to come back', async () => {
    const gateway = await opened(prefix);
    const answers = await times(6, () => ask(gateway, '/api/v1/accounts', { who: resident, method: 'POST' }));
    expect(statuses(answers)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers[0]?.headers.get('ratelimit-policy')).toContain('"change-account";q=5;w=60');
    expect(answers[0]?.headers.get('ratelimit')).toMatch(/"change-account";r=4;t=\d+/);
    const refused = answers[5];
    expect(refused?.code).toBe('request.rate-limited');
    expect(refused?.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused?.headers.get('ratelimit')).toMatch(/"change-account";r=0;t=\d+/);
    expect(bench.upstreams.payments.seen).toHaveLength(5);
  });

  test('keeps nobody from anything else, and nobody else from it', async () => {
    const gateway = await opened(prefix);
    await times(6, () => ask(gateway, '/api/v1/accounts', { who: resident, method: 'POST' }));
    expect(await ask(gateway, '/api/v1/accounts', { who: resident })).toMatchObject({ status: 200 });
    expect(await ask(gateway, '/api/v1/accounts', { who: officer, method: 'POST' })).toMatchObject({ status: 200 });
  });

  test('is one budget for all processes', async () => {
    const [one, other] = [await opened(prefix), await opened(prefix)];
    await times(3, () => ask(one, '/api/v1/accounts', { who: resident, method: 'POST' }));
    const answers = await times(3, () => ask(other, '/api/v1/accounts', { who: resident, method: 'POST' }));
    expect(statuses(answers)).toEqual([200, 200, 429]);
  });

  test('grows by the factor of the settings', async () => {
    const gateway = await opened({ ...prefix, RATE_LIMIT_FACTOR: '2' });
    const answers = await times(11, () => ask(gateway, '/api/v1/accounts', { who: resident, method: 'POST' }));
    expect(statuses(answers).indexOf(429)).toBe(10);
  });
});

/** Until one is refused; those that Redis did not answer for in time are no sign-ins either. */
async function signInsLetIn(begin: () => Promise<{ readonly status: number }>): Promise<number> {
  let letIn = 0;
  for (let time = 0; time < 90; time += 1) {
    const { status } = await begin();
    if (status === 429) return letIn;
    if (status === 303) letIn += 1;
  }
  throw new Error('none was refused');
}

test('sign-ins have a budget by address', async () => {
  const gateway = await bench.another(prefix);
  expect(await signInsLetIn(() => ask(gateway, '/session/sign-in', {}))).toBeLessThanOrEqual(60);
  expect(await ask(gateway, '/session/sign-in', {})).toMatchObject({ status: 429, code: 'request.rate-limited' });
});

test('an address that a trusted proxy names is counted, and one that a client names is not', async () => {
  const proxied = await bench.another({ ...prefix, TRUSTED_PROXIES: 'loopback' });
  await signInsLetIn(() => from(proxied, '203.0.113.1'));
  expect((await from(proxied, '203.0.113.1')).status).toBe(429);
  expect((await from(proxied, '203.0.113.2')).status).toBe(303);
  const direct = await bench.another({ TOPIC_PREFIX: `${prefix['TOPIC_PREFIX']}direct-` });
  await signInsLetIn(() => from(direct, '203.0.113.1'));
  expect((await from(direct, '203.0.113.3')).status).toBe(429);
});

describe('without Redis', () => {
  let alone: RunningGateway;
  beforeEach(async () => {
    alone = await bench.another({ ...prefix, REDIS_URL: 'redis://127.0.0.1:1', GATEWAY_PROCESSES: '5' });
  });

  test('it is said to be degraded and goes on', async () => {
    await eventually(async () => {
      const { degraded } = (await (await fetch(`${alone.url}/readyz`)).json()) as { degraded: string[] };
      expect(degraded).toContain('redis');
    });
  });

  test('nobody can sign in', async () => {
    expect(await ask(alone, '/session/sign-in', {})).toMatchObject({
      status: 503,
      code: 'session.sign-in-unavailable',
    });
    expect(await ask(alone, '/session/callback?code=x&state=y', {})).toMatchObject({ status: 503 });
  });

  test('a change counts against this process’s share', async () => {
    const answers = await times(2, () => ask(alone, '/api/v1/accounts', { who: resident, method: 'POST' }));
    expect(statuses(answers)).toEqual([200, 429]);
  });

  test('a read over the share goes on', async () => {
    const answers = await times(65, () => ask(alone, '/api/v1/accounts', { who: resident }));
    expect(new Set(statuses(answers))).toEqual(new Set([200]));
    expect(answers.at(-1)?.headers.get('ratelimit')).toMatch(/"route";r=0/);
  });
});
