import { execFile } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const largestOutputBytes = 4 * 1024 * 1024;

/** Runs a short command to its end. @throws with the command's own last words when it fails. */
export async function run(command: string, args: readonly string[], timeoutMs = 300_000): Promise<string> {
  try {
    const { stdout, stderr } = await execute(command, args, { timeout: timeoutMs, maxBuffer: largestOutputBytes });
    return stdout + stderr;
  } catch (error) {
    const output = error as { stderr?: string; message: string };
    const lastWords = (output.stderr ?? '').trim().split('\n').slice(-3).join(' ');
    throw new Error(`${command} failed: ${lastWords || output.message}`, { cause: error });
  }
}

/** Where an executable of this name stands on PATH. */
export function findOnPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((file) => isExecutable(file));
}

/** True for a file this user may run. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
