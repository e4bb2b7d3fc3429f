import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { BUGS } from './bugs/bugs.ts';

// Ten seconds of work, on a machine that may be busy with other things.
jest.setTimeout(300_000);

/** The command itself: inside Jest's own realm the same runs take five times as long. */
function simulate(...typed: string[]): Promise<{ code: number; said: string }> {
  const main = join(import.meta.dirname, 'main.ts');
  return new Promise((resolve) => {
    execFile(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...typed], (error, said) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said });
    });
  });
}

const found = (said: string, pattern: RegExp): number => Number(pattern.exec(said)?.[1]);

describe('the messaging of the platform, under simulated faults', () => {
  test('breaks no promise in fifty runs, and each run is the same when it is repeated', async () => {
    const { code, said } = await simulate('--seeds', '50');
    expect(said).toContain('seeds 1–50, each played twice with the same trace: 0 violations');
    expect(found(said, /(\d+) steps/)).toBeGreaterThan(50_000);
    expect(code).toBe(0);
  });

  test('different seeds are different runs', async () => {
    const runs = await Promise.all(['1', '2', '3'].map((seed) => simulate('--seed', seed)));
    const digests = runs.map(({ said }) => /digest (\w+), the same/.exec(said)?.[1]);
    expect(digests).not.toContain(undefined);
    expect(new Set(digests).size).toBe(3);
  });
});

describe('a planted mistake', () => {
  test('is found, each of them', async () => {
    const { code, said } = await simulate('--bugs');
    expect(said).toContain(`${BUGS.length} of ${BUGS.length} planted mistakes found`);
    expect(code).toBe(0);
  });

  test('is shown by a history made small, and the history breaks nothing without it', async () => {
    const { said: seeds } = await simulate('--bug', 'park-without-its-key', '--seeds', '10');
    const seed = String(found(seeds, /seed (\d+): /));
    const broken = await simulate('--bug', 'park-without-its-key', '--seed', seed);
    expect(broken.code).toBe(1);
    expect(found(broken.said, /to (\d+) things done to it/)).toBeLessThan(found(broken.said, /shrunk from (\d+)/) / 2);
    expect(await simulate('--seed', seed)).toMatchObject({ code: 0 });
  });
});
