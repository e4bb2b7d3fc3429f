import type { PartitionOffsets } from '../broker.ts';
import type { Bus, BusDeps, BusSettings } from '../bus.ts';
import { machinePace } from '../pace.ts';
import { KafkaAdmin } from './admin.ts';
import { kafkaClient } from './client.ts';
import type { KafkaClient } from './client.ts';
import { kafkaProducer } from './producer.ts';
import { kafkaReader } from './reader.ts';
import { SilentBrokers } from './silent-brokers.ts';
import { applyTopics, existingTopics } from './topics.ts';

const ALIVE_MS = 2_000;
const QUESTION_MS = 5_000;

/** Opens the way to Kafka. Connects nothing yet, so it succeeds while Kafka is away. */
export function openBus(settings: BusSettings, { log, clocks }: BusDeps): Bus {
  const silent = new SilentBrokers(clocks.machine);
  let opened = 0;
  // kafkajs begins with the first of the list: should that one be frozen, the next client begins with another.
  const newClient = (): KafkaClient => {
    const brokers = rotated(settings.brokers, opened);
    opened += 1;
    return kafkaClient({ ...settings, brokers }, silent, log);
  };
  const pace = machinePace(clocks.machine);
  const admin = new KafkaAdmin(newClient, pace);
  const { clientId, topicPrefix } = settings;
  return {
    clientId,
    log,
    pace,
    openProducer: () => kafkaProducer(newClient(), topicPrefix),
    openReader: (spec) => kafkaReader(newClient(), topicPrefix, spec),
    endOffsets: async (topic) => {
      const found = await admin.ask((asked) => asked.fetchTopicOffsets(`${topicPrefix}${topic}`), QUESTION_MS);
      return found.map(({ partition, low, high }): PartitionOffsets => ({
        partition,
        first: Number(low),
        end: Number(high),
      }));
    },
    alive: () =>
      admin
        .ask((asked) => asked.describeCluster(), ALIVE_MS)
        .then(
          ({ brokers }) => brokers.length > 0,
          () => false,
        ),
    topicsMissing: async (topics) => {
      const existing = await existingTopics(admin, QUESTION_MS);
      return topics.filter((topic) => !existing.has(`${topicPrefix}${topic}`));
    },
    applyTopics: (topics, shape = {}) => applyTopics(admin, pace, topicPrefix, topics, shape),
    close: () => admin.close(),
  };
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const start = by % Math.max(1, list.length);
  return [...list.slice(start), ...list.slice(0, start)];
}
