import { randomUUID } from 'node:crypto';
import { type Instant, topics } from '@minzheng/types';
import { type Admin, Kafka, type KafkaMessage, logLevel } from 'kafkajs';

/** One event as it stands on the bus. */
export interface Heard {
  readonly topic: string;
  /** Without `org.minzheng.`, as `applications.case.accepted.v1`. */
  readonly type: string;
  readonly subject: string;
  /** Civil time: the moment at which it came to be. */
  readonly time: Instant;
  readonly personId: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

const patienceMs = 60_000;

/** Everything on all topics of the catalogue, by a consumer of its own from the first offset to the present end; in order per subject. */
export async function hearAll(brokers: readonly string[]): Promise<Heard[]> {
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const names = topics().map(({ topic }) => topic);
  const open = await endsOf(kafka.admin(), names);
  const heard: Heard[] = [];
  const { promise: allRead, resolve, reject } = Promise.withResolvers<void>();
  const late = setTimeout(() => reject(new Error(`not read in time: ${[...open.keys()].join(', ')}`)), patienceMs);
  const consumer = kafka.consumer({ groupId: `law-days-${randomUUID()}`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topics: names, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: ({ batch }) => {
      const { topic, partition, messages } = batch;
      heard.push(...messages.map((message) => heardFrom(topic, message)));
      const end = open.get(`${topic}|${partition}`);
      if (end !== undefined && BigInt(batch.lastOffset()) + 1n >= end) open.delete(`${topic}|${partition}`);
      if (open.size === 0) resolve();
      return Promise.resolve();
    },
  });
  if (open.size === 0) resolve();
  try {
    await allRead;
  } finally {
    clearTimeout(late);
    await consumer.disconnect();
  }
  return heard;
}

/** The end of each partition that holds something, by `topic|partition`. */
async function endsOf(admin: Admin, names: readonly string[]): Promise<Map<string, bigint>> {
  await admin.connect();
  const ends = new Map<string, bigint>();
  for (const topic of names) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic))
      if (BigInt(high) > BigInt(low)) ends.set(`${topic}|${partition}`, BigInt(high));
  }
  await admin.disconnect();
  return ends;
}

function heardFrom(topic: string, { headers = {}, value }: KafkaMessage): Heard {
  const attribute = (name: string): string | undefined => headers[`ce_${name}`]?.toString();
  return {
    topic,
    type: attribute('type')?.replace('org.minzheng.', '') ?? '',
    subject: attribute('subject') ?? '',
    time: (attribute('time') ?? '') as Instant,
    personId: attribute('personid'),
    data: JSON.parse(value?.toString() ?? '{}') as Heard['data'],
  };
}
