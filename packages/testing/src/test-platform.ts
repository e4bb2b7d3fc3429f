import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { openBus } from '@minzheng/messaging';
import { createLogger } from '@minzheng/observability';
import { startService } from '@minzheng/service';
import type { Running, ServiceDefinition } from '@minzheng/service';
import { migrate } from '@minzheng/store';
import { systemClocks, topics } from '@minzheng/types';
import type { Clocks, CloudEvent, NewEvent } from '@minzheng/types';
import { createConnection } from 'mongoose';
import type { Connection } from 'mongoose';
import type { EventOverrides } from './ce-record.ts';
import { eventually } from './eventually.ts';
import { startProcess } from './service-process.ts';
import type { ServiceProcess } from './service-process.ts';
import { TestBus } from './test-bus.ts';
import { TestClient } from './test-client.ts';
import { startTestIssuer } from './test-issuer.ts';
import type { TestIssuer, Who } from './test-issuer.ts';
import { testClock } from './test-clock.ts';
import type { TestClock } from './test-clock.ts';
import { testServers } from './test-servers.ts';
import type { TestServers } from './test-servers.ts';
import type { RawRecord } from './topic-collector.ts';

const PARTITIONS = 3;

type Env = Readonly<Record<string, string>>;

/** A platform for one suite: its own databases and topics on the run's shared servers, its own issuer. */
export interface TestPlatform {
  readonly servers: TestServers;
  readonly topicPrefix: string;
  readonly issuer: TestIssuer;
  /**
   * Migrates, makes the topics, starts the service in this process on a free port. A service that was stopped may be started
   * again. `clocks` are the machine's unless the test holds them in its hand.
   */
  start(service: ServiceDefinition, extraEnv?: Env, clocks?: Clocks): Promise<Running>;
  /** The same as a process of its own, from its main.ts. */
  spawn(service: ServiceDefinition, main: URL, extraEnv?: Env): Promise<ServiceProcess>;
  /** The environment a service gets. */
  envOf(service: string, extraEnv?: Env): Record<string, string>;
  /** A client that speaks as somebody; `anonymous` has no token. */
  as(who: Who): TestClient;
  readonly anonymous: TestClient;
  /** Sends requests for `service` to another address, a gateway or a process of its own. */
  route(service: string, url: string): void;
  /** The clock of a service started with CIVIL_CLOCK, also after it was started anew. */
  clock(service: string): TestClock;
  publish(event: NewEvent, overrides?: EventOverrides): Promise<void>;
  publishRaw(
    topic: string,
    key: string | null,
    value: string | Buffer | null,
    headers?: Record<string, string | Buffer>,
  ): Promise<void>;
  events(topic: string): Promise<CloudEvent[]>;
  records(topic: string): Promise<readonly RawRecord[]>;
  /** A service's database as somebody with a shell would see it. */
  database(service: string): Connection;
  databaseName(service: string): string;
  eventually: typeof eventually;
  /** Stops every service it started, drops the databases and topics. */
  stop(): Promise<void>;
}

/** Opens a platform; `stop` it in afterAll. */
export async function testPlatform(): Promise<TestPlatform> {
  const platform = new Platform(testServers(), await startTestIssuer());
  return platform.surface();
}

/** What one suite holds open. */
class Platform {
  readonly #servers: TestServers;
  readonly #issuer: TestIssuer;
  readonly #suffix = randomBytes(4).toString('hex');
  readonly #prefix = `t${this.#suffix}-`;
  readonly #masterKey = randomBytes(32).toString('base64');
  readonly #blindIndexKey = randomBytes(32).toString('base64');
  readonly #bus: TestBus;
  readonly #mongodb: Connection;
  readonly #urls = new Map<string, string>();
  readonly #migrated = new Set<string>();
  readonly #running = new Set<{ stop(): Promise<unknown> }>();
  #topicsMade: Promise<void> | undefined;

  constructor(servers: TestServers, issuer: TestIssuer) {
    this.#servers = servers;
    this.#issuer = issuer;
    this.#bus = new TestBus(servers.kafkaBrokers, this.#prefix);
    this.#mongodb = createConnection(servers.mongodbUri);
  }

