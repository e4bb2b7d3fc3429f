import { type Admin, Kafka, logLevel } from 'kafkajs';
import { askBroker } from './kafka-wire.ts';

const describeQuorum = 55;
const findCoordinator = 10;
const metadataTopic = '__cluster_metadata';

/** Which broker leads a partition. @returns its `host:port`. @throws when no broker answers or none leads. */
export async function findPartitionLeader(
  brokers: readonly string[],
  topic: string,
  partition: number,
): Promise<string> {
  return await anyOf(brokers, async (broker) => {
    const leader = await withAdmin(broker, async (admin) => {
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
      return topics[0]?.partitions.find(({ partitionId }) => partitionId === partition)?.leader;
    });
    return await addressOf(broker, leader ?? -1);
  });
}

/** Which broker coordinates a consumer group. @returns its `host:port`. @throws when no broker answers or knows. */
export async function findGroupCoordinator(brokers: readonly string[], group: string): Promise<string> {
  const name = Buffer.from(group);
  const length = Buffer.alloc(2);
  length.writeInt16BE(name.length);
  const request = { apiKey: findCoordinator, apiVersion: 0, isFlexible: false, body: Buffer.concat([length, name]) };
  return await anyOf(brokers, async (broker) => {
    const answer = await askBroker(broker, request);
    refuseError(answer.readInt16BE(0), 'FindCoordinator');
    return await addressOf(broker, answer.readInt32BE(2));
  });
}

/**
 * Which broker is the active controller. Kafka's ordinary metadata names any broker as the controller; only the quorum knows.
 * @returns its `host:port`. @throws when no broker answers, or while a controller is being elected.
 */
export async function findActiveController(brokers: readonly string[]): Promise<string> {
  const request = { apiKey: describeQuorum, apiVersion: 0, isFlexible: true, body: oneTopicOnePartition() };
  return await anyOf(brokers, async (broker) => {
    const answer = await askBroker(broker, request);
    refuseError(answer.readInt16BE(0), 'DescribeQuorum');
    // Error code; then a compact array of one topic: its name, and a compact array of one partition: index, error code, leader.
    const partition = 2 + 1 + 1 + metadataTopic.length + 1;
    refuseError(answer.readInt16BE(partition + 4), 'DescribeQuorum');
    return await addressOf(broker, answer.readInt32BE(partition + 6));
  });
}

/** The metadata topic's only partition, in compact arrays, each struct ended by its empty tagged fields. */
function oneTopicOnePartition(): Buffer {
  const one = 2;
  const partition = Buffer.from([0, 0, 0, 0, 0]);
  const name = Buffer.concat([Buffer.from([metadataTopic.length + 1]), Buffer.from(metadataTopic)]);
  return Buffer.concat([Buffer.from([one]), name, Buffer.from([one]), partition, Buffer.from([0, 0])]);
}

async function addressOf(broker: string, id: number): Promise<string> {
  const cluster = await withAdmin(broker, async (admin) => await admin.describeCluster());
  const found = cluster.brokers.find(({ nodeId }) => nodeId === id);
  if (found === undefined) throw new Error(`no broker ${id} is known to ${broker}`);
  return `${found.host}:${found.port}`;
}

/** A frozen broker must not keep the others from answering: each is asked alone, and the first answer counts. */
async function anyOf<T>(brokers: readonly string[], ask: (broker: string) => Promise<T>): Promise<T> {
  return await Promise.any(brokers.map((broker) => ask(broker)));
}

async function withAdmin<T>(broker: string, ask: (admin: Admin) => Promise<T>): Promise<T> {
  const kafka = new Kafka({
    clientId: 'backing',
    brokers: [broker],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 1000,
    requestTimeout: 2000,
    enforceRequestTimeout: true,
    retry: { retries: 0 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await ask(admin);
  } finally {
    await admin.disconnect();
  }
}

function refuseError(code: number, what: string): void {
  if (code !== 0) throw new Error(`${what} was answered with Kafka's error ${code}`);
}
