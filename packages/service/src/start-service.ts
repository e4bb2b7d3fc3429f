import { openBus } from '@minzheng/messaging';
import { createLogger, createMetrics, startTracing } from '@minzheng/observability';
import type { Logger } from '@minzheng/observability';
import { assertMigrated, fileWitness, openStore } from '@minzheng/store';
import type { Store } from '@minzheng/store';
import { systemClocks, virtualClocks } from '@minzheng/types';
import type { Clocks, VirtualClocks } from '@minzheng/types';
import { newClosers } from './closers.ts';
import type { Closers } from './closers.ts';
import { startDeadlineRunner } from './deadline-runner.ts';
import type { ServiceDefinition, ServiceParts } from './define-service.ts';
import { keepEndedAccess } from './ended-access.ts';
import { startFigures } from './figures.ts';
import { followingBus, localClock } from './local-clock.ts';
import { keepMergedPersons } from './merged-persons.ts';
import { openDoor } from './open-door.ts';
import type { Running } from './open-door.ts';
import { newPressureGauge } from './pressure.ts';
import { runProcess } from './process-life.ts';
import { readSettings } from './read-settings.ts';
import type { Environment } from './read-settings.ts';
import type { BaseSettings } from './settings.ts';
import { standardChecks } from './standard-checks.ts';
import { subscriptionsOf } from './subscriptions.ts';
import { startTraffic } from './traffic.ts';

/** What a test may put in the place of the real thing. */
export interface StartOptions {
  readonly clocks?: Clocks;
  readonly log?: Logger;
  /** Told of a fault that only a new process can mend; the log unless told. */
  readonly fail?: (error: unknown) => void;
  /** Signals are `run`'s business; tests may say so. */
  readonly exitOnSignal?: false;
}

/**
 * Brings a service to life: settings → store → migrations → bus → routes, reactions, jobs → door. Throws SettingsInvalid,
 * NotMigrated, TopicsMissing, or the system's error for a taken port; whatever was open by then is closed.
 */
export async function startService<S extends BaseSettings>(
  definition: ServiceDefinition<S>,
  environment: Environment,
  options: StartOptions = {},
): Promise<Running> {
  const settings = readSettings(definition.settings, environment) as S;
  const log = options.log ?? createLogger({ service: definition.name, level: settings.LOG_LEVEL });
  const closers = newClosers(log);
  const tracing = await startTracing({ service: definition.name, environment });
  closers.add('traces', SHORT_LIMIT_MS, () => tracing.stop());
  try {
    const { CIVIL_CLOCK: civil } = settings;
    const virtual = civil === undefined ? undefined : virtualClocks(civil);
    return await start(definition, settings, { log, clocks: virtual ?? systemClocks, virtual, ...options }, closers);
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

/** What a service's main.ts calls: start, stop in order on SIGTERM, exit 1 on a fault that nobody caught. */
export async function run<S extends BaseSettings>(
  definition: ServiceDefinition<S>,
  environment: Environment,
): Promise<void> {
  await runProcess(definition.name, (fail) => startService(definition, environment, { fail }));
}

interface Kit {
  readonly log: Logger;
  readonly clocks: Clocks;
  /** The same, where the civil one can be moved. */
  readonly virtual: VirtualClocks | undefined;
  readonly fail?: (error: unknown) => void;
}

/** What is opened is closed in the opposite order: door, figures, jobs, consumers, relay, bus, the service's own, audit, database, traces (DELIVERY §3.8). */
async function start<S extends BaseSettings>(
  definition: ServiceDefinition<S>,
  settings: S,
  kit: Kit,
  closers: Closers,
): Promise<Running> {
  const { name } = definition;
  const { log, clocks, virtual } = kit;
  const fail = kit.fail ?? ((error: unknown) => log.error({ err: error }, 'fault that only a new process can mend'));
  const store = await openDatabase(definition, settings, kit, closers);
  const metrics = createMetrics();
  let unite: ServiceParts['unite'];
  const persons = await keepMergedPersons(store, () => unite);
  closers.add('merged persons', SHORT_LIMIT_MS, () => persons.stop());
  const parts = await definition.build({ settings, store, clocks, log, metrics, persons });
  unite = parts.unite;
  closers.add('service', SHORT_LIMIT_MS, async () => await parts.close?.());
  const kafka = openBus({ brokers: settings.KAFKA_BROKERS, clientId: name, topicPrefix: settings.TOPIC_PREFIX }, kit);
  closers.add('bus', SHORT_LIMIT_MS, () => kafka.close());
  const bus = virtual === undefined ? kafka : followingBus(kafka, virtual);
  const endedAccess = await keepEndedAccess(store);
  closers.add('ended access', SHORT_LIMIT_MS, () => endedAccess.stop());
  const subscriptions = [
    ...subscriptionsOf(name, parts.reactions ?? []),
    endedAccess.subscription,
    persons.subscription,
  ];
  const traffic = await startTraffic({ service: name, bus, store, subscriptions, log, fail });
  closers.add('traffic', LONG_LIMIT_MS, () => traffic.stop());
  const runner = startDeadlineRunner({ jobs: [...(parts.jobs ?? []), persons.job], store, clocks, log });
  closers.add('jobs', SHORT_LIMIT_MS, () => runner.stop());
  const budgetEvents = settings.OUTBOX_BUDGET_EVENTS;
  const pressure = newPressureGauge(budgetEvents, log);
  const figures = startFigures({ store, traffic, metrics, pressure, budgetEvents });
  closers.add('figures', SHORT_LIMIT_MS, () => figures.stop());
  const checks = [...standardChecks(store, bus, subscriptions), ...(parts.checks ?? [])];
  const inside = {
    name,
    settings,
    log,
    metrics,
    clocks,
    closers,
    store,
    parts,
    bus,
    traffic,
    runner,
    checks,
    pressure,
    localClock: virtual && localClock({ clocks: virtual, store, bus, subscriptions, runner }),
    endedAccess,
    persons,
  };
  return await openDoor(inside);
}

const SHORT_LIMIT_MS = 3_000;
const LONG_LIMIT_MS = 10_000;

/** The schema is proved before anything is read with it. */
async function openDatabase<S extends BaseSettings>(
  { name, migrations }: ServiceDefinition<S>,
  settings: S,
  { log, clocks, virtual }: Kit,
  closers: Closers,
): Promise<Store> {
  const { MONGODB_DATABASE: database = name, AUDIT_WITNESS_DIR: folder } = settings;
  await assertMigrated(settings.MONGODB_URI, database, migrations);
  const store = await openStore(
    {
      uri: settings.MONGODB_URI,
      database,
      service: name,
      slots: settings.OUTBOX_SLOTS,
      masterKey: settings.MASTER_KEY,
      blindIndexKey: settings.BLIND_INDEX_KEY,
    },
    { clocks, log, witness: folder === undefined ? undefined : fileWitness(folder) },
  );
  closers.add('database', SHORT_LIMIT_MS, () => store.close());
  if (virtual !== undefined) virtual.moveTo((await store.kept.read()) ?? virtual.civil.now());
  store.audit.startSealing();
  closers.add('audit', SHORT_LIMIT_MS, () => store.audit.stopSealing());
  return store;
}
