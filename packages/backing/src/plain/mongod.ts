import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findMongod } from '../fetch/mongod-program.ts';
import { mongodParameters } from '../mongod-parameters.ts';
import { bringUpReplicaSet, replicaSet } from './replica-set.ts';
import type { PlainServer, PlainServerRequest } from './plain-server.ts';

const loopback = '127.0.0.1';
const cacheGigabytes = '0.25';
const oplogMegabytes = '512';
const noDiagnostics = ['--setParameter', 'diagnosticDataCollectionEnabled=false'];

/** mongod as a replica set of as many members as there are ports; a data folder keeps its set and its member's history. */
export async function startPlainMongod(request: PlainServerRequest): Promise<PlainServer> {
  const mongod = await findMongod(request.serversDir, request.tell);
  const members = request.ports.map((port, index) => ({
    port,
    name: request.ports.length === 1 ? 'mongod' : `mongod-${index + 1}`,
    dataDir: join(request.dataDir, `node-${index + 1}`),
    address: request.hosts?.[index]?.address ?? loopback,
    enter: request.hosts?.[index]?.enter ?? [],
  }));
  const kept = await Promise.all(
    members.map(async ({ port, name, dataDir, address, enter }) => {
      await mkdir(dataDir, { recursive: true });
      const [command, ...args] = [...enter, mongod, ...settings(address, port, dataDir)] as const;
      return await request.keep({ name, command, args, logFile: join(request.logsDir, `${name}.log`) });
    }),
  );
  const addresses = members.map(({ address, port }) => `${address}:${port}`);
  await bringUpReplicaSet(addresses, () => kept.some((process) => process.ends() > 0));
  return { addresses, kept };
}

function settings(address: string, port: number, dataDir: string): string[] {
  const place = ['--replSet', replicaSet, '--bind_ip', address, '--port', String(port), '--dbpath', dataDir];
  const sizes = ['--wiredTigerCacheSizeGB', cacheGigabytes, '--oplogSize', oplogMegabytes];
  return [...place, ...sizes, '--nounixsocket', '--quiet', ...mongodParameters, ...noDiagnostics];
}
