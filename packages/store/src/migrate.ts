import { readdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { Umzug } from 'umzug';
import { NotMigrated } from './faults.ts';
import { missingUniqueIndexes, rememberUniqueIndexes } from './unique-indexes.ts';

/** What a migration works on. `keys` is there for those that seal or find sealed data. */
export interface MigrationContext {
  readonly db: mongoose.mongo.Db;
  readonly keys?: { readonly masterKey: Buffer; readonly blindIndexKey: Buffer } | undefined;
}

/** A file `NNNN-name.ts` in a service's `migrations` folder. It may run again after a crash, so it must not mind. */
export interface Migration {
  up(context: MigrationContext): Promise<void>;
}

interface AppliedRow {
  readonly _id: string;
}

const COMMON = new URL('../migrations/', import.meta.url);
const APPLIED = 'migrations';

/** Brings a service's database to this release: the store's own migrations, then the service's. Gives the names applied now. */
export function migrate(
  uri: string,
  database: string,
  dir: string | URL,
  keys?: MigrationContext['keys'],
): Promise<string[]> {
  return withDatabase(uri, database, async (db) => {
    const applied = await (await migrator({ db, keys }, dir)).up();
    await rememberUniqueIndexes(db);
    return applied.map(({ name }) => name);
  });
}

/** Names of the migrations that the database still lacks. */
export function pendingMigrations(uri: string, database: string, dir: string | URL): Promise<string[]> {
  return withDatabase(uri, database, (db) => pending(db, dir));
}

/** Throws NotMigrated, naming what is missing: migrations, or unique indexes that a migration had made. */
export function assertMigrated(uri: string, database: string, dir: string | URL): Promise<void> {
  return withDatabase(uri, database, async (db) => {
    const names = await pending(db, dir);
    if (names.length > 0) throw new NotMigrated(`${database} lacks migrations: ${names.join(', ')}`);
    const indexes = await missingUniqueIndexes(db);
    if (indexes.length > 0) throw new NotMigrated(`${database} lacks unique indexes: ${indexes.join(', ')}`);
  });
}

/** Makes a collection unless it is there. */
export async function ensureCollection(db: mongoose.mongo.Db, name: string): Promise<void> {
  const NAMESPACE_EXISTS = 48;
  await db.createCollection(name).catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== NAMESPACE_EXISTS) throw error;
  });
}

async function pending(db: mongoose.mongo.Db, dir: string | URL): Promise<string[]> {
  return (await (await migrator({ db }, dir)).pending()).map(({ name }) => name);
}

async function withDatabase<T>(uri: string, name: string, work: (db: mongoose.mongo.Db) => Promise<T>): Promise<T> {
  const client = await new mongoose.mongo.MongoClient(uri, {
    writeConcern: { w: 'majority', journal: true },
  }).connect();
  try {
    return await work(client.db(name));
  } finally {
    await client.close();
  }
}

async function migrator(context: MigrationContext, dir: string | URL): Promise<Umzug<MigrationContext>> {
  const rows = context.db.collection<AppliedRow>(APPLIED);
  const migrations = [...(await migrationsIn(COMMON, 'store/')), ...(await migrationsIn(dir, ''))];
  return new Umzug({
    migrations: migrations.map((one) => ({ name: one.name, up: async () => (await one.load()).up(context) })),
    context,
    logger: undefined,
    storage: {
      logMigration: async ({ name }) => void (await rows.updateOne({ _id: name }, { $set: {} }, { upsert: true })),
      unlogMigration: async ({ name }) => void (await rows.deleteOne({ _id: name })),
      executed: async () => (await rows.find({}, { sort: { _id: 1 } }).toArray()).map(({ _id }) => _id),
    },
  });
}

interface NamedMigration {
  readonly name: string;
  load(): Promise<Migration>;
}

async function migrationsIn(dir: string | URL, prefix: string): Promise<NamedMigration[]> {
  const folder = typeof dir === 'string' ? dir : fileURLToPath(dir);
  const files = (await readdir(folder)).filter((file) => /^\d{4}-[a-z0-9-]+\.ts$/.test(file)).toSorted();
  return files.map((file) => ({
    name: `${prefix}${file.replace(/\.ts$/, '')}`,
    load: () => import(pathToFileURL(join(folder, file)).href) as Promise<Migration>,
  }));
}
