import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBus } from '@minzheng/messaging';
import type { Bus, OutgoingRecord } from '@minzheng/messaging';
import { createLogger } from '@minzheng/observability';
import { migrate, openStore } from '@minzheng/store';
import type { Store } from '@minzheng/store';
import { ApplicationSubmitted, PersonMerged, StaffAccessEnded, systemClocks } from '@minzheng/types';
import { createConnection } from 'mongoose';
import type { Connection } from 'mongoose';
import type { Aftermath } from './aftermath.ts';
import type { Cluster } from './cluster.ts';
import { EffectsWatch } from './effects-watch.ts';
import { History } from './history.ts';
import { freeze, holdDown, kill } from './injectors/processes.ts';
import type { Target } from './injectors/processes.ts';
import { Load } from './load.ts';
import { openOfficer } from './officer.ts';
import type { Officer } from './officer.ts';
import { seeded } from './random.ts';
import { startServiceProcess } from './service-processes.ts';
import type { ServiceProcess } from './service-processes.ts';

export const TOPIC = ApplicationSubmitted.topic;
const MIGRATIONS = new URL('../migrations/', import.meta.url);
/** Whoever looks on must not hang on a frozen primary. */
const ONLOOKER = {
  readPreference: 'secondaryPreferred',
  socketTimeoutMS: 2_000,
  serverSelectionTimeoutMS: 2_000,
} as const;
const PARTITIONS = 6;
const KEYS = 8;
const EVERY_MS = 150;

type Env = Readonly<Record<string, string>>;

/** One thing that was done to the system, and when. */
export interface Injection {
  readonly what: string;
  readonly atMs: number;
}

export interface LoadShape {
  readonly keys?: number;
  readonly clients?: number;
  readonly everyMs?: number;
}

/** What a row works with: the servers of the run, and databases, topics and processes of its own. */
export class Bench {
  readonly cluster: Cluster;
  readonly aftermath: Aftermath;
  readonly random: () => number;
  readonly injections: Injection[] = [];
  readonly prefix = `f${randomBytes(4).toString('hex')}.`;
  readonly bus: Bus;
  readonly services: ServiceProcess[] = [];
  readonly loads: Load[] = [];
  /** Everything that was asked, by clients or otherwise; judged when the row is over. */
  readonly histories: History[] = [];
  /** What a row wants said of it beyond its verdict. */
  readonly notes: string[] = [];
  /** Set by a row whose messages are meant to be parked. */
  mayPark = false;
  /** Set by a row that leaves the reader halted, or the topic not fully read, on purpose. */
  isAtRest = true;
  /** When the row was over and what it broke was mended; gaps are measured up to here. */
  healedMs: number | undefined;
  private readonly heals: (() => void)[] = [];
  private readonly databases: Connection;
  private readonly onlooker: Connection;
  private readonly officer: Officer;
  private readonly secrets = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')] as const;
  private readonly stores: Store[] = [];
  private started = 0;
  private watch: EffectsWatch | undefined;

  private constructor(cluster: Cluster, aftermath: Aftermath, seed: number, officer: Officer) {
    this.cluster = cluster;
    this.aftermath = aftermath;
    this.random = seeded(seed);
    this.officer = officer;
    const log = createLogger({ service: 'faults', level: 'silent' });
    const settings = { brokers: cluster.brokerAddresses, clientId: 'faults', topicPrefix: this.prefix };
    this.bus = openBus(settings, { log, clocks: systemClocks });
    this.databases = createConnection(cluster.mongodbUri, { serverSelectionTimeoutMS: 5_000 });
    this.onlooker = createConnection(cluster.mongodbUri, ONLOOKER);
  }

  /** Makes the topics and the databases. */
  static async open(cluster: Cluster, aftermath: Aftermath, seed: number): Promise<Bench> {
    const bench = new Bench(cluster, aftermath, seed, await openOfficer());
    mkdirSync(bench.logsDir, { recursive: true });
    const made = [
      { topic: TOPIC, service: 'applications', lane: 'main' as const },
      { topic: 'minzheng.reader.v1', service: 'reader', lane: 'main' as const },
      { topic: StaffAccessEnded.topic, service: 'training', lane: 'main' as const },
      { topic: PersonMerged.topic, service: 'people', lane: 'main' as const },
    ];
    await bench.bus.applyTopics(made, { partitions: PARTITIONS });
    for (const name of ['writer', 'reader']) await migrate(cluster.mongodbUri, bench.databaseName(name), MIGRATIONS);
    return bench;
  }

  get logsDir(): string {
    return join(this.cluster.dataDir, 'services', this.prefix);
  }

  get topic(): string {
    return `${this.prefix}${TOPIC}`;
  }

  databaseName(service: string): string {
    return `${service}_${this.prefix.slice(0, -1)}`;
  }

  database(service: 'writer' | 'reader'): Connection {
    return this.databases.useDb(this.databaseName(service), { useCache: true });
  }

  /** A service's store inside this process; closed with the bench. */
  async openStore(service: 'writer' | 'reader'): Promise<Store> {
    const [masterKey, blindIndexKey] = this.secrets.map((secret) => Buffer.from(secret, 'base64')) as [Buffer, Buffer];
    const database = this.databaseName(service);
    const settings = { uri: this.cluster.mongodbUri, database, service, slots: 1, masterKey, blindIndexKey };
    const log = createLogger({ service: 'faults', level: 'silent' });
    const store = await openStore(settings, { clocks: systemClocks, log });
    this.stores.push(store);
    return store;
  }

