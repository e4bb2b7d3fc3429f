import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';
import { type Backing, signal, startBacking, waitUntil } from '../src/index.ts';

const serversDir = join(import.meta.dirname, '../../../.local/servers');
const topic = 'kept-topic';
const limitMs = 60_000;
const given = ['KAFKA_BROKERS', 'MONGODB_URI', 'REDIS_URL', 'MINZHENG_BACKING'];
const before = given.map((name) => [name, process.env[name]] as const);

let dataDir = '';
let backing: Backing | undefined;

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'minzheng-second-start-'));
  for (const name of given) delete process.env[name];
  process.env['MINZHENG_BACKING'] = 'processes';
});

afterAll(async () => {
  await backing?.stop();
  rmSync(dataDir, { recursive: true, force: true });
  for (const [name, value] of before) {
    delete process.env[name];
    if (value !== undefined) process.env[name] = value;
  }
});

const start = async (): Promise<Backing> => {
  backing = await startBacking({ dataDir, serversDir });
  return backing;
};

async function write({ kafkaBrokers, mongodbUri }: Backing): Promise<void> {
  const admin = new Kafka({ brokers: kafkaBrokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic }], waitForLeaders: false });
  await admin.disconnect();
  const client = new mongoose.mongo.MongoClient(mongodbUri);
  await client
    .db('kept')
    .collection('rows')
    .insertOne({ n: 42 }, { writeConcern: { w: 'majority', j: true } });
  await client.close();
}

async function read({ kafkaBrokers, mongodbUri }: Backing): Promise<{ rows: number; hasTopic: boolean }> {
  const admin = new Kafka({ brokers: kafkaBrokers, logLevel: logLevel.NOTHING, retry: { retries: 0 } }).admin();
  const client = new mongoose.mongo.MongoClient(mongodbUri, { serverSelectionTimeoutMS: 2000 });
  try {
    await admin.connect();
    const hasTopic = (await admin.listTopics()).includes(topic);
    return { rows: await client.db('kept').collection('rows').countDocuments({ n: 42 }), hasTopic };
  } finally {
    await admin.disconnect();
    await client.close();
  }
}

describe('a second start on the same data folder', () => {
  test(
    'finds the data on other ports, after an orderly stop',
    async () => {
      const first = await start();
      await write(first);
      await first.stop();
      const second = await start();
      expect(second.mongodbUri).not.toBe(first.mongodbUri);
      expect(await read(second)).toEqual({ rows: 1, hasTopic: true });
      await second.stop();
    },
    limitMs,
  );

  test(
    'finds the data after a kill -9 of every server, each of which comes back by itself under the same address',
    async () => {
      const running = await start();
      const killed = { ...running.pids };
      expect(Object.keys(killed).toSorted()).toEqual(['kafka', 'mongod', 'redis']);
      for (const pid of Object.values(killed)) signal(pid, 'SIGKILL');
      await waitUntil('all three are back', 20_000, async () =>
        Object.entries(killed).every(([name, pid]) => (running.pids[name] ?? pid) !== pid),
      );
      await waitUntil('their data is there', 30_000, async () => {
        const found = await read(running);
        return found.rows === 1 && found.hasTopic;
      });
      await running.stop();
      for (const pid of Object.values(running.pids)) expect(signal(pid, 0)).toBe(false);
    },
    limitMs,
  );
});
