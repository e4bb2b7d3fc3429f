import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainFailure } from './explain-failure.mjs';
import { refuseFullDisk } from './refuse-full-disk.mjs';
import { runQuietly } from './run-quietly.mjs';
import { giveUp, say, secondsSince } from './say.mjs';
import { nodeVersion, root } from './versions.mjs';

const stamp = join(root, 'node_modules', '.minzheng-installed');

/** Installs what the lockfile names when it is not what is installed. The stamp lies in node_modules: it goes when they go. */
export async function bringDependencies({ pnpm, path }) {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  refuseFullDisk();
  const start = performance.now();
  say('Installing the dependencies that pnpm-lock.yaml names (about 15 s at first)');
  const args = ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false'];
  const result = await runQuietly(pnpm, args, { cwd: root, env: withPath(path) });
  if (result.code !== 0) giveUp(explainFailure('Installing the dependencies', result.output));
  writeFileSync(stamp, wanted);
  say(`Installed the dependencies in ${secondsSince(start)}`);
}

/** The environment with these folders first on PATH. */
export const withPath = (folders) => ({ ...process.env, PATH: [...folders, process.env.PATH].join(':') });

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml')));
  return hash.update(`${nodeVersion} ${process.platform} ${process.arch}`).digest('hex');
}
