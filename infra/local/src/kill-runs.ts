import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { seeded } from '@minzheng/simulator';

interface Run {
  readonly table: string;
  readonly demoMs: number;
  readonly stopMs: number;
  readonly killed: string;
  readonly left: readonly number[];
}

interface PlatformProcesses {
  readonly processes: Readonly<Record<string, { pid: number }>>;
}

const root = join(import.meta.dirname, '../../..');
/** A platform of its own, so that it runs beside one that is up. */
const localDir = join(root, '.local/kill-runs');
const begins = 'Twelve households';
const ends = '[SAMPLE] Standards are';
/** A single broker or mongod takes the whole platform down for a while; one of three must not be felt. */
const spared = new Set(['kafka', 'mongodb', 'redis', 'supervisor']);

const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function pidsByName(): Promise<Map<string, number>> {
  const platform = JSON.parse(await readFile(join(localDir, 'platform.json'), 'utf8')) as PlatformProcesses;
  return new Map(Object.entries(platform.processes).map(([name, { pid }]) => [name, pid]));
}

/** Kills one service, simulator, broker of several, mongod of several or the issuer after `afterMs`; returns its name. */
async function killOne(random: () => number, afterMs: number): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const candidates = [...(await pidsByName())]
    .filter(([name]) => !spared.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const [name, pid] = candidates[Math.floor(random() * candidates.length)] ?? [];
  if (name === undefined || pid === undefined) throw new Error('platform.json names no process to kill');
  process.kill(pid, 'SIGKILL');
  return `${name} after ${Math.round(afterMs)} ms`;
}

/** One fresh start to the printed table, then Ctrl-C. `kill` runs when the demonstration begins. */
async function once(kill: () => Promise<string>): Promise<Run> {
  const cluster = ['brokers', 'mongods'].flatMap((name) => [`--${name}`, String(option(name, 1))]);
  const args = ['scripts/start.mjs', '--fresh', '--port-base', '0', '--local-dir', localDir, ...cluster];
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  let begunAt = 0;
  let killed: Promise<string> = Promise.resolve('nothing');
  let demoMs = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith(begins)) {
      begunAt = performance.now();
      killed = kill();
    }
    if (begunAt > 0) lines.push(line);
    if (!line.startsWith(ends)) continue;
    demoMs = performance.now() - begunAt;
    break;
  }
  if (demoMs === 0) throw new Error(`the demonstration did not reach its table:\n${lines.join('\n')}`);
  const name = await killed;
  const pids = [...(await pidsByName()).values()];
  const stopMs = await stop(child);
  const left = pids.filter(isAlive);
  return { table: lines.filter((line) => /^[DELVX]\d+ /.test(line)).join('\n'), demoMs, stopMs, killed: name, left };
}

async function stop(child: ChildProcess): Promise<number> {
  const from = performance.now();
  child.stdout?.resume();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
  return performance.now() - from;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** `--runs N --seed S --brokers B --mongods M`: one undisturbed run, then N with a kill -9 each; exit 1 unless every table is the same. */
async function main(): Promise<void> {
  const [runs, seed] = [option('runs', 10), option('seed', 1)];
  const random = seeded(seed);
  say(
    `seed ${seed}, ${option('brokers', 1)} brokers, ${option('mongods', 1)} mongods: one undisturbed run, then ${runs} with one process killed (-9) at a random moment`,
  );
  const calm = await once(() => Promise.resolve('nothing'));
  say(calm.table);
  say(`run 0: demonstration ${Math.round(calm.demoMs)} ms, stopped in ${Math.round(calm.stopMs)} ms`);
  let different = 0;
  for (let run = 1; run <= runs; run += 1) {
    const { table, demoMs, stopMs, killed, left } = await once(() => killOne(random, random() * calm.demoMs));
    const same = table === calm.table && left.length === 0;
    if (!same) different += 1;
    say(
      `run ${run}: killed ${killed}; ${same ? 'same table' : `DIFFERENT\n${table}`}; demonstration ${Math.round(demoMs)} ms; stopped in ${Math.round(stopMs)} ms; left running ${left.length}`,
    );
  }
  say(`${runs - different} of ${runs} tables the same`);
  process.exitCode = different === 0 ? 0 : 1;
}

await main();
