import { randomUUID } from 'node:crypto';
import type { Consumer, EachMessagePayload, Kafka } from 'kafkajs';
import { eventually } from './eventually.ts';

/** A fetch under way is waited for when the collector stops. */
const LONGEST_FETCH_MS = 100;

/** A record as it lies in the topic. */
export interface RawRecord {
  readonly partition: number;
  readonly offset: number;
  readonly key: string | undefined;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Everything that one topic holds, read from the beginning and kept in the order it came. */
export class TopicCollector {
  readonly #kafka: Kafka;
  readonly #topic: string;
  readonly #consumer: Consumer;
  readonly #records: RawRecord[] = [];
  readonly #nextOffsets = new Map<number, number>();

  private constructor(kafka: Kafka, topic: string) {
    this.#kafka = kafka;
    this.#topic = topic;
    this.#consumer = kafka.consumer({
      groupId: `collector-${randomUUID()}`,
      maxWaitTimeInMs: LONGEST_FETCH_MS,
      retry: { retries: 0 },
    });
  }

  /** The topic must exist. */
  static async start(kafka: Kafka, topic: string): Promise<TopicCollector> {
    const collector = new TopicCollector(kafka, topic);
    await collector.#consumer.connect();
    await collector.#consumer.subscribe({ topic, fromBeginning: true });
    await collector.#consumer.run({
      eachMessage: (payload) => {
        collector.#keep(payload);
        return Promise.resolve();
      },
    });
    return collector;
  }

  /** All records up to the end that the topic has when this is called. */
  async records(): Promise<readonly RawRecord[]> {
    const ends = await this.#ends();
    await eventually(() => {
      const behind = ends.find(({ partition, end }) => (this.#nextOffsets.get(partition) ?? 0) < end);
      if (behind) throw new Error(`${this.#topic}/${behind.partition} has not been read up to ${behind.end}`);
    });
    return [...this.#records];
  }

  stop(): Promise<void> {
    return this.#consumer.disconnect();
  }

  async #ends(): Promise<{ partition: number; end: number }[]> {
    const admin = this.#kafka.admin();
    await admin.connect();
    try {
      const offsets = await admin.fetchTopicOffsets(this.#topic);
      return offsets.map(({ partition, high }) => ({ partition, end: Number(high) }));
    } finally {
      await admin.disconnect();
    }
  }

  #keep({ partition, message }: EachMessagePayload): void {
    const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]);
    this.#records.push({
      partition,
      offset: Number(message.offset),
      key: message.key?.toString('utf8'),
      value: message.value,
      headers: Object.fromEntries(headers) as Record<string, string>,
    });
    this.#nextOffsets.set(partition, Number(message.offset) + 1);
  }
}
