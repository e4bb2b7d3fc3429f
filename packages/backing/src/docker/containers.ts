import { createHash } from 'node:crypto';
import { GenericContainer, type StartedTestContainer } from 'testcontainers';
import type { BackingRequest, ServerKind } from '../backing.ts';
import { waitForKafka } from '../plain/kafka.ts';
import { clusterSettings } from '../plain/kafka-settings.ts';
import { waitForRedis } from '../plain/redis.ts';
import { bringUpReplicaSet, replicaSet } from '../plain/replica-set.ts';
import { mongodParameters } from '../mongod-parameters.ts';
import { freePorts } from '../processes/free-port.ts';
import { images } from './images.ts';
import type { Started } from '../started.ts';

interface Recipe {
  container: (port: number, volume: string) => GenericContainer;
  ready: (address: string) => Promise<void>;
}

const recipes: Record<ServerKind, Recipe> = {
  kafka: { container: kafkaContainer, ready: (address) => waitForKafka([address]) },
  mongodb: { container: mongoContainer, ready: (address) => bringUpReplicaSet([address], () => false) },
  redis: { container: redisContainer, ready: (address) => waitForRedis(`redis://${address}`) },
};

/** Starts one kind of server as a container. Its data lies in a volume named after the data folder. */
export async function startContainer(kind: ServerKind, request: BackingRequest, why: string): Promise<Started> {
  const port = request.ports?.[kind] ?? (await freePorts(1))[0] ?? 0;
  request.onProgress?.(`Starting the container ${images[kind]} (its image is pulled at first use)`);
  const container = await recipes[kind].container(port, volumeName(request.dataDir, kind)).start();
  const address = `127.0.0.1:${port}`;
  try {
    await recipes[kind].ready(address);
  } catch (error) {
    await stop(container, 0);
    throw error;
  }
  return {
    kind,
    addresses: [address],
    members: { [kind === 'mongodb' ? 'mongod' : kind]: address },
    how: `${kind}: container ${images[kind]}, because ${why}`,
    pids: () => ({}),
    stop: (graceMs) => stop(container, graceMs),
  };
}

/** The volume that holds one server's data for one data folder. */
export function volumeName(dataDir: string, kind: ServerKind): string {
  return `minzheng-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}-${kind}`;
}

// Kafka and a replica set tell their clients where they are: inside and outside the port must be the same one.
function kafkaContainer(port: number, volume: string): GenericContainer {
  const settings = {
    'node.id': 1,
    'process.roles': 'broker,controller',
    'controller.quorum.voters': '1@localhost:29093',
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://:${port},CONTROLLER://:29093`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': '/var/lib/kafka/data',
    ...clusterSettings(1, 1),
  };
  const environment = Object.entries(settings).map(([key, value]) => [
    `KAFKA_${key.toUpperCase().replaceAll('.', '_')}`,
    String(value),
  ]);
  return onPort(new GenericContainer(images.kafka), port)
    .withEnvironment(Object.fromEntries(environment) as Record<string, string>)
    .withBindMounts([{ source: volume, target: '/var/lib/kafka/data' }]);
}

function mongoContainer(port: number, volume: string): GenericContainer {
  return onPort(new GenericContainer(images.mongodb), port)
    .withCommand(['mongod', '--replSet', replicaSet, '--bind_ip_all', '--port', String(port), ...mongodParameters])
    .withBindMounts([{ source: volume, target: '/data/db' }]);
}

function redisContainer(port: number, volume: string): GenericContainer {
  return onPort(new GenericContainer(images.redis), port)
    .withCommand(['redis-server', '--port', String(port), '--appendonly', 'yes'])
    .withBindMounts([{ source: volume, target: '/data' }]);
}

const onPort = (container: GenericContainer, port: number): GenericContainer =>
  container.withExposedPorts({ container: port, host: port });

async function stop(container: StartedTestContainer, graceMs: number): Promise<void> {
  await container.stop({ timeout: graceMs });
}
