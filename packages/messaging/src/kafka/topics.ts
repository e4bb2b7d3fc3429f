import type { Topic } from '@minzheng/types';
import type { ITopicConfig } from 'kafkajs';
import type { TopicShape } from '../bus.ts';
import { deadTopic } from '../dead-copy.ts';
import type { Pace } from '../pace.ts';
import type { KafkaAdmin } from './admin.ts';
import { KafkaAway } from './admin.ts';

const QUESTION_MS = 10_000;
const BIRTH_MS = 30_000;
const POLL_MS = 50;
const DEFAULT_PARTITIONS = 6;
const MOST_REPLICAS = 3;
const DEAD_PARTITIONS = 1;
const DAY_MS = 86_400_000;
const DEAD_KEPT_MS = 90 * DAY_MS;

interface Wanted {
  readonly topic: string;
  readonly partitions: number;
  readonly keptMs: number;
}

export async function existingTopics(admin: KafkaAdmin, withinMs: number): Promise<Set<string>> {
  return new Set(await admin.ask((asked) => asked.listTopics(), withinMs));
}

export async function applyTopics(
  admin: KafkaAdmin,
  pace: Pace,
  topicPrefix: string,
  topics: readonly Topic[],
  { partitions = DEFAULT_PARTITIONS, replicas = MOST_REPLICAS }: TopicShape,
): Promise<string[]> {
  const wanted = withDeadTopics(topics, partitions).map((one) => ({ ...one, topic: `${topicPrefix}${one.topic}` }));
  const existing = await existingTopics(admin, QUESTION_MS);
  await refuseReshaping(
    admin,
    wanted.filter(({ topic }) => existing.has(topic)),
  );
  const { brokers } = await admin.ask((asked) => asked.describeCluster(), QUESTION_MS);
  const factor = Math.min(replicas, brokers.length);
  const missing = wanted.filter(({ topic }) => !existing.has(topic));
  if (missing.length === 0) return [];
  const configs = missing.map((one) => configOf(one, factor));
  await admin.ask((asked) => asked.createTopics({ waitForLeaders: false, topics: configs }), QUESTION_MS);
  const names = missing.map(({ topic }) => topic);
  await untilLed(admin, pace, names);
  return names;
}

/** Internal topics are kept for ever, so that a new projection can start at the beginning; no personal data is on them. */
function withDeadTopics(topics: readonly Topic[], partitions: number): Wanted[] {
  const services = [...new Set(topics.map(({ service }) => service))];
  const groups = services.flatMap((service) => [service, `${service}.bulk`, `${service}.access`, `${service}.merges`]);
  return [
    ...topics.map(({ topic }) => ({ topic, partitions, keptMs: -1 })),
    ...groups.map((group) => ({ topic: deadTopic(group), partitions: DEAD_PARTITIONS, keptMs: DEAD_KEPT_MS })),
  ];
}

function configOf({ topic, partitions, keptMs }: Wanted, factor: number): ITopicConfig {
  const entries = {
    'retention.ms': String(keptMs),
    'cleanup.policy': 'delete',
    'message.timestamp.type': 'CreateTime',
    'max.message.bytes': '1048576',
    'unclean.leader.election.enable': 'false',
    'min.insync.replicas': String(Math.max(1, factor - 1)),
  };
  const configEntries = Object.entries(entries).map(([name, value]) => ({ name, value }));
  return { topic, numPartitions: partitions, replicationFactor: factor, configEntries };
}

async function refuseReshaping(admin: KafkaAdmin, wanted: readonly Wanted[]): Promise<void> {
  if (wanted.length === 0) return;
  const names = wanted.map(({ topic }) => topic);
  const { topics } = await admin.ask((asked) => asked.fetchTopicMetadata({ topics: names }), QUESTION_MS);
  for (const { name, partitions } of topics) {
    const asked = wanted.find(({ topic }) => topic === name)?.partitions;
    if (asked !== partitions.length) {
      throw new RangeError(`${name} has ${partitions.length} partitions, not ${asked}: their number is fixed at birth`);
    }
  }
}

/** kafkajs's own waiting for leaders fails where polling does not. */
async function untilLed(admin: KafkaAdmin, pace: Pace, names: readonly string[]): Promise<void> {
  const untilMs = pace.monotonicMs() + BIRTH_MS;
  while (pace.monotonicMs() < untilMs) {
    if (await isLed(admin, names)) return;
    await pace.sleep(POLL_MS);
  }
  throw new KafkaAway('new topics have no leaders yet');
}

async function isLed(admin: KafkaAdmin, names: readonly string[]): Promise<boolean> {
  try {
    const { topics } = await admin.ask((asked) => asked.fetchTopicMetadata({ topics: [...names] }), QUESTION_MS);
    const isLedOnPaper = topics.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0));
    if (!isLedOnPaper) return false;
    // A leader learns of its office a little later than the cluster does; one that answers for its ends knows.
    for (const name of names) await admin.ask((asked) => asked.fetchTopicOffsets(name), QUESTION_MS);
    return true;
  } catch {
    return false;
  }
}
