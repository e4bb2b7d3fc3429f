import type { Backing, BackingRequest, ServerKind } from './backing.ts';
import { findGiven } from './given.ts';
import { keepMembers, membersOf } from './members.ts';
import { whyNoEngine } from './docker/engine.ts';
import { startPlain } from './plain/start-plain.ts';
import { replicaSetUri } from './plain/replica-set.ts';
import type { Started } from './started.ts';

const usualGraceMs = 10_000;
const everything: readonly ServerKind[] = ['kafka', 'mongodb', 'redis'];

/**
 * Starts real Kafka, MongoDB and Redis, or uses those whose address is in the environment: given addresses first, then containers
 * where a Docker engine answers and gets the images, then plain processes. MINZHENG_BACKING=processes skips Docker.
 * @throws MissingPrerequisite with one line for a person when something is missing; whatever was started is stopped first.
 */
export async function startBacking(request: BackingRequest): Promise<Backing> {
  const wanted = request.only ?? everything;
  const given = (await Promise.all(wanted.map((kind) => findGiven(kind)))).filter((one) => one !== undefined);
  const missing = wanted.filter((kind) => !given.some((one) => one.kind === kind));
  const counted = await countMembers(missing, request);
  return compose([...given, ...(await start(missing, counted))]);
}

/** The number of members is settled, and kept, before any of them writes its first file. */
async function countMembers(kinds: readonly ServerKind[], request: BackingRequest): Promise<BackingRequest> {
  const { dataDir } = request;
  const wanted: Record<ServerKind, number | undefined> = { kafka: request.brokers, mongodb: request.mongods, redis: 1 };
  const members = { kafka: 1, mongodb: 1, redis: 1 };
  for (const kind of kinds) members[kind] = await membersOf(dataDir, kind, wanted[kind]);
  for (const kind of kinds) await keepMembers(dataDir, kind, members[kind]);
  return { ...request, brokers: members.kafka, mongods: members.mongodb };
}

async function start(kinds: readonly ServerKind[], request: BackingRequest): Promise<Started[]> {
  if (kinds.length === 0) return [];
  const noDocker = await whyNotDocker(request);
  if (noDocker !== undefined) return await startAll(kinds, (kind) => startPlain(kind, request, noDocker));
  try {
    const { startContainer } = await import('./docker/containers.ts');
    return await startAll(kinds, (kind) => startContainer(kind, request, 'a Docker engine answers'));
  } catch (error) {
    const why = `Docker could not start the containers (${firstLine(error)})`;
    request.onProgress?.(`${why}; using plain processes`);
    return await startAll(kinds, (kind) => startPlain(kind, request, why));
  }
}

async function whyNotDocker(request: BackingRequest): Promise<string | undefined> {
  if (process.env['MINZHENG_BACKING'] === 'processes') return 'MINZHENG_BACKING asks for it';
  if ((request.brokers ?? 1) > 1 || (request.mongods ?? 1) > 1) return 'several members are wanted';
  return await whyNoEngine();
}

async function startAll(
  kinds: readonly ServerKind[],
  startOne: (kind: ServerKind) => Promise<Started>,
): Promise<Started[]> {
  const results = await Promise.allSettled(kinds.map((kind) => startOne(kind)));
  const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure === undefined) return started;
  await Promise.all(started.map((one) => one.stop(usualGraceMs)));
  throw failure.reason as Error;
}

function compose(all: readonly Started[]): Backing {
  const addressesOf = (kind: ServerKind): readonly string[] => all.find((one) => one.kind === kind)?.addresses ?? [];
  const [redis] = addressesOf('redis');
  return {
    kafkaBrokers: [...addressesOf('kafka')],
    mongodbUri: mongodbUriOf(addressesOf('mongodb')),
    redisUrl: redis === undefined || redis.includes('://') ? (redis ?? '') : `redis://${redis}`,
    addresses: Object.assign({}, ...all.map((one) => one.members)) as Record<string, string>,
    get pids() {
      return Object.assign({}, ...all.map((one) => one.pids())) as Record<string, number>;
    },
    how: all.map((one) => one.how),
    stop: async (graceMs = usualGraceMs) => {
      await Promise.all(all.map((one) => one.stop(graceMs)));
    },
  };
}

function mongodbUriOf(addresses: readonly string[]): string {
  const [first] = addresses;
  if (first === undefined) return '';
  return first.includes('://') ? first : replicaSetUri(addresses);
}

const firstLine = (error: unknown): string => (error as Error).message.split('\n')[0] ?? '';
