import { randomBytes } from 'node:crypto';
import { on, openBus, startConsumer, startParkedRetries, startRelay } from '@minzheng/messaging';
import type { Bus, Reaction } from '@minzheng/messaging';
import { createLogger } from '@minzheng/observability';
import { migrate, openStore } from '@minzheng/store';
import type { Cause, Repository, Store } from '@minzheng/store';
import { ApplicationSubmitted, decided, systemClocks, topics } from '@minzheng/types';
import type { Decision, EventOf } from '@minzheng/types';
import { newName } from '../benchmark.ts';
import type { Bed } from '../benchmark.ts';
import { EffectLog } from './effect-log.ts';
import { Application, applicationOf, Receipt, submitted, TOPIC } from './facts.ts';

const MIGRATIONS = new URL('../../migrations/', import.meta.url);
export const GROUP = 'payments';
const byJob: Cause = { viewer: 'system', actor: 'job:benchmark', correlationId: 'benchmark' };

export interface OurChain {
  readonly topicPrefix: string;
  readonly bus: Bus;
  readonly log: EffectLog;
  /** The database of the service that reacts. */
  readonly store: Store;
  readonly receipts: Repository<Receipt>;
  /** One commit of as many aggregates and events as there are ids. */
  submit(ids: readonly string[]): Promise<void>;
  relay(): void;
  /** What it gives back ends it; the chain's end does so too. */
  consume(): () => Promise<void>;
  end(): Promise<void>;
}

type Submitted = EventOf<typeof ApplicationSubmitted>;

/** Whatever the reaction is to do with an event before it makes its receipt; it may throw. */
export type Temper = (event: Submitted) => void;

/** Two services with databases of their own, relay and consumer between them, as a deployment has them. */
export async function openOurChain(bed: Bed, partitions: number, temper: Temper = () => undefined): Promise<OurChain> {
  const topicPrefix = `${newName()}.`;
  const deps = { log: createLogger({ service: 'benchmarks', level: 'silent' }), clocks: systemClocks };
  const bus = openBus({ brokers: bed.brokers, clientId: GROUP, topicPrefix }, deps);
  await bus.applyTopics(topics(), { partitions });
  const emitting = await openDatabase(bed, 'applications', deps);
  const reacting = await openDatabase(bed, GROUP, deps);
  const applications = emitting.repository({ collection: 'applications', state: Application });
  const receipts = reacting.repository({ collection: 'receipts', state: Receipt });
  const log = new EffectLog();
  const reactions = [receiving(receipts, temper)];
  const stops = new Set<() => Promise<void>>();
  return {
    topicPrefix,
    bus,
    log,
    store: reacting,
    receipts,
    submit: (ids) =>
      emitting.commit(byJob, async (tx) => {
        await tx.load(applications, ids);
        for (const id of ids) await tx.apply(applications, id, () => created(applicationOf(id)));
      }),
    relay: () => {
      const relay = startRelay(bus, emitting);
      stops.add(() => relay.stop());
    },
    consume: () => {
      const watched = log.watching(reacting);
      const consumer = startConsumer(bus, watched, { group: GROUP, topics: [TOPIC], reactions });
      const retries = startParkedRetries(bus, watched, { group: GROUP, reactions });
      const stop = async (): Promise<void> => {
        stops.delete(stop);
        await Promise.all([consumer.stop(), retries.stop()]);
      };
      stops.add(stop);
      return stop;
    },
    end: async () => {
      for (const stop of stops) await stop();
      for (const store of [emitting, reacting]) {
        await store.connection.dropDatabase();
        await store.close();
      }
      await bus.close();
    },
  };
}

const created = (application: Application): Decision<Application> => decided(application, submitted(application));

function receiving(receipts: Repository<Receipt>, temper: Temper): Reaction {
  return on(ApplicationSubmitted, {
    into: receipts,
    id: ({ data }) => data.applicationId,
    decide: (receipt, event, at) => {
      if (receipt !== undefined) return 'ignore';
      temper(event);
      return decided({ id: event.subject, householdSize: event.data.householdSize, receivedAt: at });
    },
  });
}

async function openDatabase(bed: Bed, service: string, deps: Parameters<typeof openStore>[1]): Promise<Store> {
  const database = `${newName()}_${service}`;
  await migrate(bed.mongodbUri, database, MIGRATIONS);
  const keys = { masterKey: randomBytes(32), blindIndexKey: randomBytes(32) };
  return openStore({ uri: bed.mongodbUri, database, service, slots: 1, ...keys }, deps);
}
