import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { execPath } from 'node:process';
import type { Channel } from '../channel.ts';

const PLANTED_MS = 600_000;

/** How every process of the platform was called: what stands there, everybody on the machine may read. */
export const processes: Channel = {
  name: 'processes',
  async *read({ platform, localDir }) {
    const named = new Set(Object.values(platform.processes).map(({ pid }) => String(pid)));
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
      const [command, environment, status] = await Promise.all([
        of(pid, 'cmdline'),
        of(pid, 'environ'),
        of(pid, 'status'),
      ]);
      const bytes = Buffer.concat([command, environment]);
      const isOurs = named.has(pid) || bytes.includes(localDir);
      if (isOurs) yield { where: nameIn(status), bytes };
    }
  },
  plant({ localDir }, bytes) {
    const wait = `setTimeout(() => {}, ${PLANTED_MS})`;
    spawn(execPath, ['-e', wait, localDir, bytes.toString('utf8')], { stdio: 'ignore' }).unref();
    return Promise.resolve();
  },
};

/** Nothing of a process that has ended, or is somebody else's. */
const of = (pid: string, what: string): Promise<Buffer> =>
  readFile(`/proc/${pid}/${what}`).catch(() => Buffer.alloc(0));

const nameIn = (status: Buffer): string => /^Name:\s*(.*)$/m.exec(status.toString('utf8'))?.[1] ?? 'a process';
