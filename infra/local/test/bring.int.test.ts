import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const limitMs = 60_000;
let checkout = '';

/** A checkout that nothing was ever installed in: only what the entry scripts themselves need. */
beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'minzheng-checkout-'));
  for (const name of ['scripts', 'package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) {
    cpSync(join(root, name), join(checkout, name), { recursive: true });
  }
});

afterAll(() => {
  rmSync(checkout, { recursive: true, force: true });
});

async function start(env: Record<string, string>): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: checkout, env: { ...process.env, ...env } });
  let output = '';
  const keep = (part: Buffer): void => {
    output += part.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}

const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? '';

describe('the entry on a machine without', () => {
  test(
    'network: one line says what to do, and the preparing lock is given back',
    async () => {
      const { code, output } = await start({
        npm_config_registry: 'http://127.0.0.1:9',
        npm_config_cache: join(checkout, 'cache'),
        npm_config_loglevel: 'silent',
      });
      expect(code).toBe(1);
      expect(lastLine(output)).toMatch(
        /^Bringing Node .* failed\. The npm registry cannot be reached: connect to the network/,
      );
      expect(existsSync(join(checkout, '.local', 'preparing.lock'))).toBe(false);
      expect(readdirSync(join(checkout, '.local', 'tools'))).toEqual([expect.stringMatching(/\.unfinished$/)]);
    },
    limitMs,
  );

  test(
    'npm: one line says so',
    async () => {
      const { code, output } = await start({ PATH: join(checkout, 'empty') });
      expect(code).toBe(1);
      expect(lastLine(output)).toMatch(/npm.*install/);
    },
    limitMs,
  );
});

test(
  'a lock whose holder was killed does not hold up the next command',
  async () => {
    const lock = join(checkout, '.local', 'preparing.lock');
    mkdirSync(lock, { recursive: true });
    writeFileSync(join(lock, 'pid'), '999999999');
    const { output } = await start({ PATH: join(checkout, 'empty') });
    expect(output).not.toMatch(/waiting for it/);
    expect(existsSync(lock)).toBe(false);
  },
  limitMs,
);
