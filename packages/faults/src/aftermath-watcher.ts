import { spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Commands that put right what was done, by a number; the last one owed is run first. */
const owed = new Map<number, readonly string[]>();

function run([command = '', ...args]: readonly string[]): void {
  spawnSync(command, args, { stdio: 'ignore' });
}

// A signal to the group must not take away the one process that puts things right.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => undefined);

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const { id, command } = JSON.parse(line) as { id: number; command?: string[] };
  if (command === undefined) owed.delete(id);
  else owed.set(id, command);
});
lines.on('close', () => {
  for (const command of [...owed.values()].toReversed()) run(command);
});
