import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBacking } from '@minzheng/backing';

const variables = { kafka: 'MINZHENG_TEST_KAFKA', mongodb: 'MINZHENG_TEST_MONGODB', redis: 'MINZHENG_TEST_REDIS' };
const serversDir = join(import.meta.dirname, '../../../.local/servers');

/** Starts real Kafka, MongoDB and Redis once for a whole run, unless a developer holds them up and has exported their addresses. */
export default async function startServersForTests() {
  const only = Object.keys(variables).filter((kind) => !process.env[variables[kind]]);
  if (only.length === 0) return;
  const dataDir = await mkdtemp(join(tmpdir(), 'minzheng-test-'));
  const backing = await startBacking({
    dataDir,
    serversDir,
    only,
    onProgress: (line) => process.stderr.write(`${line}\n`),
  });
  globalThis.minzhengTestServers = { backing, dataDir };
  const addresses = { kafka: backing.kafkaBrokers.join(','), mongodb: backing.mongodbUri, redis: backing.redisUrl };
  for (const kind of only) process.env[variables[kind]] = addresses[kind];
}
