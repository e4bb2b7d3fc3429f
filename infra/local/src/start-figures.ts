import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const kibibyte = 1024;
const megabyte = 1_000_000;

/** What a start is measured by. */
export interface StartFigures {
  /** Nothing was there from an earlier start. */
  isFirst: boolean;
  /** From the command to the moment when every process was ready, in ms; the demonstration comes after. */
  readyMs: number;
  /** Process ids by name. */
  pids: Readonly<Record<string, number>>;
}

/** One line: how long the start took, and what each process and all of them hold in memory. */
export async function startFigures({ isFirst, readyMs, pids }: StartFigures): Promise<string> {
  const resident = await residentBytes(pids);
  const rows = Object.entries(resident).map(([name, bytes]) => `${name} ${inMegabytes(bytes)}`);
  const sum = Object.values(resident).reduce((total, bytes) => total + bytes, 0);
  const start = `${isFirst ? 'First' : 'Second or later'} start: ready ${(readyMs / 1000).toFixed(1)} s after the command`;
  return `${start}. Resident memory: ${inMegabytes(sum)} MB in ${rows.length} processes: ${rows.join(' · ')}`;
}

const inMegabytes = (bytes: number): string => Math.round(bytes / megabyte).toLocaleString('en');

/** Resident bytes by name, as the operating system counts them: pages that several share count in each. What has ended is left out. */
export async function residentBytes(
  pids: Readonly<Record<string, number>>,
  system: NodeJS.Platform = process.platform,
): Promise<Record<string, number>> {
  const sizes = system === 'linux' ? await fromProc(Object.values(pids)) : await fromPs(Object.values(pids));
  const rows = Object.entries(pids).flatMap(([name, pid]) => {
    const bytes = sizes.get(pid);
    return bytes === undefined ? [] : [[name, bytes] as const];
  });
  return Object.fromEntries(rows);
}

async function fromProc(pids: readonly number[]): Promise<Map<number, number>> {
  const sizes = new Map<number, number>();
  for (const pid of pids) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
    if (kib !== undefined) sizes.set(pid, Number(kib) * kibibyte);
  }
  return sizes;
}

async function fromPs(pids: readonly number[]): Promise<Map<number, number>> {
  // It fails when one of them has ended meanwhile, and has told of the others by then.
  const told = await execute('ps', ['-o', 'pid=,rss=', '-p', pids.join(',')]).catch(
    (error: { stdout?: string }) => error,
  );
  const rows = (told.stdout ?? '').trim().split('\n');
  return new Map(
    rows.map((row) => row.trim().split(/\s+/).map(Number)).map(([pid = 0, kib = 0]) => [pid, kib * kibibyte]),
  );
}
