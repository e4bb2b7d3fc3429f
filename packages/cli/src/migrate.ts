import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrate as migrateDatabase } from '@minzheng/store';

const SERVICES_DIR = join(import.meta.dirname, '../../../services');

/** What the environment says of the databases. */
export interface MigrateOptions {
  readonly services: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
  /** The service's own name, unless told. */
  readonly databaseOf?: (service: string) => string;
}

/** Brings each service's database to this release, one after the other; says what was applied. */
export async function migrate({ services, env, say, databaseOf = String }: MigrateOptions): Promise<boolean> {
  const uri = env['MONGODB_URI'];
  if (uri === undefined || uri === '') throw new Error('MONGODB_URI should be the address of a MongoDB replica set');
  for (const service of services) {
    const folder = join(SERVICES_DIR, service, 'migrations');
    if (!existsSync(folder)) throw new Error(`${service} has no folder of migrations`);
    const applied = await migrateDatabase(uri, databaseOf(service), folder, keysIn(env));
    say(`${service}: ${applied.length === 0 ? 'up to date' : applied.join(', ')}`);
  }
  return true;
}

/** Only migrations that seal or find sealed data need them. */
function keysIn(env: MigrateOptions['env']): { masterKey: Buffer; blindIndexKey: Buffer } | undefined {
  const { MASTER_KEY: masterKey, BLIND_INDEX_KEY: blindIndexKey } = env;
  if (masterKey === undefined || blindIndexKey === undefined) return undefined;
  return { masterKey: Buffer.from(masterKey, 'base64'), blindIndexKey: Buffer.from(blindIndexKey, 'base64') };
}
