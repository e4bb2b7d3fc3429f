import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { startSmtpSimulator } from '../src/index.ts';
import type { SmtpSimulator } from '../src/index.ts';

jest.setTimeout(60_000);

const token = 'a-token-for-tests';
const to = 'li.ming@sample.example';
const mail = { from: 'notice@minzheng.example', to, subject: '申请已受理', text: '您的申请已受理。\n.\n再见。' };
let dataDir = '';
let simulator: SmtpSimulator;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'smtp-'));
  simulator = await startSmtpSimulator({ port: 0, smtpPort: 0, dataDir, token });
});

afterEach(async () => {
  await simulator.stop();
  await rm(dataDir, { recursive: true });
});

async function send(messageId = 'm-1@minzheng.example', { port = simulator.smtpPort, pass = token } = {}) {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    auth: { user: mail.from, pass },
    socketTimeout: 3_000,
  });
  return await transport.sendMail({ ...mail, messageId: `<${messageId}>` });
}

async function ask(method: string, path: string, body?: unknown, bearer = token) {
  const response = await fetch(`${simulator.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
}

const fateOf = async (messageId = 'm-1@minzheng.example') => (await ask('GET', `/messages/${messageId}`)).body;

async function restart(): Promise<void> {
  await simulator.stop();
  simulator = await startSmtpSimulator({ port: 0, smtpPort: 0, dataDir, token });
}

describe('sending', () => {
  test('an e-mail lies in the mailbox as it was written, under its Message-ID', async () => {
    await send();
    expect(await fateOf()).toMatchObject({
      status: 'delivered',
      copies: 1,
      from: mail.from,
      to,
      subject: mail.subject,
    });
    expect(String((await fateOf())['text']).trim()).toBe(mail.text);
    expect((await ask('GET', `/messages?to=${to}`)).body['items']).toMatchObject([{ subject: mail.subject }]);
  });

  test('it says how many contents it has heard, also of those it kept nothing of', async () => {
    await send();
    await ask('PUT', '/control', { mode: 'refuse' });
    await expect(send('m-2@minzheng.example')).rejects.toMatchObject({ responseCode: 550 });
    await ask('PUT', '/control', { mode: 'drop' });
    await expect(send('m-3@minzheng.example')).rejects.toThrow();
    expect((await ask('GET', '/heard')).body).toEqual({ contents: 2 });
  });

  test('the same Message-ID again is another copy: SMTP recognises nothing', async () => {
    await send();
    await send();
    expect(await fateOf()).toMatchObject({ copies: 2 });
  });

  test('nobody sends, asks or commands without the token', async () => {
    await expect(send('m-1@minzheng.example', { pass: 'another' })).rejects.toMatchObject({ responseCode: 535 });
    const unknown = createTransport({ host: '127.0.0.1', port: simulator.smtpPort });
    await expect(unknown.sendMail(mail)).rejects.toMatchObject({ responseCode: 530 });
    expect((await ask('GET', '/messages/m-1', undefined, 'another')).status).toBe(401);
    expect((await ask('PUT', '/control', { mode: 'refuse' }, 'another')).status).toBe(401);
    expect((await ask('GET', '/messages/m-1@minzheng.example')).status).toBe(404);
  });
});

describe('misbehaving on command', () => {
  test.each([
    ['refuse', 550, 'RCPT TO'],
    ['refuse-content', 554, 'DATA'],
    ['greylist', 450, 'RCPT TO'],
  ])('%s: %i at %s, nothing is taken, and the next one is', async (mode, responseCode, command) => {
    await ask('PUT', '/control', { mode });
    await expect(send()).rejects.toMatchObject({ responseCode, command });
    expect((await ask('GET', '/messages/m-1@minzheng.example')).status).toBe(404);
    await send();
    expect(await fateOf()).toMatchObject({ copies: 1 });
  });

  test('timeout-after-data: no answer comes, and the journal says that it was delivered', async () => {
    await ask('PUT', '/control', { mode: 'timeout-after-data' });
    await expect(send()).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect(await fateOf()).toMatchObject({ status: 'delivered', copies: 1 });
  });

  test('drop: the connection is cut after the content, and the journal does not know it', async () => {
    await ask('PUT', '/control', { mode: 'drop' });
    await expect(send()).rejects.toMatchObject({ code: expect.stringMatching(/ECONNECTION|ESOCKET/) });
    expect((await ask('GET', '/messages/m-1@minzheng.example')).status).toBe(404);
  });

  test('bounce: it is taken, lies in the queue, and has come back when it is asked about again, also after a restart', async () => {
    await ask('PUT', '/control', { mode: 'bounce' });
    await send();
    expect(await fateOf()).toMatchObject({ status: 'queued' });
    await restart();
    expect(await fateOf()).toMatchObject({ status: 'bounced' });
  });

  test('a mode that does not exist is refused', async () => {
    expect((await ask('PUT', '/control', { mode: 'explode' })).status).toBe(400);
  });
});

describe('the journal', () => {
  test('half a last line, as a crash leaves it, is cut off and the rest is kept', async () => {
    await send();
    await appendFile(join(dataDir, 'mails.jsonl'), '{"messageId":"m-2","to"');
    await restart();
    await send('m-3@minzheng.example');
    await restart();
    expect(await fateOf()).toMatchObject({ copies: 1 });
    expect(await fateOf('m-3@minzheng.example')).toMatchObject({ copies: 1 });
  });

  test('what was answered is on the disk when the process is killed', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'smtp-'));
    const child = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts')], {
      env: { PORT: '0', SMTP_PORT: '0', DATA_DIR: dir, TOKEN: token },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { port } = JSON.parse(line) as { port: number };
    await send('m-9@minzheng.example', { port });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await readFile(join(dir, 'mails.jsonl'), 'utf8')).toContain('"messageId":"m-9@minzheng.example"');
    await rm(dir, { recursive: true });
  });
});
