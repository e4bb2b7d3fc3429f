import { statfs } from 'node:fs/promises';
import { OneLine } from './one-line.ts';

const neededBytes = 500_000_000;

/** @throws OneLine where the servers would soon stop for want of room, which they say less plainly. */
export async function refuseFullDisk(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = Math.round((bavail * bsize) / 1e6);
  if (bavail * bsize >= neededBytes) return;
  throw new OneLine(
    `The disk of ${folder} is too full: ${free} MB are free, ${neededBytes / 1e6} MB are needed. Free some, then start again.`,
  );
}
