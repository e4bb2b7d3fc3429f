import type { Message } from 'kafkajs';
import { newName } from './benchmark.ts';
import type { Bed, Benchmark } from './benchmark.ts';
import { bareConsumer, bareProducer, makeTopic } from './chain/bare-kafka.ts';
import { bareDatabase } from './chain/bare-mongo.ts';
import type { BareDatabase, Document } from './chain/bare-mongo.ts';
import { measured } from './measured.ts';
import type { Measured } from './measured.ts';
import type { Trial } from './trial.ts';

/** Of `n`: what goes one by one takes long, and says as much with fewer. */
const SENDS = [
  { size: 1, share: 0.02 },
  { size: 50, share: 0.2 },
  { size: 500, share: 1 },
  { size: 1_000, share: 1 },
] as const;
const INSERTS = [
  { size: 1, share: 0.02 },
  { size: 500, share: 1 },
] as const;
const TRANSACTIONS = [
  { size: 1, share: 0.02 },
  { size: 400, share: 1 },
] as const;
const PAYLOAD = JSON.stringify({ filler: 'x'.repeat(180) });

/** What nothing built on these drivers can go below: one of each at a time, majority and journal, acknowledged by all. */
export const floors: Benchmark = {
  about: 'bare kafkajs and bare mongodb driver: produce, consume, insert, transaction',
  n: 20_000,
  run: async (bed, n) => [...(await ofKafka(bed, n)), ...(await ofMongo(bed, n))],
};

const timesOf = (n: number, share: number, size: number): number => Math.max(1, Math.round((n * share) / size));

async function ofKafka(bed: Bed, n: number): Promise<Trial[]> {
  const topic = newName();
  await makeTopic(bed, topic);
  const producer = await bareProducer(bed, topic);
  const trials: Trial[] = [];
  let sent = 0;
  for (const { size, share } of SENDS) {
    const times = timesOf(n, share, size);
    await producer.send(messages(size));
    const found = await repeated(bed, size, times, () => producer.send(messages(size)));
    trials.push(trialOf(`floors/produce-${size}`, size * times, found));
    sent += size * (times + 1);
  }
  await producer.close();
  return [...trials, trialOf('floors/consume', sent, await consuming(bed, topic, sent))];
}

/** From when the group has joined: that takes seconds and says nothing about reading. */
async function consuming(bed: Bed, topic: string, count: number): Promise<Measured> {
  const all = Promise.withResolvers<void>();
  let left = count;
  const consumer = await bareConsumer(bed, topic, (some) => {
    left -= some.length;
    if (left === 0) all.resolve();
  });
  const found = await measured(bed, count, () => all.promise);
  await consumer.disconnect();
  return found;
}

async function ofMongo(bed: Bed, n: number): Promise<Trial[]> {
  const database = await bareDatabase(bed);
  await database.ensure('inserted', 'transacted');
  const trials: Trial[] = [];
  for (const { size, share } of INSERTS) {
    const times = timesOf(n, share, size);
    const found = await repeated(bed, size, times, () => insert(database, size));
    trials.push(trialOf(`floors/insert-${size}`, size * times, found));
  }
  for (const { size, share } of TRANSACTIONS) {
    const times = timesOf(n, share, size);
    const found = await repeated(bed, size, times, () => transact(database, size));
    trials.push(trialOf(`floors/transaction-${size}`, size * times, found));
  }
  await database.end();
  return trials;
}

async function insert(database: BareDatabase, size: number): Promise<void> {
  await database.collection('inserted').insertMany(documents(size), { ordered: false });
}

function transact(database: BareDatabase, size: number): Promise<void> {
  return database.transaction((session) => database.collection('transacted').insertMany(documents(size), { session }));
}

function repeated(bed: Bed, size: number, times: number, work: () => Promise<void>): Promise<Measured> {
  return measured(bed, size * times, async () => {
    for (let i = 0; i < times; i += 1) await work();
  });
}

const messages = (size: number): Message[] =>
  Array.from({ length: size }, () => ({ key: crypto.randomUUID(), value: PAYLOAD }));

const documents = (size: number): Document[] =>
  Array.from({ length: size }, () => ({ _id: crypto.randomUUID(), payload: PAYLOAD }));

function trialOf(name: string, n: number, { perSecond, cpuMicrosPerItem }: Measured): Trial {
  return { name, n, value: perSecond, unit: 'items/s', cpuMicrosPerItem };
}
