import type { ServerKind } from './backing.ts';
import { waitForKafka } from './plain/kafka.ts';
import { waitForRedis } from './plain/redis.ts';
import { waitForPrimary } from './plain/replica-set.ts';
import type { Started } from './started.ts';

const variables: Record<ServerKind, string> = {
  kafka: 'KAFKA_BROKERS',
  mongodb: 'MONGODB_URI',
  redis: 'REDIS_URL',
};

const waits: Record<ServerKind, (address: string) => Promise<void>> = {
  kafka: (brokers) => waitForKafka(brokers.split(',')),
  mongodb: (uri) => waitForPrimary(uri),
  redis: (url) => waitForRedis(url),
};

/** A server whose address stands in the environment; undefined when none does. @throws when nothing answers there. */
export async function findGiven(kind: ServerKind): Promise<Started | undefined> {
  const address = process.env[variables[kind]];
  if (address === undefined || address === '') return undefined;
  await waits[kind](address).catch((cause: unknown) => {
    throw new Error(`${variables[kind]} is set, but nothing answers there: start it, or unset ${variables[kind]}.`, {
      cause,
    });
  });
  return {
    kind,
    addresses: kind === 'kafka' ? address.split(',') : [address],
    members: {},
    how: `${kind}: the address in ${variables[kind]}, because it is set`,
    pids: () => ({}),
    stop: async () => undefined,
  };
}
