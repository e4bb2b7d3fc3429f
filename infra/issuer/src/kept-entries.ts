import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { systemClocks } from '@minzheng/types';
import type { Adapter, AdapterPayload } from 'oidc-provider';

const FILE_NAME = 'issuer-sign-ins.sqlite';
const OWNER_ONLY = 0o600;
const MS_PER_SECOND = 1_000;

const SCHEMA = `
  create table if not exists entries (
    model text not null, id text not null, payload text not null, expires_at_ms integer, grant_id text, uid text,
    primary key (model, id)
  ) without rowid;
  create index if not exists entries_by_grant on entries (grant_id) where grant_id is not null;
  create index if not exists entries_by_uid on entries (model, uid) where uid is not null;
`;

/** Sign-ins, codes and refresh tokens in a file beside the secrets: they outlive a restart, as the signing keys do. */
export interface KeptEntries {
  adapter(model: string): Adapter;
  close(): void;
}

/** Opens the file, makes it at the first start, and forgets what has expired. Throws when it cannot be opened. */
export function keptEntries(secretsFile: string): KeptEntries {
  const path = join(dirname(secretsFile), FILE_NAME);
  const database = new DatabaseSync(path);
  chmodSync(path, OWNER_ONLY);
  database.exec(SCHEMA);
  database.prepare('delete from entries where expires_at_ms < ?').run(nowMs());
  return { adapter: (model) => adapterOf(database, model), close: () => database.close() };
}

const nowMs = (): number => systemClocks.machine.nowMs();

function adapterOf(database: DatabaseSync, model: string): Adapter {
  const one = (where: 'id' | 'uid', value: string): AdapterPayload | undefined => {
    const sql = `select payload from entries where model = ? and ${where} = ? and (expires_at_ms is null or expires_at_ms > ?)`;
    const row = database.prepare(sql).get(model, value, nowMs());
    return row === undefined ? undefined : (JSON.parse(String(row['payload'])) as AdapterPayload);
  };
  const put = (id: string, payload: AdapterPayload, expiresInS: number | undefined): void => {
    const expiresAtMs = expiresInS === undefined ? null : nowMs() + expiresInS * MS_PER_SECOND;
    database
      .prepare('insert or replace into entries values (?, ?, ?, ?, ?, ?)')
      .run(model, id, JSON.stringify(payload), expiresAtMs, payload.grantId ?? null, payload.uid ?? null);
  };
  return {
    upsert: async (id, payload, expiresInS) => put(id, payload, expiresInS),
    find: async (id) => one('id', id),
    findByUid: async (uid) => one('uid', uid),
    findByUserCode: async () => undefined,
    consume: async (id) => {
      const consumed = Math.floor(nowMs() / MS_PER_SECOND);
      database
        .prepare(`update entries set payload = json_set(payload, '$.consumed', ?) where model = ? and id = ?`)
        .run(consumed, model, id);
    },
    destroy: async (id) => void database.prepare('delete from entries where model = ? and id = ?').run(model, id),
    revokeByGrantId: async (grantId) =>
      void database.prepare('delete from entries where model = ? and grant_id = ?').run(model, grantId),
  };
}
