import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openBus } from '@minzheng/messaging';
import { createLogger } from '@minzheng/observability';
import { migrate } from '@minzheng/store';
import { startTestIssuer } from '@minzheng/testing';
import type { Who } from '@minzheng/testing';
import { systemClocks, topics } from '@minzheng/types';
import type { PersonId } from '@minzheng/types';
import { createConnection } from 'mongoose';
import { newName } from '../benchmark.ts';
import type { Bed } from '../benchmark.ts';
import { knownPersons } from './persons.ts';
import { pidsOf, startProgram } from './program.ts';
import type { RunningProgram } from './program.ts';

const root = new URL('../../../', import.meta.url);
const NOWHERE = 'http://127.0.0.1:1';
const secret = (): string => randomBytes(32).toString('base64');

/** Gateway and applications, each a process as in production, and beside them a bare door on the same servers. */
export interface Doors {
  /** Where residents and officers ask. */
  readonly gatewayUrl: string;
  readonly bareUrl: string;
  pids(): readonly number[];
  barePids(): readonly number[];
  /** Nobody has applied for them yet. */
  readonly persons: readonly PersonId[];
  /** A token as the issuer signs it, for the next minutes. */
  token(who: Who): Promise<string>;
  close(): Promise<void>;
}

/** Opens both and makes `persons` known. */
export async function openDoors(bed: Bed, persons: number): Promise<Doors> {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).toReversed()) await step();
  };
  try {
    return { ...(await opened(bed, persons, closing)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function opened(bed: Bed, count: number, closing: (() => Promise<unknown>)[]): Promise<Omit<Doors, 'close'>> {
  const logsDir = await mkdtemp(join(tmpdir(), 'minzheng-submit-'));
  closing.push(() => rm(logsDir, { recursive: true, force: true }));
  const name = newName();
  const topicPrefix = `${name}.`;
  const [database, bareDatabase] = [`${name}_applications`, `${name}_bare`];
  const issuer = await startTestIssuer();
  closing.push(() => issuer.stop());
  const databases = createConnection(bed.mongodbUri);
  closing.push(async () => {
    for (const one of [database, bareDatabase]) await databases.useDb(one).dropDatabase();
    await databases.close();
  });
  const bus = openBus(
    { brokers: bed.brokers, clientId: 'benchmarks', topicPrefix },
    { log: createLogger({ service: 'benchmarks', level: 'silent' }), clocks: systemClocks },
  );
  closing.push(() => bus.close());
  await bus.applyTopics(topics(), { partitions: 1 });
  await migrate(bed.mongodbUri, database, new URL('services/applications/migrations/', root));
  const start = async (program: string, entry: string, env: Readonly<Record<string, string>>) => {
    const running = await startProgram({ name: program, entry, env, logsDir });
    closing.push(() => running.stop());
    return running;
  };
  const shared = {
    MINZHENG_ENV: 'local',
    KAFKA_BROKERS: bed.brokers.join(','),
    TOPIC_PREFIX: topicPrefix,
    REDIS_URL: bed.redisUrl,
    ISSUER_URL: issuer.url,
    LOG_LEVEL: 'info',
  };
  const applications = await start('applications', 'services/applications/src/main.ts', {
    ...shared,
    MONGODB_URI: bed.mongodbUri,
    MONGODB_DATABASE: database,
    MASTER_KEY: secret(),
    BLIND_INDEX_KEY: secret(),
  });
  const gateway = await start('gateway', 'services/gateway/src/main.ts', {
    ...shared,
    PUBLIC_URL: NOWHERE,
    PORTAL_CLIENT_SECRET: secret(),
    SESSION_SECRETS: `1:${secret()}`,
    UPSTREAMS: JSON.stringify(upstreams(applications)),
  });
  const bare = await start('bare-door', 'benchmarks/src/submit/bare-door-main.ts', {
    MONGODB_URI: bed.mongodbUri,
    MONGODB_DATABASE: bareDatabase,
  });
  return {
    gatewayUrl: gateway.url,
    bareUrl: bare.url,
    pids: () => pidsOf([gateway, applications]),
    barePids: () => pidsOf([bare]),
    persons: await knownPersons(bus, databases.useDb(database), count),
    token: (who) => issuer.token(who),
  };
}

/** The gateway wants to know where each service of the contract is; only one of them is asked. */
function upstreams(applications: RunningProgram): Record<string, string> {
  const names = readdirSync(new URL('contracts/openapi/', root)).map((file) => basename(file, '.json'));
  return { ...Object.fromEntries(names.map((name) => [name, NOWHERE])), applications: applications.url };
}
