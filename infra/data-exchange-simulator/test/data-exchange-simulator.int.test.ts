import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startDataExchangeSimulator } from '../src/index.ts';
import type { DataExchangeSimulator, Standing } from '../src/index.ts';

jest.setTimeout(60_000);

const token = 'a-token-for-tests';
const residentId = '330302198506124011';
const authorisation = { hash: 'a'.repeat(64), version: '2025-1' };
const request = {
  requestId: 'check-1',
  purposeCode: 'DB',
  members: [{ residentId, authorisation }],
  departments: ['banks', 'tax', 'public-security'],
};
const inhabitants = [
  {
    residentId,
    holdings: {
      banks: { balanceFen: 123_45, averageFen: 100_00 },
      'public-security': { hukou: '330302006', vehicles: 0 },
    },
  },
];
let dataDir = '';
let simulator: DataExchangeSimulator;

const start = () => startDataExchangeSimulator({ port: 0, dataDir, token, replyDelayMs: 20 });

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'exchange-'));
  simulator = await start();
});

afterEach(async () => {
  await simulator.stop();
  await rm(dataDir, { recursive: true });
});

async function ask(method: string, path: string, body?: unknown, bearer = token) {
  const response = await fetch(`${simulator.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(5_000),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
}

async function until(status: Standing['status'], replies: number): Promise<Standing> {
  for (;;) {
    const standing = (await ask('GET', '/checks/check-1')).body as unknown as Standing;
    if (standing.status === status && standing.replies.length === replies) return standing;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('a check', () => {
  test('is answered department by department; who holds nothing says so', async () => {
    expect((await ask('POST', '/population', { inhabitants })).body).toEqual({ inhabitants: 1 });
    expect((await ask('POST', '/checks', request)).status).toBe(202);
    const { replies } = await until('complete', 3);
    const said = Object.fromEntries(replies.map(({ department, members }) => [department, members]));
    expect(said['banks']).toEqual([{ residentId, quality: 'OK', items: inhabitants[0]?.holdings.banks }]);
    expect(said['tax']).toEqual([{ residentId, quality: 'NO_DATA' }]);
  });

  test('asked again is the same check, with other content it is refused', async () => {
    await ask('POST', '/checks', request);
    expect((await ask('POST', '/checks', request)).status).toBe(200);
    expect((await ask('POST', '/checks', { ...request, departments: ['tax'] })).status).toBe(409);
  });

  test('about somebody who has not authorised it is refused, and nobody is asked', async () => {
    const answer = await ask('POST', '/checks', { ...request, members: [{ residentId }] });
    expect([answer.status, answer.body['code']]).toEqual([422, 'no-authorisation']);
    expect((await ask('GET', '/checks/check-1')).status).toBe(404);
  });

  test.each([
    ['an unknown department', { ...request, departments: ['church'] }],
    ['a number that is none', { ...request, members: [{ residentId: '123', authorisation }] }],
  ])('with %s is refused', async (_, body) => {
    expect((await ask('POST', '/checks', body)).status).toBe(400);
  });

  test('is nobody’s business without the token', async () => {
    expect((await ask('POST', '/checks', request, 'another')).status).toBe(401);
  });
});

describe('misbehaving on command', () => {
  test('a silent department keeps the check partial until it speaks', async () => {
    await ask('PUT', '/control', { silent: ['tax'] });
    await ask('POST', '/checks', request);
    await until('partial', 2);
    await ask('PUT', '/control', { silent: [] });
    await until('complete', 3);
  });

  test('500 takes nothing; timeout-after-accept takes it and never answers', async () => {
    await ask('PUT', '/control', { mode: { mode: '500' } });
    expect((await ask('POST', '/checks', request)).status).toBe(500);
    expect((await ask('GET', '/checks/check-1')).status).toBe(404);
    await ask('PUT', '/control', { mode: { mode: 'timeout-after-accept' } });
    await expect(ask('POST', '/checks', request)).rejects.toThrow('timeout');
    await until('complete', 3);
  });
});

test('a restart forgets nothing and takes up what was owed', async () => {
  await ask('POST', '/population', { inhabitants });
  await ask('PUT', '/control', { silent: ['tax', 'banks', 'public-security'] });
  await ask('POST', '/checks', request);
  await simulator.stop();
  simulator = await start();
  const { replies } = await until('complete', 3);
  expect(replies.flatMap(({ members }) => members.map(({ quality }) => quality)).toSorted()).toEqual([
    'NO_DATA',
    'OK',
    'OK',
  ]);
});
