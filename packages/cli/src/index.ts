export { runCommand } from './run-command.ts';
export type { Surroundings } from './run-command.ts';
export { USAGE, UsageError } from './usage.ts';
