import type { mongo } from 'mongoose';

/** What a migration works on. `keys` is there for those that seal or find sealed data. */
export interface MigrationContext {
  readonly db: mongo.Db;
  readonly keys?: { readonly masterKey: Buffer; readonly blindIndexKey: Buffer };
}

/** Names of the migrations that were applied now, in order. */
export function migrate(
  _uri: string,
  _database: string,
  _dir: string | URL,
  _keys?: MigrationContext['keys'],
): Promise<string[]> {
  return Promise.reject(new Error('not written yet'));
}

/** Names of the migrations that the database still lacks. */
export function pendingMigrations(_uri: string, _database: string, _dir: string | URL): Promise<string[]> {
  return Promise.reject(new Error('not written yet'));
}

/** Throws NotMigrated, naming what is missing: a migration, or a unique index that was there once. */
export function assertMigrated(_uri: string, _database: string, _dir: string | URL): Promise<void> {
  return Promise.reject(new Error('not written yet'));
}

/** Makes a collection unless it is there. */
export function ensureCollection(_db: mongo.Db, _name: string): Promise<void> {
  return Promise.reject(new Error('not written yet'));
}
