import { randomInt } from 'node:crypto';
import { argv, stdout } from 'node:process';
import { readOptions } from './options.ts';
import { runAll } from './run-all.ts';

const HIGHEST_SEED = 1_000_000;

const say = (text: string): void => void stdout.write(`${text}\n`);
const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stopping.abort());

const failed = await runAll(readOptions(argv.slice(2), randomInt(HIGHEST_SEED)), say, stopping.signal);
process.exit(failed === 0 ? 0 : 1);
