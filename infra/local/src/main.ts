import { MissingPrerequisite, OtherMembers } from '@minzheng/backing';
import { listenForEnding } from './ending.ts';
import { OneLine } from './one-line.ts';
import { claim } from './only-one.ts';
import { parseOptions } from './options.ts';
import { makePlaces, repository } from './places.ts';
import { runPlatform } from './run-platform.ts';
import { say } from './say.ts';

const ending = listenForEnding(() => say('\nStopping.'));

try {
  const options = await parseOptions(process.argv.slice(2), repository);
  const places = await makePlaces(options.localDir);
  const release = await claim(places.supervisorFile);
  try {
    await runPlatform(options, places, ending);
  } finally {
    await release();
  }
} catch (error) {
  process.exitCode = 1;
  say(explain(error));
}
process.exit();

/** One line where the cause is known; the whole error where it is a bug. */
function explain(error: unknown): string {
  if ([OneLine, MissingPrerequisite, OtherMembers].some((kind) => error instanceof kind))
    return (error as Error).message;
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return 'The disk is full: free some space, then start again.';
  return stack ?? message;
}
