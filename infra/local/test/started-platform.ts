import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { signal } from '@minzheng/backing';

const root = join(import.meta.dirname, '../../..');
const pauseMs = 100;

/** What a command of this repository printed, and how it ended. */
export interface Finished {
  code: number | null;
  output: string;
}

/** Runs one of the repository's commands as a person would, and waits for its end. */
export async function runCommand(script: string, args: readonly string[]): Promise<Finished> {
  const command = begin(script, args);
  await once(command.child, 'exit');
  return { code: command.child.exitCode, output: command.output() };
}

/** `npm start` in a folder of its own, on free ports. */
export class StartedPlatform {
  readonly localDir: string;
  readonly #child: ChildProcess;
  readonly #output: () => string;
  readonly #ended: Promise<unknown>;

  constructor(localDir: string, args: readonly string[]) {
    this.localDir = localDir;
    const { child, output } = begin('scripts/start.mjs', ['--local-dir', localDir, '--port-base', '0', ...args]);
    this.#child = child;
    this.#output = output;
    this.#ended = once(child, 'exit');
  }

  /** Everything it has said so far. */
  lines(): string[] {
    return this.#output().split('\n');
  }

  get platformFile(): string {
    return join(this.localDir, 'platform.json');
  }

  /** Waits for the gateway's address. @throws with the output when the start failed. */
  async ready(): Promise<void> {
    while (!this.#output().includes('The platform answers at')) {
      if (this.#child.exitCode !== null) throw new Error(`the start failed:\n${this.#output()}`);
      await delay(pauseMs);
    }
  }

  /** Process ids by name, the supervisor's among them. */
  pids(): Record<string, number> {
    return Object.fromEntries(Object.entries(this.#processes()).map(([name, { pid }]) => [name, pid]));
  }

  /** Where a process of ours answers. */
  urlOf(name: string): string {
    return this.#processes()[name]?.url ?? '';
  }

  #processes(): Record<string, { pid: number; url?: string }> {
    const file = JSON.parse(readFileSync(this.platformFile, 'utf8')) as { processes: Record<string, { pid: number }> };
    return file.processes;
  }

  /** Sends Ctrl-C's signal as often as asked and waits for the end. */
  async interrupt(times = 1): Promise<{ code: number | null; tookMs: number }> {
    const from = performance.now();
    for (let time = 0; time < times; time += 1) this.#child.kill('SIGINT');
    await this.#ended;
    return { code: this.#child.exitCode, tookMs: performance.now() - from };
  }

  /** For afterAll: nothing stays behind a failed test. */
  async end(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await this.interrupt();
  }
}

/** Those of these processes that are still alive. */
export const aliveOf = (pids: Record<string, number>): string[] =>
  Object.entries(pids).flatMap(([name, pid]) => (signal(pid, 0) ? [name] : []));

function begin(script: string, args: readonly string[]): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (part: Buffer): void => {
    output += part.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return { child, output: () => output };
}
