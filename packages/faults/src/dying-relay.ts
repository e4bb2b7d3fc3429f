import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Bench } from './bench.ts';

const MAIN = fileURLToPath(new URL('workload/dying-relay-main.ts', import.meta.url));
export const LEASE_MS = 15_000;

/** Runs a writer that commits `commits` times and dies at that moment of its first send; what it acknowledged is in the bench's history. */
export async function runDyingRelay(bench: Bench, dies: 'before-send' | 'after-send', commits: number): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    env: { PATH: process.env['PATH'] ?? '', ...bench.envOf('writer', { DIES: dies, COMMITS: String(commits) }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const history = bench.newHistory();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { key, number } = JSON.parse(line) as { key: string; number: number };
    const operation = history.invoke(key, performance.now());
    Object.assign(operation, { outcome: 'ok', number, endedMs: performance.now() });
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  bench.inject(`kill -9 ${dies === 'before-send' ? 'before its send' : 'between send and mark'}`, () => undefined);
  if (signal !== 'SIGKILL') throw new Error('the relay ended before it sent anything');
}

/** For how long the dead owner's lease still lasts, in ms, by this machine's one clock. */
export async function leaseLeftMs(bench: Bench): Promise<number> {
  const leases = bench.database('writer').collection<{ _id: number; until: Date }>('relay_leases');
  const lease = await leases.findOne({ _id: 0 });
  return (lease?.until.getTime() ?? 0) - Date.now();
}
