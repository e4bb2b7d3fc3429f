import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';

const MAIN = fileURLToPath(new URL('../workload/reader-main.ts', import.meta.url));

/** A topic that is not there is said at once; nothing of ours makes one in passing. */
export const topicMissing: Row = {
  number: 36,
  name: 'a topic is missing at the start',
  run: async (bench) => {
    const env = { PATH: process.env['PATH'] ?? '', ...bench.envOf('reader'), TOPIC_PREFIX: 'nowhere.', PORT: '0' };
    const said: Buffer[] = [];
    const child = bench.inject('a prefix without topics', () =>
      spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
    );
    child.stderr.on('data', (piece: Buffer) => said.push(piece));
    const [code] = (await once(child, 'close')) as [number | null];
    const text = Buffer.concat(said).toString();
    expectThat(code === 1, `it ended with ${code}`);
    expectThat(text.includes('topics are missing: minzheng.applications.v1'), `it said: ${text.slice(0, 200)}`);
    const topics = await bench.bus.topicsMissing(['nowhere.minzheng.applications.v1']);
    expectThat(topics.length === 1, 'the topic was made in passing');
    await bench.startAll();
  },
};
