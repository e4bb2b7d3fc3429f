import type { Message } from 'kafkajs';
import { newName } from '../benchmark.ts';
import type { Bed } from '../benchmark.ts';
import { bareConsumer, bareProducer, makeTopic } from './bare-kafka.ts';
import { bareDatabase } from './bare-mongo.ts';
import type { BareDatabase, Document } from './bare-mongo.ts';
import { applicationOf } from './facts.ts';
import type { Application } from './facts.ts';

/** What a chunk needs at the least: the documents, the messages and the transactions of ours, and not one query more. */
export interface BareChain {
  /** One chunk to its effect: transaction, send, receipt, transaction. */
  carry(ids: readonly string[]): Promise<void>;
  end(): Promise<void>;
}

export async function openBareChain(bed: Bed): Promise<BareChain> {
  const topic = newName();
  await makeTopic(bed, topic);
  const database = await bareDatabase(bed);
  await database.ensure('applications', 'outbox', 'receipts', 'watermarks');
  await database.collection('watermarks').insertOne({ _id: topic, next: 0 });
  const producer = await bareProducer(bed, topic);
  const inbox = new Inbox();
  const consumer = await bareConsumer(bed, topic, (messages) =>
    inbox.put(messages.map(({ value }) => JSON.parse(String(value)) as Data)),
  );
  return {
    carry: async (ids) => {
      const applications = ids.map(applicationOf);
      await insertWithOutbox(database, applications);
      await producer.send(applications.map(messageOf));
      await insertEffects(database, topic, await inbox.take(ids.length));
    },
    end: async () => {
      await producer.close();
      await consumer.disconnect();
      await database.end();
    },
  };
}

interface Data {
  readonly applicationId: string;
  readonly householdSize: number;
}

const jsonOf = ({ id, householdSize }: Application): string =>
  JSON.stringify({ applicationId: id, programme: 'DB', householdSize, submittedOn: '2026-11-24' });

/** The attributes of ours, so that the bytes on the wire are the same. */
const attributesOf = ({ id }: Application): Record<string, string> => ({
  source: 'https://minzheng.org/services/applications',
  subject: id,
  time: '2026-11-24T02:58:13.123Z',
  correlationid: 'benchmark',
});

function messageOf(application: Application): Message {
  const attributes = Object.entries(attributesOf(application)).map(([name, value]) => [`ce_${name}`, value] as const);
  const headers = {
    'content-type': 'application/json',
    ...Object.fromEntries(attributes),
    ce_specversion: '1.0',
    ce_id: '01jd0000000000000000000000',
    ce_type: 'org.minzheng.applications.application.submitted.v1',
    ce_sequence: '1',
    ce_partitionkey: application.id,
  };
  return { key: application.id, value: jsonOf(application), headers };
}

async function insertWithOutbox(database: BareDatabase, applications: readonly Application[]): Promise<void> {
  const rows = applications.map(({ id, ...state }): Document => ({
    _id: id,
    ...state,
    version: 1,
    seq: 1,
    seqBulk: 0,
  }));
  const events = applications.map((application) => ({
    id: '01jd0000000000000000000000',
    topic: 'minzheng.applications.v1',
    key: application.id,
    type: 'org.minzheng.applications.application.submitted.v1',
    seq: 1,
    headers: attributesOf(application),
    data: jsonOf(application),
  }));
  await database.transaction(async (session) => {
    await database.collection('applications').insertMany(rows, { session });
    const row = { _id: crypto.randomUUID(), slot: 0, events, n: events.length, st: 0 };
    await database.collection('outbox').insertOne(row, { session });
  });
}

async function insertEffects(database: BareDatabase, topic: string, events: readonly Data[]): Promise<void> {
  const rows = events.map(({ applicationId, householdSize }): Document => ({
    _id: applicationId,
    householdSize,
    receivedAt: '2026-11-24T02:58:13.123Z',
    version: 1,
    seq: 0,
    seqBulk: 0,
  }));
  await database.transaction(async (session) => {
    await database.collection('watermarks').updateOne({ _id: topic }, { $set: { next: rows.length } }, { session });
    await database.collection('receipts').insertMany(rows, { session });
  });
}

/** What has arrived and not been taken yet; one taker at a time. */
class Inbox {
  private events: Data[] = [];
  private arrived: () => void = () => undefined;

  put(events: readonly Data[]): void {
    this.events.push(...events);
    this.arrived();
  }

  async take(count: number): Promise<Data[]> {
    while (this.events.length < count) await new Promise<void>((resolve) => (this.arrived = resolve));
    return this.events.splice(0, count);
  }
}
