import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import type { Admin } from 'kafkajs';
import mongoose from 'mongoose';
import type { Bench } from './bench.ts';
import type { Cluster } from './cluster.ts';

const OFFSETS_TOPIC = '__consumer_offsets';
const ANSWER_MS = 3_000;

/** The name of the mongod that takes writes. Throws when none says so. */
export async function primaryOf(cluster: Cluster): Promise<string> {
  const answers = await Promise.all(cluster.mongodAddresses.map((address) => isPrimary(address)));
  const name = cluster.mongodNames[answers.indexOf(true)];
  if (name === undefined) throw new Error('no mongod says that it is the primary');
  return name;
}

export async function secondariesOf(cluster: Cluster): Promise<string[]> {
  const primary = await primaryOf(cluster);
  return cluster.mongodNames.filter((name) => name !== primary);
}

async function isPrimary(address: string): Promise<boolean> {
  const uri = `mongodb://${address}/?directConnection=true&serverSelectionTimeoutMS=${ANSWER_MS}`;
  const client = new mongoose.mongo.MongoClient(uri, { socketTimeoutMS: ANSWER_MS });
  try {
    return (await client.db('admin').command({ hello: 1 }))['isWritablePrimary'] === true;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}

/** The broker that leads a partition. */
export function leaderOf(cluster: Cluster, topic: string, partition: number): Promise<string> {
  return asking(cluster, async (admin) => {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    const found = topics[0]?.partitions.find(({ partitionId }) => partitionId === partition);
    return brokerName(cluster, found?.leader);
  });
}

/** The broker that coordinates a consumer group: the leader of the group's partition of the offsets topic. */
export function coordinatorOf(cluster: Cluster, group: string): Promise<string> {
  return asking(cluster, async (admin) => {
    const { topics } = await admin.fetchTopicMetadata({ topics: [OFFSETS_TOPIC] });
    const partitions = topics[0]?.partitions ?? [];
    const wanted = (javaHash(group) & 0x7fff_ffff) % partitions.length;
    return brokerName(cluster, partitions.find(({ partitionId }) => partitionId === wanted)?.leader);
  });
}

/** The broker that is the active controller, as the voters themselves have it on disk. */
export async function controllerOf(cluster: Cluster): Promise<string> {
  const states = await Promise.all(cluster.brokerNames.map((_, index) => quorumState(cluster, index + 1)));
  const newest = states.toSorted((a, b) => b.leaderEpoch - a.leaderEpoch).find(({ leaderId }) => leaderId > 0);
  return brokerName(cluster, newest?.leaderId);
}

async function quorumState(cluster: Cluster, node: number): Promise<{ leaderId: number; leaderEpoch: number }> {
  const file = join(cluster.dataDir, 'kafka', `node-${node}`, '__cluster_metadata-0', 'quorum-state');
  const { leaderId = -1, leaderEpoch = -1 } = JSON.parse(await readFile(file, 'utf8')) as {
    leaderId?: number;
    leaderEpoch?: number;
  };
  return { leaderId, leaderEpoch };
}

function brokerName(cluster: Cluster, node: number | undefined): string {
  const name = cluster.brokerNames[(node ?? 0) - 1];
  if (name === undefined) throw new Error('no broker holds that office');
  return name;
}

/** String.hashCode of Java, by which Kafka deals groups to the partitions of its offsets topic. */
function javaHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}

/** Kafka's own memory of how far the reader has come, moved to one end; the reader must not be running. */
export function resetOffsets({ cluster, prefix, topic }: Bench, to: 'beginning' | 'end'): Promise<void> {
  return asking(cluster, (admin) =>
    admin.resetOffsets({ groupId: `${prefix}reader`, topic, earliest: to === 'beginning' }),
  );
}

/** Asks as a stranger, with a client that is used once. */
export async function asking<T>(cluster: Cluster, question: (admin: Admin) => Promise<T>): Promise<T> {
  const kafka = new Kafka({
    clientId: 'faults',
    brokers: [...cluster.brokerAddresses],
    connectionTimeout: 1_000,
    requestTimeout: ANSWER_MS,
    logLevel: logLevel.NOTHING,
  });
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await question(admin);
  } finally {
    await admin.disconnect();
  }
}
