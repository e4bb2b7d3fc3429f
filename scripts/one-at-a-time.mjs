import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { say } from './say.mjs';

const pauseMs = 200;

/** Does `work` while no other process does: two commands started together must not install over one another. */
export async function oneAtATime(lockFolder, work) {
  let hasSaid = false;
  while (!take(lockFolder)) {
    if (!isHeld(lockFolder)) {
      rmSync(lockFolder, { recursive: true, force: true });
      continue;
    }
    if (!hasSaid) say('Another command is preparing this checkout; waiting for it');
    hasSaid = true;
    await delay(pauseMs);
  }
  const release = () => rmSync(lockFolder, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take(lockFolder) {
  try {
    mkdirSync(lockFolder);
    writeFileSync(join(lockFolder, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** A lock whose holder is gone, killed in the middle, is nobody's. */
function isHeld(lockFolder) {
  try {
    process.kill(Number(readFileSync(join(lockFolder, 'pid'), 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
