import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBacking } from './start-backing.ts';

const serversDir = join(import.meta.dirname, '../../../.local/servers');
const dataDir = await mkdtemp(join(tmpdir(), 'minzheng-keep-'));

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const backing = await startBacking({ dataDir, serversDir, onProgress: say });
backing.how.forEach((line) => say(line));
process.stdout.write(
  [
    `export MINZHENG_TEST_KAFKA='${backing.kafkaBrokers.join(',')}'`,
    `export MINZHENG_TEST_MONGODB='${backing.mongodbUri}'`,
    `export MINZHENG_TEST_REDIS='${backing.redisUrl}'\n`,
  ].join('\n'),
);
say('Held up for tests until Ctrl-C; put the three lines above into the shell that runs them.');

let stopping: Promise<void> | undefined;
const stop = (): void => {
  stopping ??= backing.stop().then(() => rm(dataDir, { recursive: true, force: true }));
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
