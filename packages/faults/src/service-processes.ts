import { join } from 'node:path';
import { freePorts, keepRunning } from '@minzheng/backing';
import type { KeptProcess } from '@minzheng/backing';
import { waitUntil } from '@minzheng/backing';

const START_MS = 60_000;
const STOP_MS = 20_000;

/** A service of the workload as a process that is started again whenever it ends. */
export interface ServiceProcess {
  readonly name: string;
  readonly url: string;
  readonly logFile: string;
  pid(): number | undefined;
  ends(): number;
  isReady(): Promise<boolean>;
  stop(): Promise<void>;
}

export interface ServiceRequest {
  readonly name: string;
  readonly main: string;
  readonly env: Readonly<Record<string, string>>;
  readonly logsDir: string;
}

/** Starts it on a port of its own, which it keeps through all its lives, and waits until it is ready. */
export async function startServiceProcess({ name, main, env, logsDir }: ServiceRequest): Promise<ServiceProcess> {
  const [port = 0] = await freePorts(1);
  const logFile = join(logsDir, `${name}.log`);
  const kept: KeptProcess = await keepRunning(
    {
      name,
      command: process.execPath,
      args: ['--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning', main],
      env: { PATH: process.env['PATH'] ?? '', ...env, PORT: String(port) },
      logFile,
    },
    () => undefined,
  );
  const url = `http://127.0.0.1:${port}`;
  const isReady = (): Promise<boolean> =>
    fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3_000) }).then(({ ok }) => ok);
  await waitUntil(name, START_MS, isReady);
  return {
    name,
    url,
    logFile,
    pid: () => kept.pid(),
    ends: () => kept.ends(),
    isReady: () => isReady().catch(() => false),
    stop: () => kept.stop(STOP_MS),
  };
}
