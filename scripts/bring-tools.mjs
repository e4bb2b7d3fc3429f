import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainFailure } from './explain-failure.mjs';
import { refuseFullDisk } from './refuse-full-disk.mjs';
import { runQuietly } from './run-quietly.mjs';
import { giveUp, say, secondsSince } from './say.mjs';
import { nodeVersion, pnpmVersion, root } from './versions.mjs';

const nodePackage = process.platform === 'linux' ? `node-linux-${process.arch}` : 'node';
const folder = join(root, '.local', 'tools', `node-${nodeVersion}-pnpm-${pnpmVersion}`);

/** Where the exact Node and pnpm stand; brought by npm at the first call. */
export async function bringTools() {
  if (!existsSync(folder)) await fetchTools();
  const pnpm = [`@pnpm/exe.${process.platform}-${process.arch}/pnpm`, 'pnpm/pnpm'].map((path) => inside(path));
  return {
    node: inside(nodePackage, 'bin', 'node'),
    pnpm:
      pnpm.find((file) => existsSync(file)) ??
      giveUp(`pnpm is not in ${folder}: remove that folder, then run this again.`),
    path: [inside(nodePackage, 'bin'), inside('.bin')],
  };
}

const inside = (...parts) => join(folder, 'node_modules', ...parts);

/** Fills a folder beside its place, so that an interrupted download is never taken for a whole one. */
async function fetchTools() {
  refuseFullDisk();
  const start = performance.now();
  say(`Bringing Node ${nodeVersion} and pnpm ${pnpmVersion} (once, about 10 s)`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(join(unfinished, 'package.json'), '{ "private": true }\n');
  const wanted = [`${nodePackage}@${nodeVersion}`, `pnpm@${pnpmVersion}`];
  const quiet = [
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    // A command that was told to be silent still has to know why npm failed.
    '--loglevel=error',
    '--fetch-retries=1',
    '--fetch-retry-mintimeout=1000',
  ];
  const result = await runQuietly('npm', ['install', '--save-exact', ...quiet, ...wanted], { cwd: unfinished });
  if (result.code !== 0) giveUp(explainFailure(`Bringing Node ${nodeVersion} and pnpm ${pnpmVersion}`, result.output));
  renameSync(unfinished, folder);
  say(`Brought Node ${nodeVersion} and pnpm ${pnpmVersion} in ${secondsSince(start)}`);
}
