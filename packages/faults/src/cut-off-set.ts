import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { startBacking } from '@minzheng/backing';
import type { Host } from '@minzheng/backing';
import type { Aftermath } from './aftermath.ts';
import { SERVERS_DIR } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { openHosts } from './injectors/hosts.ts';

/** The cluster of the run with another replica set, each of whose members has a network of its own. `stop` ends only that set. */
export async function openCutOffSet(cluster: Cluster, aftermath: Aftermath): Promise<Cluster> {
  const hosts = openHosts(cluster.mongods, aftermath);
  try {
    const backing = await startBacking({
      dataDir: await mkdtemp(join(cluster.dataDir, 'cut-off-')),
      serversDir: SERVERS_DIR,
      only: ['mongodb'],
      mongods: cluster.mongods,
      mongodHosts: hosts.all,
    });
    const hostOf = (name: string): Host => hosts.all[cluster.mongodNames.indexOf(name)] ?? unknownHost(name);
    return {
      ...cluster,
      mongodAddresses: cluster.mongodNames.map((name) => backing.addresses[name] ?? ''),
      mongodbUri: backing.mongodbUri,
      pidOf: (name) => backing.pids[name] ?? cluster.pidOf(name),
      cut: (from, to) => hosts.cut(hostOf(from), hostOf(to)),
      stop: async () => {
        await backing.stop();
        hosts.close();
      },
    };
  } catch (error) {
    hosts.close();
    throw error;
  }
}

function unknownHost(name: string): never {
  throw new RangeError(`no mongod is called ${name}`);
}
