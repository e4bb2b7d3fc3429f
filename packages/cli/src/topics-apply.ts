import { openBus } from '@minzheng/messaging';
import { createLogger } from '@minzheng/observability';
import { systemClocks, topics } from '@minzheng/types';

/** Which brokers, and how many partitions a new topic gets. */
export interface TopicsOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly partitions: number | undefined;
  readonly say: (line: string) => void;
}

/** Makes the topics of the catalogue that are missing, and the dead topics beside them. */
export async function topicsApply({ env, partitions, say }: TopicsOptions): Promise<boolean> {
  const brokers = (env['KAFKA_BROKERS'] ?? '').split(',').filter((broker) => broker !== '');
  if (brokers.length === 0) throw new Error('KAFKA_BROKERS should be one or more host:port with commas between');
  const bus = openBus(
    { brokers, clientId: 'minzheng', topicPrefix: env['TOPIC_PREFIX'] ?? '' },
    { log: createLogger({ service: 'minzheng', level: 'error' }), clocks: systemClocks },
  );
  try {
    const made = await bus.applyTopics(topics(), partitions === undefined ? {} : { partitions });
    say(made.length === 0 ? 'every topic is there' : `made ${made.join(', ')}`);
  } finally {
    await bus.close();
  }
  return true;
}
