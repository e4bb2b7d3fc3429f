import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The repository: what is run lies here. */
export const repository = join(import.meta.dirname, '../../..');

/** Files and folders of one platform. */
export interface Places {
  localDir: string;
  /** Fetched servers; one cache for every platform of this checkout. */
  serversDir: string;
  dataDir: string;
  logsDir: string;
  /** Where services export the heads of their audits; under the data, so that they begin anew together. */
  witnessDir: string;
  secretsFile: string;
  /** Under the data: where the civil clock began. */
  clockFile: string;
  accountsFile: string;
  platformFile: string;
  supervisorFile: string;
}

/** Lays out the folder of one platform, readable by this user only. */
export async function makePlaces(localDir: string): Promise<Places> {
  const places = {
    localDir,
    serversDir: join(repository, '.local', 'servers'),
    dataDir: join(localDir, 'data'),
    logsDir: join(localDir, 'logs'),
    witnessDir: join(localDir, 'data', 'audit-witness'),
    secretsFile: join(localDir, 'secrets.json'),
    clockFile: join(localDir, 'data', 'civil-clock.json'),
    accountsFile: join(localDir, 'accounts.json'),
    platformFile: join(localDir, 'platform.json'),
    supervisorFile: join(localDir, 'supervisor.pid'),
  };
  for (const folder of [localDir, places.dataDir, places.logsDir])
    await mkdir(folder, { recursive: true, mode: 0o700 });
  return places;
}
