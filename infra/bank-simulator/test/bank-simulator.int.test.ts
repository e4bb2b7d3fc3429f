import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Instant } from '@minzheng/types';
import { startBankSimulator } from '../src/index.ts';
import type { BankSimulator } from '../src/index.ts';
import { batchFile, resultLines, txnRef } from './batch.ts';

const token = 'a-token-for-tests';
let dataDir = '';
let bank: BankSimulator;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bank-'));
  bank = await start();
});

afterEach(async () => {
  await bank.stop();
  await rm(dataDir, { recursive: true });
});

const start = (): Promise<BankSimulator> => startBankSimulator({ port: 0, dataDir, token, settleDelayMs: 10 });

async function restart(): Promise<void> {
  await bank.stop();
  bank = await start();
}

async function ask(method: string, path: string, body?: unknown, bearer = token) {
  const response = await fetch(`${bank.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(3_000),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
}

const submit = (batchNo: string, file: Buffer) => ask('POST', '/batches', { batchNo, file: file.toString('base64') });

/** Asks until the bank has worked on the file. */
async function results(batchNo: string): Promise<string[]> {
  for (;;) {
    const { status, body } = await ask('GET', `/batches/${batchNo}/results`);
    if (status === 200) return resultLines(String(body['file']));
  }
}

async function paid(): Promise<string[]> {
  const { body } = await ask('GET', '/statement');
  return (body['items'] as { txnRef: string }[]).map((item) => item.txnRef);
}

describe('a file', () => {
  test('is taken, worked on, and answered for line by line', async () => {
    expect(await submit('b-1', batchFile('b-1', [1, 2]))).toMatchObject({ status: 202, body: { batchNo: 'b-1' } });
    const lines = await results('b-1');
    expect(lines.map((line) => line.split('|').slice(1, 6))).toEqual([
      ['1', txnRef(1), '100', 'S', ''],
      ['2', txnRef(2), '200', 'S', ''],
    ]);
    expect(await ask('GET', '/statement')).toMatchObject({ body: { totalFen: 300 } });
    expect(await ask('GET', '/batches/b-1')).toMatchObject({ body: { status: 'processed' } });
  });

  test('sent three times is paid once', async () => {
    const answers = [1, 2, 3].map(() => submit('b-1', batchFile('b-1', [1])));
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 200, 202]);
    await results('b-1');
    expect(await paid()).toEqual([txnRef(1)]);
  });

  test('of other content under a known number is refused, and the first stays', async () => {
    await submit('b-1', batchFile('b-1', [1]));
    expect((await submit('b-1', batchFile('b-1', [2]))).status).toBe(409);
    await results('b-1');
    expect(await paid()).toEqual([txnRef(1)]);
  });

  test('with a reference that another file has brought is answered R10 and not paid again', async () => {
    await submit('b-1', batchFile('b-1', [1]));
    await submit('b-2', batchFile('b-2', [1, 2]));
    expect((await results('b-2')).map((line) => line.split('|')[5])).toEqual(['R10', '']);
    expect(await paid()).toEqual([txnRef(1), txnRef(2)]);
  });

  test.each([
    ['a wrong count', batchFile('b-1', [1, 2], { count: 3 }), 'bad-totals'],
    ['a wrong sum', batchFile('b-1', [1, 2], { totalFen: 301 }), 'bad-totals'],
    ['a wrong hash of its details', batchFile('b-1', [1], { headerHash: '0'.repeat(64) }), 'bad-hash'],
    ['a wrong hash of the whole', batchFile('b-1', [1], { trailerHash: '0'.repeat(64) }), 'bad-hash'],
    ['another number than it was sent under', batchFile('b-2', [1]), 'bad-shape'],
    ['no payments', batchFile('b-1', []), 'bad-shape'],
    ['a card number that cannot be', batchFile('b-1', [1], { cardNumber: '62' }), 'bad-shape'],
    ['its end cut off', batchFile('b-1', [1]).subarray(0, -1), 'bad-shape'],
    ['text that is no file', Buffer.from('hello'), 'bad-shape'],
  ])('with %s is rejected whole', async (_, file, code) => {
    expect(await submit('b-1', file)).toMatchObject({ status: 422, body: { code } });
    expect((await ask('GET', '/batches/b-1')).status).toBe(404);
  });

  test.each([{}, { batchNo: 'b-1' }, { batchNo: 'b-1', file: 'no base64!' }, { batchNo: 'b-1', file: '', x: 1 }])(
    'asked for as %j is no request',
    async (body) => {
      expect((await ask('POST', '/batches', body)).status).toBe(400);
    },
  );

  test('nobody sends, asks or commands without the token', async () => {
    expect((await ask('POST', '/batches', {}, 'another')).status).toBe(401);
    expect((await ask('GET', '/statement', undefined, 'another')).status).toBe(401);
    expect((await ask('PUT', '/control', { paused: true }, 'another')).status).toBe(401);
    expect((await fetch(`${bank.url}/readyz`)).status).toBe(200);
  });
});

describe('misbehaving on command', () => {
  test('timeout-after-accept: no answer comes, and the inquiry says that it has the file', async () => {
    await ask('PUT', '/control', { mode: { mode: 'timeout-after-accept' } });
    await expect(submit('b-1', batchFile('b-1', [1]))).rejects.toThrow('timeout');
    expect((await ask('GET', '/batches/b-1')).status).toBe(200);
    expect((await submit('b-1', batchFile('b-1', [1]))).status).toBe(200);
  });

  test('500: the file is not taken, and the next one is', async () => {
    await ask('PUT', '/control', { mode: { mode: '500' } });
    expect((await submit('b-1', batchFile('b-1', [1]))).status).toBe(500);
    expect((await ask('GET', '/batches/b-1')).status).toBe(404);
    expect((await submit('b-1', batchFile('b-1', [1]))).status).toBe(202);
  });

  test('truncated-results: half a result file, then the whole', async () => {
    await submit('b-1', batchFile('b-1', [1, 2]));
    const whole = await results('b-1');
    await ask('PUT', '/control', { mode: { mode: 'truncated-results' } });
    expect(await results('b-1')).not.toEqual(whole);
    expect(await results('b-1')).toEqual(whole);
  });

  test('reject: one payment by its reference, or whichever comes next', async () => {
    await ask('PUT', '/control', { reject: { code: 'R03', txnRef: txnRef(2) } });
    await submit('b-1', batchFile('b-1', [1, 2]));
    expect((await results('b-1')).map((line) => line.split('|')[5])).toEqual(['', 'R03']);
    await ask('PUT', '/control', { reject: { code: 'R01' } });
    await submit('b-2', batchFile('b-2', [3, 4]));
    expect((await results('b-2')).map((line) => line.split('|')[5])).toEqual(['R01', '']);
  });

  test.each([
    ['paid', {}, ''],
    ['refused', { code: 'R04' }, 'R04'],
  ])('R09 leaves a payment in doubt until it is resolved as %s, once', async (_, how, reason) => {
    await ask('PUT', '/control', { reject: { code: 'R09' } });
    await submit('b-1', batchFile('b-1', [1]));
    expect((await results('b-1')).map((line) => line.split('|')[5])).toEqual(['R09']);
    expect((await ask('PUT', '/control', { resolve: { txnRef: txnRef(1), ...how } })).status).toBe(204);
    expect((await results('b-1')).map((line) => line.split('|')[5])).toEqual([reason]);
    expect((await ask('PUT', '/control', { resolve: { txnRef: txnRef(1), code: 'R99' } })).status).toBe(404);
  });

  test('paused: a file is taken and waits', async () => {
    await ask('PUT', '/control', { paused: true });
    await submit('b-1', batchFile('b-1', [1]));
    expect(await ask('GET', '/batches/b-1')).toMatchObject({ body: { status: 'received' } });
    expect((await ask('GET', '/batches/b-1/results')).status).toBe(404);
    await ask('PUT', '/control', { paused: false });
    expect(await results('b-1')).toHaveLength(1);
  });
});

const clockAt = Instant.parse('2026-12-10T01:00:00.000Z');

/** A bank whose civil clock stands until it is moved. */
async function onAStandingClock(): Promise<void> {
  await bank.stop();
  bank = await startBankSimulator({ port: 0, dataDir, token, settleDelayMs: 10, civilClock: clockAt });
}

async function returned(after = 0): Promise<unknown[]> {
  const { body } = await ask('GET', `/returns?after=${after}`);
  return body['items'] as unknown[];
}

const moveTo = (now: string) => ask('PUT', '/local/clock', { now });
const nextDueAt = async () => (await ask('GET', '/local/clock')).body['nextDueAt'];

describe('a payment that comes back', () => {
  beforeEach(onAStandingClock);

  test('does so in the morning of its day, which the clock says beforehand; numbered, the same however often asked', async () => {
    await submit('b-1', batchFile('b-1', [1, 2]));
    await results('b-1');
    await ask('PUT', '/control', { return: { code: 'R02', txnRef: txnRef(2), afterDays: 3 } });
    expect(await returned()).toEqual([]);
    expect(await nextDueAt()).toBe('2026-12-13T00:00:00.000Z');
    await moveTo('2026-12-13T00:00:00.000Z');
    const line = { number: 1, txnRef: txnRef(2), amountFen: 200, code: 'R02', returnedOn: '2026-12-13' };
    expect(await returned()).toEqual([line]);
    expect(await returned()).toEqual([line]);
    expect(await returned(1)).toEqual([]);
    expect(await nextDueAt()).toBeUndefined();
    expect(await ask('GET', '/statement')).toMatchObject({
      body: { totalFen: 300, returned: [line], returnedFen: 200 },
    });
  });

  test('by a rule given before it was paid, for that payment or for the next', async () => {
    await ask('PUT', '/control', { return: { code: 'R03', txnRef: txnRef(2), afterDays: 0 } });
    await ask('PUT', '/control', { return: { code: 'R05', afterDays: 0 } });
    await submit('b-1', batchFile('b-1', [1, 2, 3]));
    await results('b-1');
    expect(await returned()).toMatchObject([
      { number: 1, txnRef: txnRef(1), code: 'R05' },
      { number: 2, txnRef: txnRef(2), code: 'R03' },
    ]);
  });

  test('comes back once, and only if it was paid', async () => {
    await ask('PUT', '/control', { reject: { code: 'R03', txnRef: txnRef(2) } });
    await submit('b-1', batchFile('b-1', [1, 2]));
    await results('b-1');
    for (const n of [1, 1, 2]) {
      await ask('PUT', '/control', { return: { code: 'R02', txnRef: txnRef(n), afterDays: 0 } });
    }
    expect(await returned()).toMatchObject([{ number: 1, txnRef: txnRef(1) }]);
  });

  test('is told again from the first on, or not at all, on command', async () => {
    await ask('PUT', '/control', { return: { code: 'R02', afterDays: 0 } });
    await submit('b-1', batchFile('b-1', [1]));
    await results('b-1');
    await ask('PUT', '/control', { mode: { mode: 'repeated-returns' } });
    expect(await returned(1)).toHaveLength(1);
    expect(await returned(1)).toEqual([]);
    await ask('PUT', '/control', { mode: { mode: 'timeout-of-returns' } });
    await expect(returned()).rejects.toThrow('timeout');
    expect(await returned()).toHaveLength(1);
  });

  test('is remembered over a restart, also while it is on its way', async () => {
    await ask('PUT', '/control', { return: { code: 'R02', afterDays: 0 } });
    await submit('b-1', batchFile('b-1', [1, 2]));
    await results('b-1');
    await ask('PUT', '/control', { return: { code: 'R03', txnRef: txnRef(2), afterDays: 1 } });
    const before = await returned();
    await onAStandingClock();
    expect(await returned()).toEqual(before);
    await moveTo('2026-12-11T00:00:00.000Z');
    expect(await returned()).toMatchObject([
      { number: 1, txnRef: txnRef(1) },
      { number: 2, txnRef: txnRef(2), code: 'R03', returnedOn: '2026-12-11' },
    ]);
  });
});

describe('remembering', () => {
  test('a restart forgets nothing and pays nothing twice', async () => {
    await submit('b-1', batchFile('b-1', [1]));
    const before = await results('b-1');
    await restart();
    expect((await submit('b-1', batchFile('b-1', [1]))).status).toBe(200);
    expect(await results('b-1')).toEqual(before);
    expect(await paid()).toEqual([txnRef(1)]);
  });

  test('a file taken before the restart is worked on after it', async () => {
    await ask('PUT', '/control', { paused: true });
    await submit('b-1', batchFile('b-1', [1]));
    await restart();
    expect(await results('b-1')).toHaveLength(1);
  });

  test('half a last line, as a crash leaves it, is cut off and the rest is kept', async () => {
    await submit('b-1', batchFile('b-1', [1]));
    await results('b-1');
    await appendFile(join(dataDir, 'bank.jsonl'), '{"type":"received","ba');
    await restart();
    expect(await paid()).toEqual([txnRef(1)]);
    expect((await submit('b-2', batchFile('b-2', [2]))).status).toBe(202);
  });

  test('what was answered is on the disk when the process is killed', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'bank-'));
    const child = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts')], {
      env: { PORT: '0', DATA_DIR: dir, TOKEN: token, SETTLE_DELAY_MS: '600000' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { port } = JSON.parse(line) as { port: number };
    const response = await fetch(`http://127.0.0.1:${port}/batches`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ batchNo: 'b-1', file: batchFile('b-1', [1]).toString('base64') }),
    });
    expect(response.status).toBe(202);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await bank.stop();
    bank = await startBankSimulator({ port: 0, dataDir: dir, token, settleDelayMs: 10 });
    expect(await results('b-1')).toHaveLength(1);
    await rm(dir, { recursive: true });
  });
});
