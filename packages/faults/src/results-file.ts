import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import type { RowResult } from './run-row.ts';

const ROOT = join(import.meta.dirname, '../../..');
export const RESULTS_FILE = join(ROOT, 'benchmarks/faults.jsonl');
const GIGABYTE = 1024 ** 3;

/** A row's result with what it was measured on. */
interface Line extends RowResult {
  readonly at: string;
  readonly commit: string;
  readonly brokers: number;
  readonly mongods: number;
  readonly machine: string;
}

const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();

/** The commit of the code that is running; `-changed` when files differ from it, so that nobody takes one for the other. */
export function commitNow(): string {
  const changed = git('status', '--porcelain', '--untracked-files=no', '--', 'packages', 'services', 'pnpm-lock.yaml');
  return `${git('rev-parse', '--short', 'HEAD')}${changed === '' ? '' : '-changed'}`;
}

/** Appends one line. */
export function remember(result: RowResult, on: { commit: string; brokers: number; mongods: number }): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'cpu'}, ${Math.round(totalmem() / GIGABYTE)} GiB, Node ${process.versions.node}`;
  const line: Line = { at: new Date().toISOString(), ...on, machine, ...result };
  mkdirSync(dirname(RESULTS_FILE), { recursive: true });
  appendFileSync(RESULTS_FILE, `${JSON.stringify(line)}\n`);
}

/** The rows that have passed on this very commit and as many servers. */
export function passedOn(commit: string, brokers: number, mongods: number): Set<number> {
  if (!existsSync(RESULTS_FILE)) return new Set();
  const lines = readFileSync(RESULTS_FILE, 'utf8').split('\n').filter(Boolean);
  const all = lines.map((line) => JSON.parse(line) as Line);
  const same = all.filter((one) => one.commit === commit && one.brokers === brokers && one.mongods === mongods);
  return new Set(same.filter(({ verdict }) => verdict === 'pass').map(({ row }) => row));
}
