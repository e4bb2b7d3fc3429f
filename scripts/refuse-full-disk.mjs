import { statfsSync } from 'node:fs';
import { giveUp } from './say.mjs';
import { root } from './versions.mjs';

const neededBytes = 1_500_000_000;

const inMb = (bytes) => `${Math.round(bytes / 1e6)} MB`;

/** Ends with one line before something large is fetched onto a disk that cannot hold it. */
export function refuseFullDisk() {
  const { bavail, bsize } = statfsSync(root);
  const freeBytes = bavail * bsize;
  if (freeBytes >= neededBytes) return;
  giveUp(
    `The disk is too full: ${inMb(freeBytes)} are free, ${inMb(neededBytes)} are needed. Free some, then run this again.`,
  );
}
