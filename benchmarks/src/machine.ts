import { execFile } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);
const GIB = 1_073_741_824;

/** What a figure was measured on; without it the figure says nothing. */
export interface Provenance {
  readonly machine: string;
  readonly kernel: string;
  readonly node: string;
  readonly commit: string;
  readonly at: string;
}

export async function provenance(): Promise<Provenance> {
  const model = cpus()[0]?.model ?? 'unknown processor';
  return {
    machine: `${model}, ${cpus().length} cores, ${Math.round(totalmem() / GIB)} GiB`,
    kernel: release(),
    node: process.version,
    commit: await commit(),
    at: new Date().toISOString(),
  };
}

/** With a plus sign when the sources differ from it. */
async function commit(): Promise<string> {
  const cwd = import.meta.dirname;
  try {
    const [head, changes] = await Promise.all([
      run('git', ['rev-parse', '--short', 'HEAD'], { cwd }),
      run(
        'git',
        ['status', '--porcelain', '--untracked-files=no', '--', ':/packages', ':/services', ':/benchmarks/src'],
        { cwd },
      ),
    ]);
    return `${head.stdout.trim()}${changes.stdout === '' ? '' : '+'}`;
  } catch {
    return 'not a checkout';
  }
}
