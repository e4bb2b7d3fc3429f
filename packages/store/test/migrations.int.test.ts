import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { assertMigrated, migrate, NotMigrated, pendingMigrations } from '@minzheng/store';
import mongoose from 'mongoose';
import { MIGRATIONS } from './fixture.ts';

const uri = process.env['MINZHENG_TEST_MONGODB'] ?? '';
const database = `store_test_${randomBytes(6).toString('hex')}`;
let client: mongoose.mongo.MongoClient;
let folder: string;
beforeAll(async () => {
  client = await new mongoose.mongo.MongoClient(uri).connect();
  folder = await mkdtemp(join(import.meta.dirname, 'more-migrations-'));
});
afterAll(async () => {
  await client.db(database).dropDatabase();
  await client.close();
  await rm(folder, { recursive: true });
});

const ALL = [
  'store/0001-delivery',
  'store/0002-audit-seals',
  'store/0003-ended-access',
  'store/0004-merged-persons',
  '0001-tests',
];

test('a new database lacks everything, and a service is told so by name', async () => {
  expect(await pendingMigrations(uri, database, MIGRATIONS)).toEqual(ALL);
  const refused = assertMigrated(uri, database, MIGRATIONS);
  await expect(refused).rejects.toThrow(NotMigrated);
  await expect(refused).rejects.toThrow(`lacks migrations: ${ALL.join(', ')}`);
});

test('migrations are applied in order, once, and the second time there is nothing to do', async () => {
  expect(await migrate(uri, database, MIGRATIONS)).toEqual(ALL);
  expect(await migrate(uri, database, MIGRATIONS)).toEqual([]);
  await expect(assertMigrated(uri, database, MIGRATIONS)).resolves.toBeUndefined();
});

test('rows that were sent are dropped by time, rows that were not never are', async () => {
  const indexes = await client.db(database).collection('outbox').indexes();
  expect(indexes).toContainEqual(
    expect.objectContaining({ name: 'sent_ttl', expireAfterSeconds: 604_800, partialFilterExpression: { st: 1 } }),
  );
  expect(indexes).toContainEqual(expect.objectContaining({ name: 'to_send', partialFilterExpression: { st: 0 } }));
});

test('a release with one migration more is refused until it has run', async () => {
  const source = "export const up = ({ db }) => db.createCollection('later');";
  await writeFile(join(folder, '0001-tests.ts'), 'export const up = () => {};');
  await writeFile(join(folder, '0002-later.ts'), source);
  await writeFile(join(folder, 'notes.md'), 'not a migration');
  await expect(assertMigrated(uri, database, folder)).rejects.toThrow('lacks migrations: 0002-later');
  expect(await migrate(uri, database, folder)).toEqual(['0002-later']);
  await expect(assertMigrated(uri, database, folder)).resolves.toBeUndefined();
});

test('a unique index that is gone, or not the same any more, is named', async () => {
  const accounts = client.db(database).collection('accounts');
  await accounts.dropIndex('reference');
  await expect(assertMigrated(uri, database, MIGRATIONS)).rejects.toThrow('lacks unique indexes: accounts.reference');
  await accounts.createIndex({ other: 1 }, { name: 'reference', unique: true });
  await expect(assertMigrated(uri, database, MIGRATIONS)).rejects.toThrow('accounts.reference');
});
