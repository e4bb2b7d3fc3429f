import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

const guardian = new URL('guardian.sh', import.meta.url).pathname;
const largestLogBytes = 20 * 1024 * 1024;
const graceAfterParentDeathSeconds = 10;

/** A program to run. Its output is appended to `logFile`, or is this process's own without one; `env` is the whole environment. */
export interface Program {
  name: string;
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  logFile?: string;
}

/** A running program that ends, at the latest ten seconds later, when the process that started it does, however that happens. */
export interface GuardedProcess {
  name: string;
  /** The process id of the program itself, not of its guardian. */
  pid: number;
  hasEnded: () => boolean;
  /** Settles once the program has ended; a signal n shows as exit code 128 + n. */
  ended: Promise<number>;
  /** SIGTERM, then SIGKILL when `graceMs` have passed. Called again, it waits for the end that was begun. */
  stop: (graceMs: number) => Promise<void>;
}

/**
 * Starts a program in a session of its own, so that the terminal's Ctrl-C reaches only the supervisor.
 * @throws when the program cannot be started at all.
 */
export async function startGuarded(program: Program): Promise<GuardedProcess> {
  const log = program.logFile === undefined ? undefined : openLog(program.logFile);
  const shell = spawn('/bin/sh', [guardian, String(graceAfterParentDeathSeconds), program.command, ...program.args], {
    stdio: ['pipe', log ?? 'inherit', log ?? 'inherit', 'pipe'],
    detached: true,
    env: program.env ?? process.env,
    ...(program.cwd === undefined ? {} : { cwd: program.cwd }),
  });
  if (log !== undefined) closeSync(log);
  shell.stdin?.on('error', () => undefined);
  const ended = endOf(shell);
  const pid = await readPid(shell);
  let stopping: Promise<void> | undefined;
  return {
    name: program.name,
    pid,
    hasEnded: () => shell.exitCode !== null || shell.signalCode !== null,
    ended: ended.then((code) => {
      shell.stdin?.destroy();
      // A guardian that was itself killed leaves its program behind; the port must be free for the next one.
      signal(pid, 'SIGKILL');
      return code;
    }),
    // A second SIGTERM would cut short the orderly end that the first one began.
    stop: (graceMs) => (stopping ??= stop(pid, ended, graceMs)),
  };
}

/** Sends a signal to a process that may be gone already; false when it was. */
export function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

async function stop(pid: number, ended: Promise<number>, graceMs: number): Promise<void> {
  signal(pid, 'SIGTERM');
  // A frozen process would not hear it until it is thawed.
  signal(pid, 'SIGCONT');
  const aborter = new AbortController();
  const outOfTime = delay(graceMs, 'late', { signal: aborter.signal }).catch(() => 'late');
  if ((await Promise.race([ended, outOfTime])) === 'late') signal(pid, 'SIGKILL');
  aborter.abort();
  await ended;
}

async function endOf(shell: ChildProcess): Promise<number> {
  return await new Promise((resolve) => {
    shell.once('exit', (code) => resolve(code ?? 128));
    shell.once('error', () => resolve(127));
  });
}

async function readPid(shell: ChildProcess): Promise<number> {
  const pipe = shell.stdio[3] as Readable;
  const [line] = (await Promise.race([once(pipe, 'data'), once(shell, 'exit').then(() => [''])])) as [Buffer | string];
  pipe.destroy();
  const pid = Number(String(line).trim());
  if (!Number.isInteger(pid) || pid <= 0) throw new Error('The guardian shell did not start its program');
  return pid;
}

/** Keeps one older log beside the current one, so that a machine that is never tidied does not fill its disk. */
function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLogBytes) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}
