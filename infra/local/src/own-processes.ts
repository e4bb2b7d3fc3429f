import { join } from 'node:path';
import { keepRunning, type KeptProcess, type KeptProcessNews, lastWords, waitUntil } from '@minzheng/backing';
import { environmentOf, nodeCommand } from './environment.ts';
import { OneLine } from './one-line.ts';
import { repository } from './places.ts';
import { type OwnProcess, type ServerSettings, type Surroundings, traceSettings, urlOf } from './process-table.ts';

const readyLimitMs = 60_000;
const hopelessAfterEnds = 3;
const shownLines = 5;

/** A process of ours that runs, and where it answers. */
export interface RunningProcess {
  name: string;
  kept: KeptProcess;
  url: string;
  readyPath: string;
  graceMs: number;
  log: string;
}

/** Starts one process, kept running until it is told to stop. It is not ready yet. */
export async function startOwn(
  own: OwnProcess,
  around: Surroundings,
  servers: ServerSettings,
  tell: KeptProcessNews,
): Promise<RunningProcess> {
  const { name, entry, readyPath = '/readyz', graceMs = Infinity } = own;
  const log = join(around.places.logsDir, `${name}.log`);
  const settings = {
    PORT: String(around.ports[name]),
    ...(around.hasTraces && traceSettings(around.ports)),
    ...own.settings(around, servers),
  };
  const program = {
    name,
    ...(typeof entry === 'string' ? nodeCommand(entry) : entry),
    cwd: repository,
    env: environmentOf(settings),
    logFile: log,
  };
  return { name, kept: await keepRunning(program, tell), url: urlOf(around.ports, name), readyPath, graceMs, log };
}

/** Waits until a process says that it is ready. @throws OneLine with its last words when it does not. */
export async function waitUntilReady(
  { name, kept, url, readyPath, log }: RunningProcess,
  ending: AbortSignal,
): Promise<void> {
  const isReady = async (): Promise<boolean> => (await fetch(`${url}${readyPath}`)).ok;
  const isHopeless = (): boolean => ending.aborted || kept.ends() >= hopelessAfterEnds;
  await waitUntil(name, readyLimitMs, isReady, isHopeless).catch((cause: Error) => {
    throw new OneLine(`${cause.message}. Its last words in ${log}:\n  ${lastWords(log, shownLines)}`, { cause });
  });
}
