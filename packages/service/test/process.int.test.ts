import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testPlatform } from '@minzheng/testing';
import type { ServiceProcess, TestPlatform } from '@minzheng/testing';
import { tally } from './tally.ts';

const MAIN = new URL('./tally-main.ts', import.meta.url);
const CALLED_URL = 'http://127.0.0.1:1';
const officer = { role: 'street-officer', division: '330302006', staffNo: 'SO-1' } as const;

let platform: TestPlatform;

beforeAll(async () => {
  platform = await testPlatform();
  await (await spawned()).stop();
}, 60_000);

afterAll(() => platform.stop(), 30_000);

const spawned = (changes: Record<string, string> = {}): Promise<ServiceProcess> =>
  platform.spawn(tally, MAIN, { CALLED_URL, ...changes });

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
  readonly ms: number;
}

/** A process whose start is not waited for. */
function begun(changes: Record<string, string> = {}): { child: ChildProcess; ended: Promise<Ended> } {
  const startedMs = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', fileURLToPath(MAIN)], {
    env: { PATH: process.env['PATH'] ?? '', ...platform.envOf('tally', { CALLED_URL, ...changes }) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stderr: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    stderr: Buffer.concat(stderr).toString('utf8'),
    ms: performance.now() - startedMs,
  }));
  return { child, ended };
}

describe('a service as a process', () => {
  test('ends with 0 on SIGTERM, and a second signal changes nothing', async () => {
    const running = await spawned();
    expect(await platform.anonymous.get('tally', '/readyz')).toMatchObject({ status: 200 });
    process.kill(running.pid, 'SIGTERM');
    process.kill(running.pid, 'SIGTERM');
    expect(await running.stop()).toBe(0);
  }, 30_000);

  test('ends with 0 within the time although an errand cannot be met', async () => {
    const running = await spawned();
    await platform.as(officer).post('tally', '/tallies/p-1/ask');
    const startedMs = performance.now();
    expect(await running.stop()).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(15_000);
  }, 30_000);

  test('finishes the request in hand before it ends', async () => {
    const running = await spawned();
    const answers = Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => platform.as(officer).post('tally', `/tallies/q-${i}/ask`)),
    );
    expect(await running.stop()).toBe(0);
    for (const answer of await answers) {
      // Whoever came too late is refused or not let in; nobody is left with half an answer.
      if (answer.status === 'fulfilled') expect([202, 503]).toContain(answer.value.status);
    }
    const database = platform.database('tally');
    const done = await database.collection('idempotency_keys').countDocuments({ route: 'POST /tallies/:id/ask' });
    const begunTallies = await database.collection('tallies').countDocuments();
    expect(done).toBe(begunTallies);
  }, 30_000);

  test.each([0, 50, 150, 300, 600])(
    'does not hang on SIGTERM %i ms after its start',
    async (afterMs) => {
      const { child, ended } = begun();
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      child.kill('SIGTERM');
      const { ms } = await ended;
      expect(ms).toBeLessThan(15_000);
    },
    30_000,
  );

  test('ends with 1 and one plain line when it cannot start', async () => {
    const { code, stderr } = await begun({ MASTER_KEY: 'short' }).ended;
    expect(code).toBe(1);
    expect(stderr.trim()).toBe('tally cannot start: MASTER_KEY should be 32 bytes in base64; it is something else.');
  }, 30_000);

  test('ends with 1 by the same path on a fault that nobody caught', async () => {
    const running = await spawned({ FAULT_AFTER_MS: '200' });
    const code = await new Promise<number | null>((resolve) => {
      const poll = setInterval(() => {
        if (running.lines().some((line) => line.includes('"stopping"'))) {
          clearInterval(poll);
          void running.stop().then(resolve);
        }
      }, 20);
    });
    expect(code).toBe(1);
  }, 30_000);
});
