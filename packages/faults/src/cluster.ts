import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBacking } from '@minzheng/backing';
import type { Backing } from '@minzheng/backing';

export const SERVERS_DIR = join(import.meta.dirname, '../../../.local/servers');

/** How many servers a run stands on. Redis is always one. */
export interface ClusterSize {
  readonly brokers: number;
  readonly mongods: number;
}

/** The real servers of a whole run, in a folder of their own. */
export interface Cluster extends ClusterSize {
  readonly dataDir: string;
  readonly brokerAddresses: readonly string[];
  readonly mongodAddresses: readonly string[];
  readonly mongodbUri: string;
  readonly redisUrl: string;
  /** `kafka-1`… or `kafka`, `mongod-1`… or `mongod`, in the order of their addresses. */
  readonly brokerNames: readonly string[];
  readonly mongodNames: readonly string[];
  /** The process id at the moment; undefined while it is down. A server that ends is started again under another. */
  pidOf(name: string): number | undefined;
  /** What the one mongod sends to the other is lost, until the function given back is called; only in a cut-off set. */
  cut?(from: string, to: string): () => void;
  stop(): Promise<void>;
}

/** Starts the servers as plain processes: what is to be frozen and killed must be ours. */
export async function openCluster(size: ClusterSize, tell: (line: string) => void): Promise<Cluster> {
  process.env['MINZHENG_BACKING'] = 'processes';
  const dataDir = await mkdtemp(join(tmpdir(), 'minzheng-faults-'));
  const backing = await startBacking({ dataDir, serversDir: SERVERS_DIR, ...size, onProgress: tell });
  return {
    ...size,
    dataDir,
    brokerAddresses: backing.kafkaBrokers,
    mongodAddresses: hostsIn(backing.mongodbUri),
    mongodbUri: backing.mongodbUri,
    redisUrl: backing.redisUrl,
    brokerNames: namesOf('kafka', size.brokers),
    mongodNames: namesOf('mongod', size.mongods),
    pidOf: (name) => backing.pids[name],
    stop: () => ended(backing, dataDir),
  };
}

const namesOf = (name: string, many: number): string[] =>
  many === 1 ? [name] : Array.from({ length: many }, (_, index) => `${name}-${index + 1}`);

const hostsIn = (uri: string): string[] => /^mongodb:\/\/([^/]*)/.exec(uri)?.[1]?.split(',') ?? [];

async function ended(backing: Backing, dataDir: string): Promise<void> {
  await backing.stop();
  await rm(dataDir, { recursive: true, force: true });
}
