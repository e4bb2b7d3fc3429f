import { gzipSync } from 'node:zlib';
import mongoose from 'mongoose';
import { type Channel, type Item, textItem, type Watched } from '../channel.ts';

const { MongoClient, Binary } = mongoose.mongo;
type Client = InstanceType<typeof MongoClient>;

/** As bytes of BSON: texts lie in it as they are, binary values too. */
const RAW = { raw: true } as const;
const OPLOG = 'oplog.rs';

async function* withClient({ platform }: Watched, work: (client: Client) => AsyncIterable<Item>): AsyncGenerator<Item> {
  const client = await new MongoClient(platform.mongodbUri).connect();
  try {
    yield* work(client);
  } finally {
    await client.close();
  }
}

/** Every document of every collection of every database, the server's own included; the oplog is read by itself. */
export const collections: Channel = {
  name: 'collections',
  read: (watched) =>
    withClient(watched, async function* (client) {
      for await (const { database, name, options } of everyCollection(client)) {
        yield textItem(`${database}.${name}`, JSON.stringify(options));
        if (name !== OPLOG) yield* documentsOf(client, database, name);
      }
    }),
  async plant(watched, bytes) {
    const client = await new MongoClient(watched.platform.mongodbUri).connect();
    // Packed and binary: neither the raw files nor a search for texts would show it.
    await client
      .db('payments')
      .collection('planted')
      .insertOne({ inside: new Binary(gzipSync(bytes)) });
    await client.close();
  },
};

/** What every write was, of values too that have been overwritten or deleted since. */
export const oplog: Channel = {
  name: 'oplog',
  read: (watched) => withClient(watched, (client) => documentsOf(client, 'local', OPLOG)),
  async plant(watched, bytes) {
    const client = await new MongoClient(watched.platform.mongodbUri).connect();
    const rows = client.db('people').collection('planted');
    const { insertedId } = await rows.insertOne({ text: bytes.toString('utf8') });
    await rows.deleteOne({ _id: insertedId });
    await client.close();
  },
};

/** What the servers themselves remember: their log in memory, plans, operations, figures. */
export const mongod: Channel = {
  name: 'mongod',
  read: (watched) =>
    withClient(watched, async function* (client) {
      const admin = client.db('admin');
      for (const command of [
        { getLog: 'global' },
        { getLog: 'startupWarnings' },
        { serverStatus: 1 },
        { getCmdLineOpts: 1 },
        { getParameter: '*' },
        { top: 1 },
        { replSetGetStatus: 1 },
        { currentOp: true, $all: true },
        { usersInfo: 1 },
      ])
        yield textItem(Object.keys(command)[0] ?? '', JSON.stringify(await admin.command(command)));
      for await (const { database, name, type } of everyCollection(client))
        if (type === 'collection' && database !== 'local') yield* memoryOf(client, database, name);
    }),
  async plant(watched, bytes) {
    const client = await new MongoClient(watched.platform.mongodbUri).connect();
    const people = client.db('people');
    // As a filter by a plain value would come to light: in the log of slow queries.
    await people.command({ profile: 0, slowms: -1 });
    await people.collection('persons').findOne({ name: bytes.toString('utf8') });
    await people.command({ profile: 0, slowms: 100 });
    await client.close();
  },
};

async function* memoryOf(client: Client, database: string, name: string): AsyncGenerator<Item> {
  const rows = client.db(database).collection(name);
  yield textItem(
    `plans of ${database}.${name}`,
    JSON.stringify(await rows.aggregate([{ $planCacheStats: {} }]).toArray()),
  );
  yield textItem(`indexes of ${database}.${name}`, JSON.stringify(await rows.indexes()));
}

interface Found {
  readonly database: string;
  readonly name: string;
  readonly type: string;
  readonly options: unknown;
}

async function* everyCollection(client: Client): AsyncGenerator<Found> {
  const { databases } = await client.db('admin').admin().listDatabases();
  for (const { name: database } of databases)
    for await (const { name, type = 'collection', options } of client.db(database).listCollections() as AsyncIterable<{
      name: string;
      type?: string;
      options?: unknown;
    }>)
      yield { database, name, type, options };
}

async function* documentsOf(client: Client, database: string, name: string): AsyncGenerator<Item> {
  const documents = client.db(database).collection(name).find({}, RAW) as unknown as AsyncIterable<Buffer>;
  for await (const bytes of documents) yield { where: `${database}.${name}`, bytes: Buffer.from(bytes) };
}
