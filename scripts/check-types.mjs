import { spawnSync } from 'node:child_process';
import { root } from './versions.mjs';

/** What runs in Node and what runs in a browser know different globals: each is checked with its own. */
const projects = ['.', 'services/portal'];

const codes = projects.map((project) => spawnSync('tsc', ['-p', project], { cwd: root, stdio: 'inherit' }).status ?? 1);
process.exit(Math.max(...codes));
