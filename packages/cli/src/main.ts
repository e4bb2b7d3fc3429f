import { runCommand } from './run-command.ts';
import { USAGE, UsageError } from './usage.ts';

const BROKEN = 1;
const MISUSED = 2;

try {
  const isWell = await runCommand(process.argv.slice(2), { env: process.env, say: (line) => console.log(line) });
  process.exitCode = isWell ? 0 : BROKEN;
} catch (error) {
  const isMisuse = error instanceof UsageError;
  console.error(`minzheng: ${(error as Error).message}${isMisuse ? `\n\n${USAGE}` : ''}`);
  process.exitCode = isMisuse ? MISUSED : BROKEN;
}
