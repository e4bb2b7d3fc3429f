import mongoose from 'mongoose';
import { waitUntil } from '../processes/wait-until.ts';

/** The name every local replica set bears. */
export const replicaSet = 'rs0';

const readyLimitMs = 60_000;
const alreadyInitialized = 23;
const servingStates: ReadonlySet<string> = new Set(['PRIMARY', 'SECONDARY']);

interface Config {
  _id: string;
  version: number;
  members: { _id: number; host: string }[];
  settings?: { electionTimeoutMillis: number; heartbeatIntervalMillis: number };
}

type Client = InstanceType<typeof mongoose.mongo.MongoClient>;

/** The URI of a replica set, without a database. */
export const replicaSetUri = (addresses: readonly string[]): string =>
  `mongodb://${addresses.join(',')}/?replicaSet=${replicaSet}`;

/** Initiates the set, or gives a set whose data folders moved to other ports its new addresses; then waits for a primary. */
export async function bringUpReplicaSet(addresses: readonly string[], hasFailed: () => boolean): Promise<void> {
  for (const address of addresses) {
    await waitUntil(
      'MongoDB',
      readyLimitMs,
      async () => await ask(directUri(address), { ping: 1 }, 'ok', 1),
      hasFailed,
    );
  }
  const member = new mongoose.mongo.MongoClient(directUri(addresses[0] ?? ''));
  try {
    await initiate(member, addresses);
    await giveNewAddresses(member, addresses);
  } finally {
    await member.close();
  }
  await waitForPrimary(replicaSetUri(addresses), hasFailed);
  await waitUntil('MongoDB', readyLimitMs, () => isWhole(addresses[0] ?? ''), hasFailed);
}

/** A member that still copies the data cannot take over, nor confirm a write. */
async function isWhole(address: string): Promise<boolean> {
  const client = new mongoose.mongo.MongoClient(directUri(address), { serverSelectionTimeoutMS: 1000 });
  try {
    const status = await client.db('admin').command({ replSetGetStatus: 1 });
    return (status['members'] as { stateStr: string }[]).every(({ stateStr }) => servingStates.has(stateStr));
  } finally {
    await client.close();
  }
}

/** Waits until a primary takes writes. */
export async function waitForPrimary(uri: string, hasFailed: () => boolean = () => false): Promise<void> {
  await waitUntil('MongoDB', readyLimitMs, () => ask(uri, { hello: 1 }, 'isWritablePrimary', true), hasFailed);
}

/** A client of its own for every question: one that asked too early is slow to see that the server is there. */
async function ask(uri: string, command: Record<string, unknown>, field: string, expected: unknown): Promise<boolean> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 1000 });
  try {
    const answer = await client.db('admin').command(command);
    return answer[field] === expected;
  } finally {
    await client.close();
  }
}

const directUri = (address: string): string => `mongodb://${address}/?directConnection=true`;

async function initiate(member: Client, addresses: readonly string[]): Promise<void> {
  const config: Config = {
    _id: replicaSet,
    version: 1,
    members: membersAt(addresses),
    settings: { electionTimeoutMillis: 2000, heartbeatIntervalMillis: 500 },
  };
  try {
    await member.db('admin').command({ replSetInitiate: config });
  } catch (error) {
    if ((error as { code?: number }).code !== alreadyInitialized) throw error;
  }
}

async function giveNewAddresses(member: Client, addresses: readonly string[]): Promise<void> {
  const [stored] = await member.db('local').collection<Config>('system.replset').find().toArray();
  if (stored === undefined || stored.members.every(({ host }, index) => host === addresses[index])) return;
  const config = { ...stored, version: stored.version + 1, members: membersAt(addresses) };
  await member.db('admin').command({ replSetReconfig: config, force: true });
}

const membersAt = (addresses: readonly string[]): Config['members'] =>
  addresses.map((host, index) => ({ _id: index, host }));
