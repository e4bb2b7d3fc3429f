import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Admin, ConfigResourceTypes, Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';
import {
  type Backing,
  findActiveController,
  findGroupCoordinator,
  findPartitionLeader,
  findPrimary,
  freeze,
  signal,
  startBacking,
  waitUntil,
} from '../src/index.ts';

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

const pidAt = (address: string): number => cluster.pids[nameAt(address)] ?? 0;

const stateOf = (pid: number): string =>
  execFileSync('ps', ['-o', 'stat=', '-p', String(pid)])
    .toString()
    .charAt(0);

async function withAdmin<T>(ask: (admin: Admin) => Promise<T>): Promise<T> {
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

/** Waits until a finder names another member than it did. */
async function another(what: string, find: () => Promise<string>, than: string): Promise<string> {
  let found = than;
  await waitUntil(what, 20_000, async () => {
    found = await find();
    return found !== than;
  });
  return found;
}

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

  test('another takes over when the primary, or a leader and coordinator, is killed; the killed one comes back', async () => {
    const { kafkaBrokers, mongodbUri } = cluster;
    const primary = await findPrimary(mongodbUri);
    const leader = await findPartitionLeader(kafkaBrokers, topic, 0);
    const killed = [primary, leader].map((address) => ({ name: nameAt(address), pid: pidAt(address) }));
    for (const { pid } of killed) expect(signal(pid, 'SIGKILL')).toBe(true);
    await another('another primary', () => findPrimary(mongodbUri), primary);
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

  test('name another active controller while the first is frozen, which goes on when it is thawed', async () => {
    const { kafkaBrokers } = cluster;
    const controller = await findActiveController(kafkaBrokers);
    expect(kafkaBrokers).toContain(controller);
    const pid = pidAt(controller);
    const frozen = await freeze(pid);
    try {
      expect(stateOf(pid)).toBe('T');
      const next = await another('another controller', () => findActiveController(kafkaBrokers), controller);
      expect(kafkaBrokers).toContain(next);
    } finally {
      await frozen.thaw();
    }
    expect(stateOf(pid)).not.toBe('T');
  });

  test('name the broker that coordinates a group', async () => {
    let coordinator = '';
    await waitUntil('a coordinator', 20_000, async () => {
      coordinator = await findGroupCoordinator(cluster.kafkaBrokers, 'some-group');
      return true;
    });
    expect(cluster.kafkaBrokers).toContain(coordinator);
    expect(await findGroupCoordinator(cluster.kafkaBrokers, 'some-group')).toBe(coordinator);
  });

  test('are refused by a start with another number', async () => {
    const start = startBacking({ dataDir, serversDir, brokers: 2, only: ['kafka'] });
    await expect(start).rejects.toThrow(/was written by 3 Kafka brokers, not by 2/);
  });
});