  /** The environment of a service of this row. */
  envOf(service: string, extra: Env = {}): Env {
    return {
      MINZHENG_ENV: 'local',
      MONGODB_URI: this.cluster.mongodbUri,
      MONGODB_DATABASE: this.databaseName(service),
      KAFKA_BROKERS: this.cluster.brokerAddresses.join(','),
      TOPIC_PREFIX: this.prefix,
      REDIS_URL: this.cluster.redisUrl,
      ISSUER_URL: this.officer.issuerUrl,
      MASTER_KEY: this.secrets[0],
      BLIND_INDEX_KEY: this.secrets[1],
      LOG_LEVEL: 'info',
      ...extra,
    };
  }

  async start(service: 'writer' | 'reader', extra: Env = {}): Promise<ServiceProcess> {
    this.started += 1;
    const started = await startServiceProcess({
      name: `${service}-${this.started}`,
      main: fileURLToPath(new URL(`workload/${service}-main.ts`, import.meta.url)),
      env: this.envOf(service, extra),
      logsDir: this.logsDir,
    });
    this.services.push(started);
    return started;
  }

  /** The one that was started first of those still there. Throws when there is none. */
  running(service: 'writer' | 'reader'): ServiceProcess {
    const found = this.services.find(({ name }) => name.startsWith(service));
    if (found === undefined) throw new Error(`no ${service} is running`);
    return found;
  }

  /** Ends a service in good order and forgets it. Gives how long it took, in ms. */
  async end(service: ServiceProcess): Promise<number> {
    const startMs = performance.now();
    this.services.splice(this.services.indexOf(service), 1);
    await service.stop();
    return performance.now() - startMs;
  }

  /** One writer, one reader, and clients that have all been answered once. */
  async startAll(shape: LoadShape = {}): Promise<Load> {
    await Promise.all([this.start('writer'), this.start('reader')]);
    return await this.load(shape);
  }

  async load({ keys = KEYS, clients = keys, everyMs = EVERY_MS }: LoadShape = {}): Promise<Load> {
    const load = new Load({
      officer: this.officer,
      urls: () => this.services.filter(({ name }) => name.startsWith('writer')).map(({ url }) => url),
      keys: Array.from({ length: keys }, (_, index) => `key-${this.loads.length}-${index}`),
      everyMs,
      clients,
    });
    this.loads.push(load);
    this.histories.push(load.history);
    this.watch ??= new EffectsWatch(load.history, () => this.effects());
    await this.until('the first writes and their effects', 60_000, async () => {
      const effects = await this.effects();
      return load.acknowledged() >= clients && [...effects.values()].reduce((sum, one) => sum + one, 0) >= keys;
    });
    return load;
  }

  newHistory(): History {
    const history = new History();
    this.histories.push(history);
    return history;
  }

  async effects(): Promise<ReadonlyMap<string, number>> {
    const database = this.onlooker.useDb(this.databaseName('reader'), { useCache: true });
    const rows = await database.collection<{ _id: string; count: number }>('tallies').find().toArray();
    return new Map(rows.map(({ _id, count }) => [_id, count]));
  }

  effectGapMs(): number {
    return this.watch?.gapMs() ?? 0;
  }

  server(name: string): Target {
    return { name, pid: () => this.cluster.pidOf(name) };
  }

  note(text: string): void {
    this.notes.push(text);
  }

  /** Does something to the system and remembers it. What it gives back undoes it; `heal` calls it if the row does not. */
  inject<T>(what: string, act: () => T): T {
    this.injections.push({ what, atMs: performance.now() });
    return act();
  }

  kill(target: Target): void {
    this.inject(`kill -9 ${target.name}`, () => kill(target));
  }

  freeze(target: Target): () => void {
    return this.healing(this.inject(`SIGSTOP ${target.name}`, () => freeze(target, this.aftermath)));
  }

  holdDown(target: Target): () => void {
    return this.healing(this.inject(`${target.name} held down`, () => holdDown(target)));
  }

  /** What `from` sends to `to` is lost from now on. */
  cut(from: string, to: string): () => void {
    const mend = this.inject(`${from} no longer reaches ${to}`, () => this.cluster.cut?.(from, to));
    if (mend === undefined) throw new Error('these mongods share one network');
    return this.healing(mend);
  }

  healing(undo: () => void): () => void {
    this.heals.push(undo);
    return undo;
  }

  heal(): void {
    this.healedMs ??= performance.now();
    for (const undo of this.heals.splice(0).toReversed()) undo();
  }

  async send(...records: OutgoingRecord[]): Promise<void> {
    const producer = await this.bus.openProducer();
    try {
      await producer.send(records);
    } finally {
      await producer.close();
    }
  }

  /** Looks again every 100 ms; throws when it has not become so. An error counts as "not yet". */
  async until(what: string, withinMs: number, isSo: () => Promise<boolean> | boolean): Promise<void> {
    const untilMs = performance.now() + withinMs;
    while (
      !(await Promise.resolve()
        .then(isSo)
        .catch(() => false))
    ) {
      if (performance.now() > untilMs) throw new Error(`not within ${withinMs / 1000} s: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async close(): Promise<void> {
    this.heal();
    this.watch?.stop();
    for (const load of this.loads) await load.stop(0);
    await Promise.all(this.services.map((service) => service.stop()));
    await Promise.all(this.stores.map((store) => store.close()));
    for (const name of ['writer', 'reader'] as const)
      await this.database(name)
        .dropDatabase()
        .catch(() => undefined);
    await Promise.all([this.databases.close(), this.onlooker.close(), this.bus.close(), this.officer.stop()]);
  }
}
