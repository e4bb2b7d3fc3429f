import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { OneLine } from './one-line.ts';

const execute = promisify(execFile);

/**
 * Claims a platform folder for this supervisor; the answer gives it back. A claim whose process is gone, or is another
 * program by now, is nobody's.
 * @throws OneLine when another supervisor is at work there.
 */
export async function claim(file: string): Promise<() => Promise<void>> {
  const pid = Number(await readFile(file, 'utf8').catch(() => '0'));
  if (pid > 0 && pid !== process.pid && (await isSupervisor(pid))) {
    throw new OneLine(
      `The platform of this checkout is already running (process ${pid}): use it, or end it with Ctrl-C or kill ${pid} first.`,
    );
  }
  await rm(file, { force: true });
  await writeFile(file, String(process.pid), { mode: 0o600, flag: 'wx' });
  return () => rm(file, { force: true });
}

async function isSupervisor(pid: number): Promise<boolean> {
  const { stdout } = await execute('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }));
  return stdout.includes('infra/local/src/main.ts');
}
