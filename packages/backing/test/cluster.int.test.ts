import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Admin, ConfigResourceTypes, Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';
import { type Backing, signal, startBacking, waitUntil } from '../src/index.ts';

const serversDir = join(import.meta.dirname, '../../../.local/servers');
const given = ['KAFKA_BROKERS', 'MONGODB_URI', 'REDIS_URL', 'MINZHENG_BACKING'];
const before = given.map((name) => [name, process.env[name]] as const);
const limitMs = 60_000;
const topic = 'three-copies';

let dataDir = '';
let cluster: Backing;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'minzheng-cluster-'));
  for (const name of given) delete process.env[name];
  process.env['MINZHENG_BACKING'] = 'processes';
  cluster = await startBacking({ dataDir, serversDir, brokers: 3, mongods: 3, only: ['kafka', 'mongodb'] });
  await withAdmin(async (admin) => {
    await admin.createTopics({ topics: [{ topic, numPartitions: 1 }], waitForLeaders: false });
  });
}, limitMs);

afterAll(async () => {
  await cluster.stop(5000);
  rmSync(dataDir, { recursive: true, force: true });
  for (const [name, value] of before) {
    delete process.env[name];
    if (value !== undefined) process.env[name] = value;
  }
}, limitMs);

const nameAt = (address: string): string =>
  Object.entries(cluster.addresses).find(([, one]) => one === address)?.[0] ?? '';

const LEARNS_WITHIN_MS = 20_000;

/** A broker learns of a new topic a moment after the one that has made it. */
async function withAdmin<T>(ask: (admin: Admin) => Promise<T>): Promise<T> {
  const endMs = performance.now() + LEARNS_WITHIN_MS;
  for (;;) {
    try {
      return await askOnce(ask);
    } catch (error) {
      const isNew = (error as { type?: unknown }).type === 'UNKNOWN_TOPIC_OR_PARTITION';
      if (!isNew || performance.now() > endMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function askOnce<T>(ask: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = new Kafka({ brokers: cluster.kafkaBrokers, logLevel: logLevel.NOTHING }).admin();
  try {
    await admin.connect();
    return await ask(admin);
  } finally {
    await admin.disconnect();
  }
}

async function askMongod(command: Record<string, unknown>): Promise<Record<string, unknown>> {
  const client = new mongoose.mongo.MongoClient(cluster.mongodbUri);
  try {
    return await client.db('admin').command(command);
  } finally {
    await client.close();
  }
}

const primary = async (): Promise<string> => String((await askMongod({ hello: 1 }))['me']);

const leader = async (): Promise<string> =>
  await withAdmin(async (admin) => {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    return `kafka-${topics[0]?.partitions[0]?.leader}`;
  });

describe('three brokers and three mongods', () => {
  test('are processes of their own, named, and all in the addresses', () => {
    const names = ['kafka-1', 'kafka-2', 'kafka-3', 'mongod-1', 'mongod-2', 'mongod-3'];
    expect(Object.keys(cluster.pids).toSorted()).toEqual(names);
    expect(new Set(Object.values(cluster.pids)).size).toBe(6);
    expect(cluster.kafkaBrokers).toHaveLength(3);
    for (const name of names.slice(3)) expect(cluster.mongodbUri).toContain(cluster.addresses[name]);
  });

  test('keep every topic in three copies, two of which must have a message', async () => {
    const { partitions, settings } = await withAdmin(async (admin) => ({
      partitions: (await admin.fetchTopicMetadata({ topics: [topic] })).topics[0]?.partitions ?? [],
      settings: await admin.describeConfigs({
        includeSynonyms: false,
        resources: [{ type: ConfigResourceTypes.TOPIC, name: topic }],
      }),
    }));
    expect(partitions.map(({ replicas }) => replicas.length)).toEqual([3]);
    const values = settings.resources[0]?.configEntries ?? [];
    expect(values.find(({ configName }) => configName === 'min.insync.replicas')?.configValue).toBe('2');
    expect(values.find(({ configName }) => configName === 'unclean.leader.election.enable')?.configValue).toBe('false');
  });

  test('elect within two seconds, and a mongod does not wait for a frozen source', async () => {
    const config = (await askMongod({ replSetGetConfig: 1 }))['config'] as { settings: object; members: object[] };
    expect(config.members).toHaveLength(3);
    expect(config.settings).toMatchObject({ electionTimeoutMillis: 2000, heartbeatIntervalMillis: 500 });
    expect(await askMongod({ getParameter: 1, oplogNetworkTimeoutBufferSeconds: 1 })).toMatchObject({
      oplogNetworkTimeoutBufferSeconds: 1,
    });
  });

  test('another takes over when primary and leader are killed, and the killed ones come back', async () => {
    const first = await primary();
    const killed = [nameAt(first), await leader()].map((name) => ({ name, pid: cluster.pids[name] ?? 0 }));
    for (const { pid } of killed) expect(signal(pid, 'SIGKILL')).toBe(true);
    await waitUntil('another primary', 20_000, async () => (await primary()) !== first);
    await waitUntil('both run again', 20_000, async () =>
      killed.every(({ name, pid }) => (cluster.pids[name] ?? pid) !== pid),
    );
    await waitUntil('the copies are whole again', 30_000, async () => {
      const { topics } = await withAdmin(async (admin) => await admin.fetchTopicMetadata({ topics: [topic] }));
      return topics[0]?.partitions[0]?.isr.length === 3;
    });
    await waitUntil('the set is whole again', 20_000, async () => {
      const { members } = (await askMongod({ replSetGetStatus: 1 })) as { members: { stateStr: string }[] };
      return members.every(({ stateStr }) => ['PRIMARY', 'SECONDARY'].includes(stateStr));
    });
  });

  test('are refused by a start with another number', async () => {
    const start = startBacking({ dataDir, serversDir, brokers: 2, only: ['kafka'] });
    await expect(start).rejects.toThrow(/was written by 3 Kafka brokers, not by 2/);
  });
});
