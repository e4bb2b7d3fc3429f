import { startConsumer, startParkedRetries, startRelay } from '@minzheng/messaging';
import type { Bus, Consumer, LaneStatus } from '@minzheng/messaging';
import type { Logger } from '@minzheng/observability';
import type { Store } from '@minzheng/store';
import { newClosers } from './closers.ts';
import type { Closers } from './closers.ts';
import type { Subscription } from './subscriptions.ts';
import { topicsOf } from './subscriptions.ts';
import { newWake } from './wake.ts';

const KAFKA_RETRY_MS = 1_000;
const CLOSE_LIMIT_MS = 5_000;

/** A topic of the catalogue is not on the brokers; nothing of ours makes one in passing. */
export class TopicsMissing extends Error {
  override readonly name = 'TopicsMissing';
  constructor(topics: readonly string[]) {
    super(`topics are missing: ${topics.join(', ')}; run "minzheng topics apply"`);
  }
}

/** How far a group has come. */
export interface GroupStatus {
  readonly group: string;
  readonly partitions: readonly LaneStatus[];
}

/** What a service sends and hears. */
export interface TrafficSettings {
  readonly service: string;
  readonly bus: Bus;
  readonly store: Store;
  readonly subscriptions: readonly Subscription[];
  readonly log: Logger;
  /** A fault that only a new process can mend. */
  readonly fail: (error: unknown) => void;
}

/** The relay, the consumers and the retries of what was parked. */
export interface Traffic {
  /** How far each group has come; undefined before Kafka first answered. */
  status(): readonly GroupStatus[] | undefined;
  stop(): Promise<void>;
}

/**
 * Starts the traffic. Throws TopicsMissing. With Kafka away it starts as soon as Kafka answers, and a topic found missing then
 * goes to `fail`.
 */
export async function startTraffic(settings: TrafficSettings): Promise<Traffic> {
  const { bus, log, fail } = settings;
  const open = newClosers(log);
  const bell = newWake();
  let consumers: Consumer[] | undefined;
  const stopping = new AbortController();

  const tryToBegin = async (): Promise<boolean> => {
    if (!(await bus.alive())) return false;
    await requireTopics(settings);
    if (!stopping.signal.aborted) consumers = begin(settings, open);
    return true;
  };
  const keepTrying = async (): Promise<void> => {
    while (!stopping.signal.aborted && !(await tryToBegin())) await bell.wait(KAFKA_RETRY_MS);
  };

  const isBegun = await tryToBegin();
  if (!isBegun) log.warn({}, 'kafka does not answer; starting without it');
  const trying = isBegun ? Promise.resolve() : keepTrying().catch(fail);
  return {
    status: () => consumers?.map((consumer) => ({ group: consumer.group, partitions: consumer.status() })),
    stop: async () => {
      stopping.abort();
      bell.wake();
      await trying;
      await open.closeAll();
    },
  };
}

async function requireTopics({ service, bus, subscriptions }: TrafficSettings): Promise<void> {
  const missing = await bus.topicsMissing(topicsOf(service, subscriptions));
  if (missing.length > 0) throw new TopicsMissing(missing);
}

/** The relay is opened first and so closed last: it still sends what the consumers' last chunks committed. */
function begin({ bus, store, subscriptions, fail }: TrafficSettings, open: Closers): Consumer[] {
  const relay = startRelay(bus, store);
  open.add('relay', CLOSE_LIMIT_MS, () => relay.stop());
  const onFatal = (reason: string): void => fail(new Error(`consumer gave up: ${reason}`));
  return subscriptions.map((subscription) => {
    const consumer = startConsumer(bus, store, { ...subscription, onFatal });
    const retries = startParkedRetries(bus, store, subscription);
    open.add(`retries of ${subscription.group}`, CLOSE_LIMIT_MS, () => retries.stop());
    open.add(`consumer ${subscription.group}`, CLOSE_LIMIT_MS, () => consumer.stop());
    return consumer;
  });
}