  surface(): TestPlatform {
    return {
      servers: this.#servers,
      topicPrefix: this.#prefix,
      issuer: this.#issuer,
      start: (service, extraEnv = {}, clocks) => this.#start(service, extraEnv, clocks),
      spawn: (service, main, extraEnv = {}) => this.#spawn(service, main, extraEnv),
      envOf: (service, extraEnv = {}) => this.#envOf(service, extraEnv),
      as: (who) => this.#client(who),
      anonymous: this.#client(undefined),
      route: (service, url) => void this.#urls.set(service, url),
      clock: (service) => testClock(() => this.#urlOf(service)),
      publish: (event, overrides) => this.#bus.publish(event, overrides),
      publishRaw: (topic, key, value, headers) => this.#bus.publishRaw(topic, key, value, headers),
      events: (topic) => this.#bus.events(topic),
      records: (topic) => this.#bus.records(topic),
      database: (service) => this.#mongodb.useDb(this.#databaseName(service)),
      databaseName: (service) => this.#databaseName(service),
      eventually,
      stop: () => this.#stop(),
    };
  }

  async #start(service: ServiceDefinition, extraEnv: Env, clocks?: Clocks): Promise<Running> {
    await this.#prepare(service);
    const running = await startService(service, this.#envOf(service.name, extraEnv), {
      exitOnSignal: false,
      ...(clocks && { clocks }),
    });
    return this.#keep(service.name, running);
  }

  async #spawn(service: ServiceDefinition, main: URL, extraEnv: Env): Promise<ServiceProcess> {
    await this.#prepare(service);
    // A process says where it listens in its log, so the log must be on.
    const env = this.#envOf(service.name, { LOG_LEVEL: 'info', ...extraEnv });
    return this.#keep(service.name, await startProcess(fileURLToPath(main), env));
  }

  #keep<R extends { readonly url: string; stop(): Promise<unknown> }>(service: string, running: R): R {
    this.#urls.set(service, running.url);
    this.#running.add(running);
    return running;
  }

  async #prepare({ name, migrations }: ServiceDefinition): Promise<void> {
    this.#topicsMade ??= this.#makeTopics();
    await this.#topicsMade;
    if (this.#migrated.has(name)) return;
    await migrate(this.#servers.mongodbUri, this.#databaseName(name), migrations);
    this.#migrated.add(name);
  }

  async #makeTopics(): Promise<void> {
    const log = createLogger({ service: 'testing', level: 'error' });
    const bus = openBus(
      { brokers: [...this.#servers.kafkaBrokers], clientId: 'testing', topicPrefix: this.#prefix },
      { log, clocks: systemClocks },
    );
    try {
      await bus.applyTopics(topics(), { partitions: PARTITIONS, replicas: 1 });
    } finally {
      await bus.close();
    }
  }

  #envOf(service: string, extraEnv: Env): Record<string, string> {
    return {
      MINZHENG_ENV: 'local',
      PORT: '0',
      MONGODB_URI: this.#servers.mongodbUri,
      MONGODB_DATABASE: this.#databaseName(service),
      KAFKA_BROKERS: this.#servers.kafkaBrokers.join(','),
      TOPIC_PREFIX: this.#prefix,
      REDIS_URL: this.#servers.redisUrl,
      ISSUER_URL: this.#issuer.url,
      MASTER_KEY: this.#masterKey,
      BLIND_INDEX_KEY: this.#blindIndexKey,
      LOG_LEVEL: process.env['MINZHENG_TEST_LOG_LEVEL'] ?? 'error',
      ...extraEnv,
    };
  }

  #databaseName(service: string): string {
    return `${service}_${this.#suffix}`;
  }

  #client(who: Who | undefined): TestClient {
    return new TestClient(this.#issuer, who, (service) => this.#urlOf(service));
  }

  #urlOf(service: string): string {
    const url = this.#urls.get(service);
    if (url === undefined) throw new Error(`${service} has not been started on this platform`);
    return url;
  }

  async #stop(): Promise<void> {
    await Promise.allSettled([...this.#running].map((running) => running.stop()));
    await Promise.all([...this.#migrated].map((name) => this.#mongodb.useDb(this.#databaseName(name)).dropDatabase()));
    await Promise.all([this.#mongodb.close(), this.#bus.stop(), this.#issuer.stop()]);
  }
}
