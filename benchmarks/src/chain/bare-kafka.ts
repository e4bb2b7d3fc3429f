import { Kafka, logLevel, Partitioners } from 'kafkajs';
import type { Consumer, KafkaMessage, Message } from 'kafkajs';
import type { Bed } from '../benchmark.ts';

const ALL_IN_SYNC = -1;

export interface BareProducer {
  send(messages: Message[]): Promise<void>;
  close(): Promise<void>;
}

/** With the connection settings that ours has, and nothing of ours. */
export function bareKafka({ brokers }: Bed): Kafka {
  return new Kafka({
    brokers: [...brokers],
    connectionTimeout: 1_000,
    requestTimeout: 5_000,
    logLevel: logLevel.NOTHING,
  });
}

export async function makeTopic(bed: Bed, topic: string, partitions = 1): Promise<void> {
  const admin = bareKafka(bed).admin();
  await admin.connect();
  const replicas = Math.min(3, bed.brokers.length);
  const durable = { name: 'min.insync.replicas', value: String(Math.max(1, replicas - 1)) };
  const shape = { topic, numPartitions: partitions, replicationFactor: replicas, configEntries: [durable] };
  await admin.createTopics({ topics: [shape], waitForLeaders: true });
  await admin.disconnect();
}

/** Idempotent and acknowledged by all, as durable as ours. */
export async function bareProducer(bed: Bed, topic: string): Promise<BareProducer> {
  const producer = bareKafka(bed).producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  return {
    send: async (messages) => {
      await producer.send({ topic, acks: ALL_IN_SYNC, messages });
    },
    close: () => producer.disconnect(),
  };
}

/** Hands on each batch of the topic, from the beginning; commits nothing. Resolves when the group has joined. */
export async function bareConsumer(
  bed: Bed,
  topic: string,
  onBatch: (messages: readonly KafkaMessage[]) => void,
): Promise<Consumer> {
  const consumer = bareKafka(bed).consumer({ groupId: `${topic}-bare`, maxWaitTimeInMs: 100, minBytes: 1 });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: ({ batch }) => {
      onBatch(batch.messages);
      return Promise.resolve();
    },
  });
  await joined;
  return consumer;
}
