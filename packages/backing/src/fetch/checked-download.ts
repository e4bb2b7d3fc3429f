import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The SHA-256 of a file, in hex. */
export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}

/** The SHA-256 of bytes in memory, in hex. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** @throws when a fetched thing is not the one that was pinned. */
export function refuseOtherThan(expected: string, actual: string, what: string): void {
  if (actual !== expected) {
    throw new Error(`${what} is not the pinned one: its SHA-256 is ${actual}, expected ${expected}. It was not used.`);
  }
}

/**
 * Fills a folder beside `folder` and moves it into place at once, so that a half-fetched server is never mistaken for a whole one
 * and two starts at the same time do not disturb one another.
 */
export async function fillFolder(folder: string, fill: (empty: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const empty = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    await fill(empty);
    await rename(empty, folder).catch((error: NodeJS.ErrnoException) => {
      const anotherWasFaster = error.code === 'ENOTEMPTY' || error.code === 'EEXIST';
      if (!anotherWasFaster) throw error;
    });
  } finally {
    await rm(empty, { recursive: true, force: true });
  }
}
