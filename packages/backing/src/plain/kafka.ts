import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { findJava } from '../fetch/java.ts';
import { kafkaLibraries } from '../fetch/kafka-libraries.ts';
import { freePorts } from '../processes/free-port.ts';
import { run } from '../processes/run.ts';
import { waitUntil } from '../processes/wait-until.ts';
import { type KafkaNode, kafkaProperties } from './kafka-settings.ts';
import type { PlainServer, PlainServerRequest } from './plain-server.ts';

const readyLimitMs = 60_000;
const jvmOptions = ['-Xmx256m', '-Xms64m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=4'];
const logOptions = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-Dorg.slf4j.simpleLogger.showDateTime=true'];

/** Kafka in KRaft mode, every node broker and controller. A data folder is formatted once and keeps its cluster id. */
export async function startPlainKafka(request: PlainServerRequest): Promise<PlainServer> {
  const [java, libraries] = await Promise.all([
    findJava(request.serversDir, 'Kafka', request.tell),
    kafkaLibraries(request.serversDir, request.tell),
  ]);
  const nodes = await layOut(request);
  const clusterId = await clusterIdOf(request.dataDir);
  const classPath = ['-cp', join(libraries, '*')];
  await Promise.all(nodes.map((node) => prepare(java, classPath, node, nodes, clusterId)));
  const kept = await Promise.all(
    nodes.map((node) =>
      request.keep({
        name: nodes.length === 1 ? 'kafka' : `kafka-${node.id}`,
        command: java,
        args: [...jvmOptions, ...logOptions, ...classPath, 'kafka.Kafka', propertiesFile(node)],
        logFile: join(request.logsDir, nodes.length === 1 ? 'kafka.log' : `kafka-${node.id}.log`),
      }),
    ),
  );
  const addresses = nodes.map((node) => `127.0.0.1:${node.port}`);
  await waitForKafka(addresses, () => kept.some((process) => process.ends() > 0));
  return { addresses, kept };
}

/** Waits until every broker is known and one is the controller. */
export async function waitForKafka(brokers: readonly string[], hasFailed: () => boolean = () => false): Promise<void> {
  await waitUntil('Kafka', readyLimitMs, () => isClusterReady(brokers), hasFailed);
}

/** A client of its own for every question: one that asked too early never comes to itself. */
async function isClusterReady(brokers: readonly string[]): Promise<boolean> {
  const kafka = new Kafka({
    clientId: 'backing',
    brokers: [...brokers],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 1000,
    requestTimeout: 2000,
    retry: { retries: 0 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const cluster = await admin.describeCluster();
    return cluster.brokers.length >= brokers.length && cluster.controller !== null;
  } finally {
    await admin.disconnect();
  }
}

async function layOut({ ports, dataDir }: PlainServerRequest): Promise<KafkaNode[]> {
  const controllerPorts = await freePorts(ports.length);
  return ports.map((port, index) => ({
    id: index + 1,
    port,
    controllerPort: controllerPorts[index] ?? 0,
    dataDir: join(dataDir, `node-${index + 1}`),
  }));
}

async function prepare(
  java: string,
  classPath: readonly string[],
  node: KafkaNode,
  all: readonly KafkaNode[],
  clusterId: string,
): Promise<void> {
  await mkdir(node.dataDir, { recursive: true });
  await writeFile(propertiesFile(node), kafkaProperties(node, all));
  if (existsSync(join(node.dataDir, 'meta.properties'))) return;
  const format = [
    'kafka.tools.StorageTool',
    'format',
    '--ignore-formatted',
    '-t',
    clusterId,
    '-c',
    propertiesFile(node),
  ];
  await run(java, ['-Xmx128m', '-XX:TieredStopAtLevel=1', ...logOptions, ...classPath, ...format]);
}

const propertiesFile = (node: KafkaNode): string => `${node.dataDir}.properties`;

async function clusterIdOf(dataDir: string): Promise<string> {
  const file = join(dataDir, 'cluster-id');
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known !== '') return known;
  // A leading dash would be taken for an option by Kafka's own tool.
  const id = randomBytes(16).toString('base64url').replace(/^-/, 'A');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, id);
  return id;
}
