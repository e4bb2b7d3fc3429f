import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startSmsSimulator } from '../src/index.ts';
import type { SmsSimulator } from '../src/index.ts';

jest.setTimeout(60_000);

const token = 'a-token-for-tests';
const message = { messageId: 'm-1', to: '13800000101', text: '您的申请已受理。' };
let dataDir = '';
let simulator: SmsSimulator;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sms-'));
  simulator = await startSmsSimulator({ port: 0, dataDir, token });
});

afterEach(async () => {
  await simulator.stop();
  await rm(dataDir, { recursive: true });
});

async function ask(method: string, path: string, body?: unknown, bearer = token) {
  const response = await fetch(`${simulator.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(2_000),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
}

async function restart(): Promise<void> {
  await simulator.stop();
  simulator = await startSmsSimulator({ port: 0, dataDir, token });
}

describe('sending', () => {
  test('the same message asked for three times is sent once and has one receipt', async () => {
    const answers = [
      await ask('POST', '/messages', message),
      await ask('POST', '/messages', message),
      await ask('POST', '/messages', message),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body['receipt'])).size).toBe(1);
    const { body } = await ask('GET', `/messages?to=${message.to}`);
    expect(body['items']).toMatchObject([{ messageId: 'm-1', status: 'delivered', attempts: 1 }]);
  });

  test('other content under a known id is refused and the first stays', async () => {
    await ask('POST', '/messages', message);
    expect((await ask('POST', '/messages', { ...message, text: '别的' })).status).toBe(409);
    expect((await ask('GET', '/messages/m-1')).body).toMatchObject({ text: message.text });
  });

  test.each([
    ['an unknown field', { ...message, urgent: true }],
    ['a number that is no mobile', { ...message, to: '0577-8888' }],
    ['no text', { messageId: 'm-1', to: message.to }],
  ])('%s is refused', async (_, body) => {
    expect((await ask('POST', '/messages', body)).status).toBe(400);
    expect((await ask('GET', '/messages/m-1')).status).toBe(404);
  });

  test('nobody sends, inquires or commands without the token', async () => {
    expect((await ask('POST', '/messages', message, 'another')).status).toBe(401);
    expect((await ask('GET', '/messages/m-1', undefined, 'another')).status).toBe(401);
    expect((await ask('PUT', '/control', { mode: '500' }, 'another')).status).toBe(401);
  });
});

describe('misbehaving on command', () => {
  test('timeout-after-accept: no answer comes, and the inquiry says that it was sent', async () => {
    await ask('PUT', '/control', { mode: 'timeout-after-accept' });
    await expect(ask('POST', '/messages', message)).rejects.toThrow('timeout');
    expect((await ask('GET', '/messages/m-1')).body).toMatchObject({ status: 'delivered', attempts: 1 });
  });

  test('500: nothing was sent, and the inquiry does not know it', async () => {
    await ask('PUT', '/control', { mode: '500' });
    expect((await ask('POST', '/messages', message)).status).toBe(500);
    expect((await ask('GET', '/messages/m-1')).status).toBe(404);
    expect((await ask('POST', '/messages', message)).body).toMatchObject({ status: 'delivered' });
  });

  test('temporary-failure passes after as many times as asked, then the same id is delivered', async () => {
    await ask('PUT', '/control', { mode: 'temporary-failure', times: 2 });
    const statuses = [];
    for (let attempt = 0; attempt < 4; attempt += 1) statuses.push((await ask('POST', '/messages', message)).body);
    expect(statuses.map(({ status }) => status)).toEqual([
      'temporary-failure',
      'temporary-failure',
      'delivered',
      'delivered',
    ]);
    expect((await ask('GET', '/messages/m-1')).body).toMatchObject({ attempts: 3 });
  });

  test('permanent-failure stays: the same id is not tried again', async () => {
    await ask('PUT', '/control', { mode: 'permanent-failure' });
    expect((await ask('POST', '/messages', message)).body).toMatchObject({ status: 'permanent-failure' });
    expect((await ask('POST', '/messages', message)).body).toMatchObject({ status: 'permanent-failure' });
  });

  test('a mode that does not exist is refused', async () => {
    expect((await ask('PUT', '/control', { mode: 'explode' })).status).toBe(400);
  });
});

describe('the journal', () => {
  test('a restart forgets nothing', async () => {
    const { body: first } = await ask('POST', '/messages', message);
    await restart();
    expect((await ask('POST', '/messages', message)).body).toEqual(first);
    expect((await ask('GET', '/messages/m-1')).body).toMatchObject({ attempts: 1 });
  });

  test('half a last line, as a crash leaves it, is cut off and the rest is kept', async () => {
    await ask('POST', '/messages', message);
    await appendFile(join(dataDir, 'messages.jsonl'), '{"messageId":"m-2","to"');
    await restart();
    expect((await ask('POST', '/messages', { ...message, messageId: 'm-3' })).status).toBe(200);
    await restart();
    expect((await ask('GET', '/messages/m-1')).status).toBe(200);
    expect((await ask('GET', '/messages/m-2')).status).toBe(404);
    expect((await ask('GET', '/messages/m-3')).status).toBe(200);
  });

  test('what was answered is on the disk when the process is killed', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'sms-'));
    const child = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts')], {
      env: { PORT: '0', DATA_DIR: dir, TOKEN: token },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { port } = JSON.parse(line) as { port: number };
    const response = await fetch(`http://127.0.0.1:${port}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(message),
    });
    expect(response.status).toBe(200);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await readFile(join(dir, 'messages.jsonl'), 'utf8')).toContain('"messageId":"m-1"');
    await rm(dir, { recursive: true });
  });
});
