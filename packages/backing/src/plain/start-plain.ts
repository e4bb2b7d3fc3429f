import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BackingRequest, ServerKind } from '../backing.ts';
import { freePorts } from '../processes/free-port.ts';
import type { Program } from '../processes/guarded-process.ts';
import { lastWords } from '../processes/last-words.ts';
import { keepRunning, type KeptProcess } from '../processes/kept-process.ts';
import type { Started } from '../started.ts';
import { startPlainKafka } from './kafka.ts';
import { startPlainMongod } from './mongod.ts';
import type { PlainServer, PlainServerRequest } from './plain-server.ts';
import { startPlainRedis } from './redis.ts';

const graceAfterFailureMs = 10_000;
const attempts = 3;
const lastLines = 5;

const starters: Record<ServerKind, (request: PlainServerRequest) => Promise<PlainServer>> = {
  kafka: startPlainKafka,
  mongodb: startPlainMongod,
  redis: startPlainRedis,
};

/** Starts one kind of server as plain processes. Ports of our own choice that somebody else took meanwhile are chosen anew. */
export async function startPlain(kind: ServerKind, request: BackingRequest, why: string): Promise<Started> {
  const portsAreOurs = request.ports?.[kind] === undefined;
  for (let attempt = 1; ; attempt += 1) {
    const kept: KeptProcess[] = [];
    const logs = new Set<string>();
    try {
      const server = await starters[kind](await requestOf(kind, request, kept, logs));
      return started(kind, server, why);
    } catch (error) {
      const aPortMayBeTaken = portsAreOurs && kept.some((process) => process.ends() > 0);
      await Promise.all(kept.map((process) => process.stop(graceAfterFailureMs)));
      if (!aPortMayBeTaken || attempt === attempts) throw explain(kind, error, logs);
    }
  }
}

async function requestOf(
  kind: ServerKind,
  request: BackingRequest,
  kept: KeptProcess[],
  logs: Set<string>,
): Promise<PlainServerRequest> {
  const members = { kafka: request.brokers ?? 1, mongodb: request.mongods ?? 1, redis: 1 }[kind];
  const first = request.ports?.[kind];
  return {
    serversDir: request.serversDir,
    dataDir: join(request.dataDir, kind),
    logsDir: request.logsDir ?? join(request.dataDir, 'logs'),
    ports:
      first === undefined ? await freePorts(members) : Array.from({ length: members }, (_, index) => first + index),
    ...(kind === 'mongodb' && request.mongodHosts && { hosts: request.mongodHosts }),
    keep: async (program: Program) => {
      const process = await keepRunning(program, request.onNews ?? (() => undefined));
      kept.push(process);
      if (program.logFile !== undefined) logs.add(program.logFile);
      return process;
    },
    tell: request.onProgress ?? (() => undefined),
  };
}

function started(kind: ServerKind, server: PlainServer, why: string): Started {
  return {
    kind,
    addresses: server.addresses,
    members: Object.fromEntries(server.kept.map(({ name }, index) => [name, server.addresses[index] ?? ''])),
    how: `${kind}: plain ${server.kept.length === 1 ? 'process' : 'processes'}, because ${why}`,
    pids: () => Object.fromEntries(server.kept.flatMap((process) => pidOf(process))),
    stop: async (graceMs) => {
      await Promise.all(server.kept.map((process) => process.stop(graceMs)));
    },
  };
}

function pidOf(process: KeptProcess): [string, number][] {
  const pid = process.pid();
  return pid === undefined ? [] : [[process.name, pid]];
}

function explain(kind: ServerKind, error: unknown, logs: ReadonlySet<string>): unknown {
  const files = [...logs].filter((file) => existsSync(file));
  if (files.length === 0) return error;
  const words = files.map((file) => `${file}:\n  ${lastWords(file, lastLines)}`);
  const why = (error as Error).message;
  return new Error(`${kind} did not start (${why}). Its last words in ${words.join('\n')}`, { cause: error });
}
