import { Partitioners } from 'kafkajs';
import type { IHeaders, PartitionerArgs } from 'kafkajs';
import type { ProducerPort } from '../broker.ts';
import type { OutgoingRecord } from '../record.ts';
import type { KafkaClient } from './client.ts';
import { Receipts } from './receipts.ts';

const ALL_IN_SYNC = -1;
const ACK_TIMEOUT_MS = 3_000;

/** A connected idempotent producer. Its one caller keeps one send in flight. */
export async function kafkaProducer({ kafka, sockets }: KafkaClient, topicPrefix: string): Promise<ProducerPort> {
  const receipts = new Receipts();
  const partitionOf = Partitioners.DefaultPartitioner();
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: () => (args: PartitionerArgs) => receipts.expect(args.topic, partitionOf(args)),
    metadataMaxAge: 60_000,
  });
  producer.on(producer.events.REQUEST_TIMEOUT, ({ payload }) => sockets.timedOut(payload.broker));
  await producer.connect().catch((error: unknown) => {
    sockets.cut();
    throw error;
  });
  return {
    send: async (records) => {
      const topicMessages = [...Map.groupBy(records, ({ topic }) => topic)].map(([topic, ofTopic]) => ({
        topic: `${topicPrefix}${topic}`,
        messages: ofTopic.map(messageOf),
      }));
      receipts.clear();
      receipts.check(await producer.sendBatch({ acks: ALL_IN_SYNC, timeout: ACK_TIMEOUT_MS, topicMessages }));
    },
    close: () => producer.disconnect().finally(() => sockets.cut()),
    abandon: () => sockets.cut(),
  };
}

function messageOf({ key, value, headers }: OutgoingRecord): {
  key: string | Buffer | null;
  value: string | Buffer | null;
  headers: IHeaders;
} {
  return { key, value, headers: { ...headers } };
}
