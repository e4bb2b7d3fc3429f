import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { keepRunning, type Program, signal, startGuarded, waitUntil } from '../src/index.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'minzheng-processes-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const shell = (name: string, script: string): Program => ({
  name,
  command: '/bin/sh',
  args: ['-c', script],
  logFile: join(folder, `${name}.log`),
});

const isGone = (pid: number) => async (): Promise<boolean> => !signal(pid, 0);

describe('a guarded process', () => {
  test('ends when the process that started it is killed with -9', async () => {
    const fixture = join(import.meta.dirname, 'fixtures/parent.ts');
    const parent = spawn(process.execPath, [fixture, join(folder, 'sleeper.log')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    expect(signal(pid, 0)).toBe(true);
    parent.kill('SIGKILL');
    await waitUntil('the sleeper ends', 4000, isGone(pid));
    expect(signal(pid, 0)).toBe(false);
  });

  test('writes to its log and tells its exit code', async () => {
    const guarded = await startGuarded(shell('speaker', 'echo 你好; exit 7'));
    expect(await guarded.ended).toBe(7);
    expect(readFileSync(join(folder, 'speaker.log'), 'utf8')).toBe('你好\n');
  });

  test('that does not listen to SIGTERM is killed when its time is over', async () => {
    const guarded = await startGuarded(shell('stubborn', 'trap "" TERM; echo deaf; while :; do sleep 0.05; done'));
    await waitUntil('it is deaf', 2000, async () => readFileSync(join(folder, 'stubborn.log'), 'utf8') === 'deaf\n');
    await guarded.stop(200);
    expect(await guarded.ended).toBe(128 + 9);
    expect(signal(guarded.pid, 0)).toBe(false);
    expect(guarded.hasEnded()).toBe(true);
  });

  test('is stopped once, however often it is asked to stop', async () => {
    const guarded = await startGuarded(shell('patient', 'exec sleep 300'));
    await Promise.all([guarded.stop(2000), guarded.stop(2000)]);
    await guarded.stop(2000);
    expect(signal(guarded.pid, 0)).toBe(false);
  });

  test('that cannot be started at all ends with 127', async () => {
    const guarded = await startGuarded({
      name: 'nothing',
      command: '/nowhere/at-all',
      args: [],
      logFile: join(folder, 'n.log'),
    });
    expect(await guarded.ended).toBe(127);
  });
});

describe('a kept process', () => {
  test('comes back under another id after kill -9, and stays away after stop', async () => {
    const news: string[] = [];
    const kept = await keepRunning(shell('kept', 'exec sleep 300'), ({ kind, inMs }) =>
      news.push(`${kind} ${inMs ?? ''}`.trim()),
    );
    const first = kept.pid() ?? 0;
    signal(first, 'SIGKILL');
    await waitUntil('it comes back', 4000, async () => (kept.pid() ?? first) !== first);
    const second = kept.pid() ?? 0;
    expect(kept.ends()).toBe(1);
    expect(news).toEqual(['ended 500', 'restarted']);
    await kept.stop(2000);
    expect([signal(first, 0), signal(second, 0)]).toEqual([false, false]);
    expect(kept.pid()).toBeUndefined();
  });

  test('is given longer and longer pauses while it keeps ending', async () => {
    const pauses: number[] = [];
    const kept = await keepRunning(shell('hopeless', 'exit 1'), ({ inMs }) => inMs !== undefined && pauses.push(inMs));
    await waitUntil('three ends', 4500, async () => pauses.length === 3);
    await kept.stop(100);
    expect(pauses).toEqual([500, 1000, 2000]);
  });

  test('can be stopped in the pause before it is started again', async () => {
    const kept = await keepRunning(shell('pausing', 'exit 1'), () => undefined);
    await waitUntil('it ended', 2000, async () => kept.ends() === 1);
    await kept.stop(100);
    expect(kept.pid()).toBeUndefined();
  });
});
