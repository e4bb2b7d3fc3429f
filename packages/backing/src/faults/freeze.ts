import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { signal } from '../processes/guarded-process.ts';

const thawer = 'echo ready; cat >/dev/null; kill -CONT "$1" 2>/dev/null';

/** A process that stands still until it is thawed; to thaw it twice does nothing more. */
export interface Frozen {
  thaw: () => Promise<void>;
}

/**
 * Stops a process where it stands (SIGSTOP). It goes on at `thaw`, and as soon as the process that froze it is gone,
 * even by kill -9: a broker that was left frozen makes every later measurement a lie.
 * @throws when there is no such process.
 */
export async function freeze(pid: number): Promise<Frozen> {
  const shell = spawn('/bin/sh', ['-c', thawer, 'thawer', String(pid)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  const gone = once(shell, 'exit');
  await once(shell.stdout, 'data');
  if (!signal(pid, 'SIGSTOP')) {
    shell.stdin.end();
    throw new Error(`there is no process ${pid} to freeze`);
  }
  return {
    thaw: async () => {
      shell.stdin.end();
      await gone;
    },
  };
}
