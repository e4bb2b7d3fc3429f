import type { NewEvent } from '@minzheng/types';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import type { Producer } from 'kafkajs';
import { ceRecord, cloudEventOf } from './ce-record.ts';
import type { EventOverrides } from './ce-record.ts';
import { TopicCollector } from './topic-collector.ts';
import type { RawRecord } from './topic-collector.ts';

type CollectedEvent = NonNullable<ReturnType<typeof cloudEventOf>>;

/** A stranger on the bus: sends what no service of ours would, and reads what they have sent. Topics are named without the prefix. */
export class TestBus {
  readonly #kafka: Kafka;
  readonly #prefix: string;
  readonly #collectors = new Map<string, Promise<TopicCollector>>();
  readonly #sequences = new Map<string, number>();
  #producer: Promise<Producer> | undefined;

  constructor(brokers: readonly string[], prefix: string) {
    this.#kafka = new Kafka({ brokers: [...brokers], clientId: `test-${prefix}`, logLevel: logLevel.NOTHING });
    this.#prefix = prefix;
  }

  /** Sends an event as another service's relay would; `sequence` counts per topic and subject unless given. */
  async publish(event: NewEvent, overrides: EventOverrides = {}): Promise<void> {
    const counter = `${event.topic}|${event.subject}`;
    const sequence = overrides.sequence ?? (this.#sequences.get(counter) ?? 0) + 1;
    this.#sequences.set(counter, sequence);
    await this.#send(event.topic, ceRecord(event, sequence, overrides));
  }

  /** Sends any bytes at all, or none (null). */
  async publishRaw(
    topic: string,
    key: string | null,
    value: string | Buffer | null,
    headers: Record<string, string | Buffer> = {},
  ): Promise<void> {
    await this.#send(topic, { key, value, headers });
  }

  /** Every CloudEvent of a topic up to its present end; what is none is left out. */
  async events(topic: string): Promise<CollectedEvent[]> {
    const records = await this.records(topic);
    return records.flatMap((record) => cloudEventOf(record) ?? []);
  }

  /** Every record of a topic up to its present end. */
  async records(topic: string): Promise<readonly RawRecord[]> {
    const started = this.#collectors.get(topic) ?? TopicCollector.start(this.#kafka, `${this.#prefix}${topic}`);
    this.#collectors.set(topic, started);
    return await (await started).records();
  }

  /** Ends the collectors and takes the prefix's topics away. */
  async stop(): Promise<void> {
    const collectors = await Promise.all(this.#collectors.values());
    await Promise.all(collectors.map((collector) => collector.stop()));
    await (await this.#producer)?.disconnect();
    await this.#deleteTopics();
  }

  async #send(
    topic: string,
    message: { key: string | null; value: string | Buffer | null; headers: Record<string, string | Buffer> },
  ): Promise<void> {
    this.#producer ??= this.#connectedProducer();
    await (await this.#producer).send({ topic: `${this.#prefix}${topic}`, messages: [message] });
  }

  async #connectedProducer(): Promise<Producer> {
    const producer = this.#kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    return producer;
  }

  async #deleteTopics(): Promise<void> {
    const admin = this.#kafka.admin();
    await admin.connect();
    try {
      const ours = (await admin.listTopics()).filter((topic) => topic.startsWith(this.#prefix));
      if (ours.length > 0) await admin.deleteTopics({ topics: ours });
    } finally {
      await admin.disconnect();
    }
  }
}
