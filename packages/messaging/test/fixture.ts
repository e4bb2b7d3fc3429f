import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createLogger } from '@minzheng/observability';
import type { Logger } from '@minzheng/observability';
import { encode, on, openBus, startConsumer, startParkedRetries, startRelay } from '@minzheng/messaging';
import type { Bus, Consumer, OutgoingRecord, Reaction } from '@minzheng/messaging';
import { migrate, openStore } from '@minzheng/store';
import type { Cause, OutboxEvent, ParkedRow, Repository, Store } from '@minzheng/store';
import { ApplicationSubmitted, decided, refuse, systemClocks, topics } from '@minzheng/types';
import type { Decision, EventOf, NewEvent } from '@minzheng/types';
import { z } from 'zod';

const MIGRATIONS = new URL('./migrations/', import.meta.url);
export const TOPIC = ApplicationSubmitted.topic;
export const GROUP = 'tests';
export const byJob: Cause = { viewer: 'system', actor: 'job:test', correlationId: 'c1' };

/** What a test's consumer keeps of an application: the numbers that came, in the order in which they came. */
export const Tally = z.strictObject({ id: z.string(), numbers: z.array(z.int()), mark: z.string().optional() });
export type Tally = z.infer<typeof Tally>;

/** The addresses of the run's servers; only a test file itself reads the environment. */
type Environment = Readonly<Record<string, string | undefined>>;

function given(environment: Environment, variable: string): string {
  const value = environment[variable];
  if (value === undefined) throw new Error(`integration tests need ${variable}`);
  return value;
}

/** Asks until `check` no longer throws, for 15 s unless told. */
export async function eventually<T>(check: () => T | Promise<T>, timeoutMs = 15_000): Promise<T> {
  const giveUpAt = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
    }
    await pause(10);
  }
}

/** A number in an event's data, as a fact of its subject. */
export const numbered = (id: string, number: number): NewEvent =>
  ApplicationSubmitted.of({
    subject: id,
    data: { applicationId: id, programme: 'DB', householdSize: number, submittedOn: '2026-11-24' },
  });

let drawn = 0;
const nextId = (): string => `e${(drawn += 1)}-${randomBytes(4).toString('hex')}`;

/** The message that a relay would send of it. */
export function recordOf(id: string, number: number, more: Partial<OutboxEvent> = {}): OutgoingRecord {
  const { type, topic, key, subject, data } = numbered(id, number);
  const headers = {
    source: 'https://minzheng.org/services/applications',
    subject,
    time: '2026-11-24T00:00:00.000Z',
    correlationid: 'c1',
  };
  return encode({ id: nextId(), topic, key, type, seq: number, headers, data: JSON.stringify(data), ...more });
}

/** What a test wants a reaction to do with a number, beyond taking it down. */
export type Temper = (tally: Tally | undefined, number: number, id: string) => Decision<Tally> | 'ignore' | undefined;

export function takingDown(tallies: Repository<Tally>, temper: Temper = () => undefined): Reaction {
  return on(ApplicationSubmitted, {
    into: tallies,
    id: ({ data }) => data.applicationId,
    decide: (tally, event) => temper(tally, event.data.householdSize, event.subject) ?? taken(tally, event),
  });
}

function taken(
  tally: Tally | undefined,
  { subject, data }: EventOf<typeof ApplicationSubmitted>,
): Decision<Tally> | 'ignore' {
  const numbers = tally?.numbers ?? [];
  if (numbers.includes(data.householdSize)) return 'ignore';
  return decided({ id: subject, numbers: [...numbers, data.householdSize] });
}

export const refusing = (): Decision<Tally> => refuse('request.not-found');

export interface Bench {
  readonly topicPrefix: string;
  readonly bus: Bus;
  readonly store: Store;
  readonly tallies: Repository<Tally>;
  readonly log: Logger;
  send(...records: OutgoingRecord[]): Promise<void>;
  consume(reactions?: readonly Reaction[], options?: { onFatal?: (reason: string) => void }): Running;
  relay(store?: Store): { stop(): Promise<void>; idle(): boolean };
  numbers(id: string): Promise<number[]>;
  parked(): Promise<ParkedRow[]>;
  parkedOf(id: string): Promise<ParkedRow[]>;
  /** A second service's database. */
  otherStore(service: string): Promise<Store>;
  otherBus(): Bus;
  end(): Promise<void>;
}

export interface Running {
  readonly consumer: Consumer;
  stop(): Promise<void>;
}

export const talliesOf = (store: Store, collection = 'tallies'): Repository<Tally> =>
  store.repository({ collection, state: Tally });

/** A database and a topic prefix of its own on the run's servers; all that it started ends with it. */
export async function testBench(environment: Environment, partitions = 3): Promise<Bench> {
  const topicPrefix = `t${randomBytes(4).toString('hex')}.`;
  const log = createLogger({ service: GROUP, level: 'silent' });
  const deps = { log, clocks: systemClocks };
  const ends: (() => Promise<unknown>)[] = [];
  const otherBus = (): Bus => {
    const opened = openBus(
      { brokers: given(environment, 'MINZHENG_TEST_KAFKA').split(','), clientId: GROUP, topicPrefix },
      deps,
    );
    ends.push(() => opened.close());
    return opened;
  };
  const otherStore = async (service: string): Promise<Store> => {
    const uri = given(environment, 'MINZHENG_TEST_MONGODB');
    const database = `messaging_${service}_${randomBytes(6).toString('hex')}`;
    await migrate(uri, database, MIGRATIONS);
    const keys = { masterKey: randomBytes(32), blindIndexKey: randomBytes(32) };
    const opened = await openStore({ uri, database, service, slots: 1, ...keys }, deps);
    ends.push(async () => {
      await opened.connection.dropDatabase();
      await opened.close();
    });
    return opened;
  };
  const bus = otherBus();
  const store = await otherStore(GROUP);
  await bus.applyTopics([...topics(), { topic: 'minzheng.tests.v1', service: GROUP, lane: 'main' }], { partitions });
  const producer = await bus.openProducer();
  ends.push(() => producer.close());
  const tallies = talliesOf(store);
  const stoppers = new Set<() => Promise<unknown>>();
  const stopping = (stop: () => Promise<unknown>) => async (): Promise<void> => {
    if (stoppers.delete(stop)) await stop();
  };
  return {
    topicPrefix,
    bus,
    store,
    tallies,
    log,
    otherBus,
    otherStore,
    send: (...records) => producer.send(records),
    consume: (reactions = [takingDown(tallies)], options = {}) => {
      const consumer = startConsumer(bus, store, { group: GROUP, topics: [TOPIC], reactions, ...options });
      const retries = startParkedRetries(bus, store, { group: GROUP, reactions });
      const stop = (): Promise<unknown> => Promise.all([consumer.stop(), retries.stop()]);
      stoppers.add(stop);
      return { consumer, stop: stopping(stop) };
    },
    relay: (from = store) => {
      const relay = startRelay(bus, from);
      const stop = (): Promise<unknown> => relay.stop();
      stoppers.add(stop);
      return { idle: () => relay.idle(), stop: stopping(stop) };
    },
    numbers: async (id) => (await tallies.find('system', id))?.numbers ?? [],
    parked: () => store.parked.list({ limit: 1_000 }),
    parkedOf: (id) => store.parked.ofKey(GROUP, `${TOPIC}|${id}`, 100),
    end: async () => {
      for (const stop of stoppers) await stop();
      for (const end of ends.toReversed()) await end();
    },
  };
}
