import { CompressionTypes, Kafka, logLevel } from 'kafkajs';
import type { Admin, KafkaMessage } from 'kafkajs';
import type { Channel, Item, Watched } from '../channel.ts';

const IDLE_MS = 30_000;
const LINE = Buffer.from('\n');

const clientOf = ({ platform }: Watched): Kafka =>
  new Kafka({ brokers: [...platform.kafkaBrokers], clientId: 'canary', logLevel: logLevel.NOTHING });

/** Every record of every topic, the broker's own included: keys, values and headers, unpacked by a consumer, from the first to the last. */
export const topics: Channel = {
  name: 'topics',
  async *read(watched) {
    const kafka = clientOf(watched);
    const admin = kafka.admin();
    await admin.connect();
    try {
      const ends = await endsOf(admin);
      yield* recordsUntil(kafka, ends);
    } finally {
      await admin.disconnect();
    }
  },
  /** A dead copy: nobody reads it on. Packed, as the search on raw files would miss it. */
  async plant(watched, bytes) {
    const producer = clientOf(watched).producer();
    await producer.connect();
    const message = { key: 'planted', value: JSON.stringify({ a: 1 }), headers: { dead_err: bytes } };
    await producer.send({ topic: 'people.dead', messages: [message], compression: CompressionTypes.GZIP });
    await producer.disconnect();
  },
};

/** The broker's own books: names of topics, groups and members, their settings, and where each group stands. */
export const consumerGroups: Channel = {
  name: 'consumer groups',
  async *read(watched) {
    const admin = clientOf(watched).admin();
    await admin.connect();
    try {
      const { groups } = await admin.listGroups();
      const described = await admin.describeGroups(groups.map(({ groupId }) => groupId));
      for (const group of described.groups) yield { where: 'groups', bytes: Buffer.from(JSON.stringify(group)) };
      for (const { groupId } of groups)
        yield { where: 'offsets', bytes: Buffer.from(JSON.stringify(await admin.fetchOffsets({ groupId }))) };
      yield { where: 'topics', bytes: Buffer.from(JSON.stringify(await admin.fetchTopicMetadata())) };
    } finally {
      await admin.disconnect();
    }
  },
  async plant(watched, bytes) {
    const admin = clientOf(watched).admin();
    await admin.connect();
    const groupId = `planted-${bytes.toString('latin1')}`;
    await admin.setOffsets({ groupId, topic: 'people.dead', partitions: [{ partition: 0, offset: '0' }] });
    await admin.disconnect();
  },
};

type Ends = Map<string, number>;

const placeOf = (topic: string, partition: number): string => `${topic}|${partition}`;

/** What every partition held at this moment; those that hold nothing are left out. */
async function endsOf(admin: Admin): Promise<Ends> {
  const ends: Ends = new Map();
  for (const topic of await admin.listTopics())
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic))
      if (Number(high) > Number(low)) ends.set(placeOf(topic, partition), Number(high));
  return ends;
}

async function* recordsUntil(kafka: Kafka, ends: Ends): AsyncGenerator<Item> {
  if (ends.size === 0) return;
  const consumer = kafka.consumer({ groupId: `canary-${crypto.randomUUID()}`, readUncommitted: true });
  const names = [...new Set([...ends.keys()].map((place) => place.slice(0, place.lastIndexOf('|'))))];
  const ready: Item[] = [];
  let news = Promise.withResolvers<void>();
  await consumer.connect();
  await consumer.subscribe({ topics: names, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: ({ batch }) => {
      for (const message of batch.messages) ready.push({ where: batch.topic, bytes: bytesOf(message) });
      const place = placeOf(batch.topic, batch.partition);
      if (Number(batch.lastOffset()) + 1 >= (ends.get(place) ?? 0)) ends.delete(place);
      news.resolve();
      return Promise.resolve();
    },
  });
  try {
    while (ends.size > 0 || ready.length > 0) {
      yield* ready.splice(0);
      if (ends.size === 0) continue;
      await within(news.promise, ends);
      news = Promise.withResolvers();
    }
  } finally {
    await consumer.disconnect();
  }
}

async function within(news: Promise<void>, ends: Ends): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error(`not read to its end: ${[...ends.keys()].join(', ')}`)),
    IDLE_MS,
  );
  try {
    await Promise.race([news, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function bytesOf({ key, value, headers }: KafkaMessage): Buffer {
  const all = Object.entries(headers ?? {}).flatMap(([name, values]) =>
    [values ?? []].flat().flatMap((one) => [Buffer.from(`${name}: `), Buffer.from(one), LINE]),
  );
  return Buffer.concat([key ?? Buffer.alloc(0), LINE, value ?? Buffer.alloc(0), LINE, ...all]);
}
