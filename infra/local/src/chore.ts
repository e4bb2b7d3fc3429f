import { join } from 'node:path';
import { lastWords, startGuarded } from '@minzheng/backing';
import type { Ending } from './ending.ts';
import { environmentOf, nodeCommand } from './environment.ts';
import { OneLine } from './one-line.ts';
import { type Places, repository } from './places.ts';

const graceMs = 2000;
const shownLines = 8;

/** A program of ours that is run to its end: with a `log` it is quiet, without one it speaks in this terminal. */
export interface Chore {
  name: string;
  entry: string;
  args: readonly string[];
  settings: Record<string, string>;
  isQuiet: boolean;
}

/** Runs a chore to its end, or ends it when the platform is to end. @throws OneLine with its last words when it fails. */
export async function runChore(chore: Chore, places: Places, ending: Ending): Promise<void> {
  const logFile = join(places.logsDir, `${chore.name}.log`);
  const { command, args } = nodeCommand(chore.entry);
  const running = await startGuarded({
    name: chore.name,
    command,
    args: [...args, ...chore.args],
    cwd: repository,
    env: environmentOf(chore.settings),
    ...(chore.isQuiet ? { logFile } : {}),
  });
  try {
    const code = await ending.unless(running.ended);
    if (code === 0) return;
    const words = chore.isQuiet ? `: its last words in ${logFile}:\n  ${lastWords(logFile, shownLines)}` : '';
    throw new OneLine(`${chore.name} failed with exit code ${code}${words}`);
  } finally {
    await running.stop(graceMs);
  }
}
