import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { signal, waitUntil } from '@minzheng/backing';
import { aliveOf, runCommand, StartedPlatform } from './started-platform.ts';

const startLimitMs = 180_000;
const stopLimitMs = 20_000;
const own =
  'agency-simulator applications bank-simulator data-exchange-simulator gateway issuer notifications payments people sms-simulator smtp-simulator subscriptions supervisor training veterans'.split(
    ' ',
  );
const servers = ['kafka', 'mongod', 'redis'];

let localDir = '';
let platform: StartedPlatform;

beforeAll(async () => {
  localDir = mkdtempSync(join(tmpdir(), 'minzheng-two-commands-'));
  platform = new StartedPlatform(localDir, ['--no-demo']);
  await platform.ready();
}, startLimitMs);

afterAll(async () => {
  await platform.end();
  rmSync(localDir, { recursive: true, force: true });
}, startLimitMs);

describe('npm start', () => {
  test('says where everything is, to this user only', () => {
    const pids = platform.pids();
    expect(Object.keys(pids)).toEqual(expect.arrayContaining(own));
    expect(Object.keys(pids)).not.toContain('trace-viewer');
    expect(aliveOf(pids)).toEqual(Object.keys(pids));
    expect(statSync(platform.platformFile).mode & 0o777).toBe(0o600);
    expect(statSync(join(localDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  test(
    'refuses, in one line, to start twice in one folder',
    async () => {
      const second = await runCommand('scripts/start.mjs', ['--local-dir', localDir]);
      expect(second.code).toBe(1);
      expect(second.output).toMatch(
        /^The platform of this checkout is already running \(process \d+\): .*Ctrl-C.*\n$/m,
      );
    },
    startLimitMs,
  );

  test(
    'brings back a server and a service that were killed with -9, and tells their new process ids',
    async () => {
      const before = platform.pids();
      const killed = ['payments', ...servers.filter((name) => before[name] !== undefined)];
      for (const name of killed) signal(before[name] ?? 0, 'SIGKILL');
      await waitUntil('all are back', startLimitMs, async () => {
        const now = platform.pids();
        return killed.every((name) => now[name] !== undefined && now[name] !== before[name]);
      });
      await waitUntil(
        'payments is ready',
        startLimitMs,
        async () => (await fetch(`${platform.urlOf('payments')}/readyz`)).ok,
      );
      expect(aliveOf(platform.pids())).toEqual(expect.arrayContaining([...own, ...killed]));
    },
    startLimitMs,
  );

  test(
    'ends by Ctrl-C within 20 s, pressed twice, and nothing of it remains',
    async () => {
      const pids = platform.pids();
      const { code, tookMs } = await platform.interrupt(2);
      expect(code).toBe(0);
      expect(tookMs).toBeLessThan(stopLimitMs);
      expect(aliveOf(pids)).toEqual([]);
      expect(existsSync(platform.platformFile)).toBe(false);
    },
    startLimitMs,
  );

  test(
    'leaves nothing behind even when the supervisor is killed with -9, and starts again after that',
    async () => {
      platform = new StartedPlatform(localDir, ['--no-demo']);
      await platform.ready();
      const pids = platform.pids();
      signal(pids['supervisor'] ?? 0, 'SIGKILL');
      await waitUntil('everything has ended', stopLimitMs, async () => aliveOf(pids).length === 0);
      platform = new StartedPlatform(localDir, ['--no-demo']);
      await platform.ready();
      expect(aliveOf(platform.pids())).toEqual(Object.keys(platform.pids()));
    },
    startLimitMs,
  );
});
