import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Whatever a run breaks on this machine is put right again, also when the run itself is killed with -9. */
export interface Aftermath {
  /** Promises that `command` will be run: by the function given back, or by `settle`, or by the watcher once this process is gone. */
  owe(command: readonly [string, ...string[]]): () => void;
  /** Runs all that is still owed, the latest first. */
  settle(): void;
  /** Settles, and lets the watcher go. */
  end(): Promise<void>;
}

/** Starts the watcher: a process of its own that outlives this one and runs what is then owed. */
export function openAftermath(): Aftermath {
  const watcher = spawn(process.execPath, [fileURLToPath(new URL('aftermath-watcher.ts', import.meta.url))], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const ended = once(watcher, 'exit');
  const open = new Map<number, () => void>();
  let last = 0;
  const tell = (entry: { id: number; command?: readonly string[] }): void => {
    watcher.stdin.write(`${JSON.stringify(entry)}\n`);
  };
  const settle = (): void => [...open.values()].toReversed().forEach((run) => run());
  return {
    owe: (command) => {
      const id = (last += 1);
      tell({ id, command });
      const run = (): void => {
        if (!open.delete(id)) return;
        const [program, ...args] = command;
        spawnSync(program, args, { stdio: 'ignore' });
        tell({ id });
      };
      open.set(id, run);
      return run;
    },
    settle,
    end: async () => {
      settle();
      watcher.stdin.end();
      await ended;
    },
  };
}
