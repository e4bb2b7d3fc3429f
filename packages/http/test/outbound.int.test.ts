import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { outbound, OutboundFault, rateLimiter } from '@minzheng/http';
import type { OutboundClient } from '@minzheng/http';
import { createMetrics } from '@minzheng/observability';
import type { Metrics } from '@minzheng/observability';
import { eventually, testServers } from '@minzheng/testing';

let server: Server;
let calls = 0;
let answer: (response: ServerResponse, path: string) => void;
let metrics: Metrics;
let client: OutboundClient;
/** One that does not wait. */
let hasty: OutboundClient;

beforeEach(async () => {
  calls = 0;
  answer = (response) => void response.end('{"ok":true}');
  server = createServer((request, response) => {
    calls += 1;
    answer(response, request.url ?? '');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  metrics = createMetrics();
  const bank = { name: 'bank', baseUrl: `http://127.0.0.1:${port}`, headers: { authorization: 'Bearer t' }, metrics };
  [client, hasty] = [10_000, 300].map((timeoutMs) => outbound({ ...bank, timeoutMs })) as [
    OutboundClient,
    OutboundClient,
  ];
});

afterEach(async () => {
  await Promise.all([client.close(), hasty.close()]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const call = (operation = 'pay', by = client): ReturnType<OutboundClient['call']> =>
  by.call(operation, { method: 'POST', path: `/${operation}`, body: { txnRef: 't-1' } });
const faultOf = async (work: Promise<unknown>): Promise<OutboundFault> => {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(OutboundFault);
  return thrown as OutboundFault;
};

describe('a call to the outside', () => {
  test('gives status and body', async () => {
    expect(await call()).toEqual({ status: 200, body: { ok: true } });
  });

  test('gives a refusal as an answer, and forty of them open no breaker', async () => {
    answer = (response) => void response.writeHead(409).end('{"code":"closed"}');
    for (let i = 0; i < 40; i += 1) expect(await call()).toEqual({ status: 409, body: { code: 'closed' } });
    expect(client.breakers()).toEqual([{ operation: 'pay', state: 'closed' }]);
  });

  test.each<[string, (response: ServerResponse) => void]>([
    ['500', (response) => void response.writeHead(500).end('{}')],
    ['silence', () => undefined],
    ['a body that trickles', (response) => void response.writeHead(200).write('{')],
    ['a hang-up', (response) => void response.socket?.destroy()],
    ['no JSON', (response) => void response.end('<html>')],
    ['a body of 2 MB', (response) => void response.end(`"${'x'.repeat(2_000_000)}"`)],
  ])('that meets %s may have been acted on', async (_, rude) => {
    answer = rude;
    const fault = await faultOf(call('pay', hasty));
    expect(fault).toMatchObject({ reached: 'unknown', retriable: true, operation: 'bank.pay' });
  });

  test('that finds nobody there surely was not acted on', async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await faultOf(call())).toMatchObject({ reached: 'no', retriable: true });
  });

  test('that fails again and again is made no more, for that operation alone', async () => {
    answer = (response, path) => void response.writeHead(path === '/pay' ? 503 : 200).end('{}');
    for (let i = 0; i < 20; i += 1) await faultOf(call());
    const before = calls;
    expect(await faultOf(call())).toMatchObject({ reached: 'no' });
    expect(calls).toBe(before);
    expect(await call('inquire')).toMatchObject({ status: 200 });
    expect(client.breakers()).toEqual([
      { operation: 'pay', state: 'open' },
      { operation: 'inquire', state: 'closed' },
    ]);
    expect(metrics.snapshot()).toEqual([
      { name: 'breaker_state', labels: { operation: 'bank.inquire' }, value: 0 },
      { name: 'breaker_state', labels: { operation: 'bank.pay' }, value: 2 },
    ]);
  });

  test('that is called off is called off alone', async () => {
    answer = () => undefined;
    const off = new AbortController();
    const given = client.call('pay', { method: 'GET', path: '/pay', signal: off.signal });
    off.abort();
    await faultOf(given);
    expect(client.breakers()).toEqual([{ operation: 'pay', state: 'closed' }]);
  });
});

describe('a rate limit', () => {
  const budget = { keyPrefix: `t${Math.random()}`, points: 3, durationS: 60 };

  test('is shared by processes, and says when to come back', async () => {
    const [one, two] = [0, 1].map(() => rateLimiter({ ...budget, redisUrl: testServers().redisUrl }));
    const limiters = [one, two, one, two] as NonNullable<typeof one>[];
    for (const limiter of limiters) await eventually(async () => expect(await limiter.isUp()).toBe(true));
    const answers = [];
    for (const limiter of limiters) answers.push(await limiter.consume('so-1'));
    expect(answers.map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
    expect(answers.map(({ remaining, isShared }) => [remaining, isShared])).toEqual([
      [2, true],
      [1, true],
      [0, true],
      [0, true],
    ]);
    expect(answers[3]?.retryAfterS).toBeGreaterThan(0);
    expect(await limiters[0]?.consume('so-2')).toMatchObject({ allowed: true });
    await Promise.all(limiters.map((limiter) => limiter.close()));
  });

  test('holds in this process while Redis is away, at its share of the budget', async () => {
    const limiter = rateLimiter({ ...budget, points: 6, processes: 2, redisUrl: 'redis://127.0.0.1:1' });
    expect(await limiter.isUp()).toBe(false);
    const answers = [];
    for (let i = 0; i < 4; i += 1) answers.push(await limiter.consume('so-1'));
    expect(answers.map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
    expect(answers.map(({ isShared }) => isShared)).toEqual([false, false, false, false]);
    await limiter.close();
  });

  test('waits once for a Redis that freezes, counts alone from then on, and finds it again', async () => {
    const way = await wayToRedis();
    const limiter = rateLimiter({ ...budget, points: 1_000, redisUrl: way.url });
    await eventually(async () => expect(await limiter.consume('so-1')).toMatchObject({ isShared: true }));
    way.freeze();
    const from = performance.now();
    for (let i = 0; i < 20; i += 1) expect(await limiter.consume('so-1')).toMatchObject({ isShared: false });
    expect(performance.now() - from).toBeLessThan(600);
    way.thaw();
    await eventually(async () => expect(await limiter.consume('so-1')).toMatchObject({ isShared: true }));
    await limiter.close();
    way.close();
  });
});

/** A way to the real Redis that can freeze: it takes what comes and passes nothing on, as in front of a stopped process. */
async function wayToRedis(): Promise<{ url: string; freeze(): void; thaw(): void; close(): void }> {
  const { hostname, port } = new URL(testServers().redisUrl);
  const open = new Set<Socket>();
  let isFrozen = false;
  const way = createTcpServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('error', () => undefined).on('close', () => to.destroy());
      from.on('data', (bytes) => void (isFrozen || to.write(bytes)));
    }
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => way.once('listening', resolve));
  return {
    url: `redis://127.0.0.1:${(way.address() as AddressInfo).port}`,
    freeze: () => void (isFrozen = true),
    thaw: () => {
      isFrozen = false;
      for (const socket of open) socket.destroy();
    },
    close: () => {
      way.close();
      for (const socket of open) socket.destroy();
    },
  };
}
