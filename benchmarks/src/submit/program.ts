import { join } from 'node:path';
import { freePorts, keepRunning, lastWords, waitUntil } from '@minzheng/backing';

const repository = join(import.meta.dirname, '../../..');
const READY_MS = 60_000;
const STOP_MS = 20_000;
const SHOWN_LINES = 5;

/** A process of its own, as in production: what runs in the one that measures would be measured with it. */
export interface RunningProgram {
  readonly url: string;
  pid(): number | undefined;
  stop(): Promise<void>;
}

export interface ProgramRequest {
  readonly name: string;
  /** From the repository's root. */
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  readonly logsDir: string;
}

/** Starts it on a free port and waits until it is ready. Throws with its last words when it does not become so. */
export async function startProgram({ name, entry, env, logsDir }: ProgramRequest): Promise<RunningProgram> {
  const [port = 0] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const logFile = join(logsDir, `${name}.log`);
  const args = ['--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'];
  const kept = await keepRunning(
    {
      name,
      command: process.execPath,
      args: [...args, join(repository, entry)],
      env: { PATH: process.env['PATH'] ?? '', ...env, PORT: String(port) },
      logFile,
    },
    () => undefined,
  );
  const stop = (): Promise<void> => kept.stop(STOP_MS);
  try {
    await waitUntil(name, READY_MS, async () => (await fetch(`${url}/readyz`)).ok);
  } catch (cause) {
    await stop();
    throw new Error(`${name} is not ready:\n${lastWords(logFile, SHOWN_LINES)}`, { cause });
  }
  return { url, pid: () => kept.pid(), stop };
}

/** Those that are up at the moment. */
export const pidsOf = (programs: readonly RunningProgram[]): number[] => programs.flatMap((one) => one.pid() ?? []);
