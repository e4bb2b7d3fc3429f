import { spawn } from 'node:child_process';
import { bring } from './bring.mjs';
import { root } from './versions.mjs';

const { env } = await bring();
spawn('oxfmt', process.argv.slice(2), { cwd: root, env, stdio: 'inherit' }).once('exit', (code) =>
  process.exit(code ?? 1),
);
