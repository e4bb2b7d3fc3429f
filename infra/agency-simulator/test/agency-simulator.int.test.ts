import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { startAgencySimulator } from '../src/index.ts';
import type { AgencySimulator, Mode, Received } from '../src/index.ts';

jest.setTimeout(60_000);

const token = 'a-token-for-tests';
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const body = JSON.stringify({
  specversion: '1.0',
  id: 'e-1',
  source: 'https://minzheng.org/services/applications',
  type: 'org.minzheng.applications.case.confirmed.v1',
  subject: 'a-1',
  sequence: '000000000001',
  data: { programme: 'DB' },
});
let dataDir = '';
let simulator: AgencySimulator;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'agency-'));
  simulator = await startAgencySimulator({ port: 0, dataDir, token });
  await ask('PUT', '/endpoints/one', { secrets: [secret] });
});

afterEach(async () => {
  await simulator.stop();
  await rm(dataDir, { recursive: true });
});

async function ask(method: string, path: string, content?: unknown, bearer = token) {
  const response = await fetch(`${simulator.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    ...(content !== undefined && { body: JSON.stringify(content) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as { items?: Received[] } };
}

const received = async () => (await ask('GET', '/endpoints/one/received')).body.items ?? [];
const control = (mode: Mode, times = 1) => ask('PUT', '/control', { mode, times });

/** Sends as the reference library signs. */
function send(id = 'w-1', at: Date = new Date(), sent = body, url = simulator.url): Promise<Response> {
  return fetch(`${url}/webhooks/one`, {
    method: 'POST',
    headers: {
      'content-type': 'application/cloudevents+json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    },
    body: sent,
    redirect: 'manual',
    signal: AbortSignal.timeout(3_000),
  });
}

describe('a webhook', () => {
  test('with a good signature is taken; the same again is known', async () => {
    expect((await send()).status).toBe(200);
    expect((await send()).status).toBe(200);
    expect(await received()).toMatchObject([
      { webhookId: 'w-1', isVerified: true, isRepeated: false, answered: 200, event: { subject: 'a-1' } },
      { webhookId: 'w-1', isRepeated: true },
    ]);
  });

  test.each([
    ['of six minutes ago', () => send('w-1', new Date(Date.now() - 360_000))],
    ['whose body was changed', () => send('w-1', new Date(), body.replace('DB', 'TK'))],
    ['for an endpoint that has no secret', () => fetch(`${simulator.url}/webhooks/other`, { method: 'POST' })],
  ])('%s is refused', async (_, sending) => {
    expect((await sending()).status).toBe(401);
    expect((await received()).filter(({ isVerified }) => isVerified)).toEqual([]);
  });
});

test('whoever asks may send: the handshake of CloudEvents', async () => {
  const response = await fetch(`${simulator.url}/webhooks/one`, {
    method: 'OPTIONS',
    headers: { 'webhook-request-origin': 'minzheng.org' },
  });
  expect(response.headers.get('webhook-allowed-origin')).toBe('minzheng.org');
});

describe('misbehaving on command', () => {
  test.each([
    ['500', 500],
    ['429', 429],
    ['410', 410],
    ['refuse-signature', 401],
    ['redirect', 301],
  ] as const)('%s passes after as many times as asked', async (mode, status) => {
    await control(mode, 2);
    expect([(await send()).status, (await send()).status, (await send()).status]).toEqual([status, status, 200]);
    expect((await received()).map(({ isRepeated }) => isRepeated)).toEqual([false, false, false]);
  });

  test('hang: no answer comes, and the event was taken', async () => {
    await control('hang');
    await expect(send()).rejects.toThrow('timeout');
    expect((await send()).status).toBe(200);
    expect((await received()).map(({ isRepeated }) => isRepeated)).toEqual([false, true]);
  });

  test('nobody commands without the token', async () => {
    expect((await ask('PUT', '/control', { mode: '500' }, 'another')).status).toBe(401);
    expect((await ask('GET', '/endpoints/one/received', undefined, 'another')).status).toBe(401);
    expect((await ask('PUT', '/control', { mode: 'explode' })).status).toBe(400);
  });
});

describe('the journal', () => {
  test('a restart forgets neither secrets nor what was taken', async () => {
    await send();
    await simulator.stop();
    simulator = await startAgencySimulator({ port: 0, dataDir, token });
    await send();
    expect((await received()).map(({ isRepeated }) => isRepeated)).toEqual([false, true]);
  });

  test('what was answered is on the disk when the process is killed', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'agency-'));
    const child = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts')], {
      env: { PORT: '0', DATA_DIR: dir, TOKEN: token },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { port } = JSON.parse(line) as { port: number };
    await send('w-9', new Date(), body, `http://127.0.0.1:${port}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await readFile(join(dir, 'webhooks.jsonl'), 'utf8')).toContain('"webhookId":"w-9"');
    await rm(dir, { recursive: true });
  });
});
