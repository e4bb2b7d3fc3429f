import type { KeptProcessNews } from './processes/kept-process.ts';

/** The three servers everything stands on. */
export type ServerKind = 'kafka' | 'mongodb' | 'redis';

/** A machine within this one: a network namespace with an address of its own. */
export interface Host {
  readonly address: string;
  /** The command, put before a program, that runs it there. */
  readonly enter: readonly [string, ...string[]];
}

/** What is asked for. Ports that are not given are chosen by the operating system; several members take consecutive ports. */
export interface BackingRequest {
  /** Kept between starts: the next start with the same folder finds the same data. */
  dataDir: string;
  /** Cache of fetched servers; several platforms may share it. */
  serversDir: string;
  /** Where the servers' output goes; `dataDir/logs` when absent. */
  logsDir?: string;
  ports?: Partial<Record<ServerKind, number>>;
  /** How many of them; absent, as many as the data was written by, else one. */
  brokers?: number;
  mongods?: number;
  /** One for each mongod, where each is to have a network of its own. */
  mongodHosts?: readonly Host[];
  only?: readonly ServerKind[];
  /** One line for a person whenever something takes a while or goes another way. */
  onProgress?: (line: string) => void;
  /** A server ended and is started again, or is there again. */
  onNews?: KeptProcessNews;
}

/** Servers that answer. An address of a kind that was not asked for is empty. */
export interface Backing {
  kafkaBrokers: string[];
  /** Replica-set URI without a database. */
  mongodbUri: string;
  redisUrl: string;
  /** `host:port` by name, of the servers that were started here: kafka or kafka-1…, mongod or mongod-1…, redis. */
  addresses: Record<string, string>;
  /** Process ids by name as they are now: a server that ended is started again under another id. */
  readonly pids: Record<string, number>;
  /** One line per server: which way was taken and why. */
  how: string[];
  /** SIGTERM, then SIGKILL after `graceMs` (10 s when absent). */
  stop: (graceMs?: number) => Promise<void>;
}
