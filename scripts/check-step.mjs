import { spawn } from 'node:child_process';
import { bring } from './bring.mjs';
import { checkSteps } from './check-steps.mjs';
import { root } from './versions.mjs';

/** One step by itself, the way turbo runs it: its inputs stand in turbo.json. */
const [command, ...args] = checkSteps[process.argv[2]];
const { env } = await bring();
spawn(command, args, { cwd: root, env, stdio: 'inherit' }).once('exit', (code) => process.exit(code ?? 1));
