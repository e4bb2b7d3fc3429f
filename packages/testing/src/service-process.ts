import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const START_TIMEOUT_MS = 30_000;
const KEPT_LINES = 50;

/** A service as a process of its own, as in production: for what only a killed process can show. */
export interface ServiceProcess {
  readonly pid: number;
  readonly url: string;
  /** The last lines it has written. */
  lines(): readonly string[];
  /** SIGTERM, then waits; gives the exit code, null when a signal ended it. */
  stop(): Promise<number | null>;
  /** SIGKILL, then waits. */
  kill(): Promise<void>;
}

/** Starts `main` under this very Node and waits for the log line `listening` with its port. Throws with its last lines when it ends first. */
export async function startProcess(main: string, env: Readonly<Record<string, string>>): Promise<ServiceProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const lines: string[] = [];
  const port = await listeningPort(child, exited, lines);
  return {
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${port}`,
    lines: () => lines,
    stop: async () => {
      child.kill('SIGTERM');
      const [code] = (await exited) as [number | null];
      return code;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function listeningPort(child: ChildProcess, exited: Promise<unknown>, lines: string[]): Promise<number> {
  const found = Promise.withResolvers<number>();
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      const port = portOf(line);
      if (port !== undefined) found.resolve(port);
    });
  }
  const fail = (why: string): void => found.reject(new Error(`the service ${why}:\n${lines.join('\n')}`));
  const timer = setTimeout(() => {
    child.kill('SIGKILL');
    fail('did not listen in time');
  }, START_TIMEOUT_MS);
  void exited.then(() => fail('ended before it listened'));
  try {
    return await found.promise;
  } finally {
    clearTimeout(timer);
  }
}

function portOf(line: string): number | undefined {
  if (!line.includes('"listening"')) return undefined;
  const { port } = JSON.parse(line) as { port?: number };
  return port;
}
