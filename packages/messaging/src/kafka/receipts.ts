import type { RecordMetadata } from 'kafkajs';

/** Kafka said that it has everything, and did not say so of every partition. Whether the messages were written is not known. */
export class SendIncomplete extends Error {
  override readonly name = 'SendIncomplete';
  readonly retriable = true;
}

/**
 * What a send must be answered for. kafkajs remembers, while it retries, which brokers have answered, not which partitions: a partition
 * whose leader becomes a broker that had answered before is never sent, and the send succeeds all the same (decision 0006).
 */
export class Receipts {
  private readonly expected = new Map<string, Set<number>>();

  clear(): void {
    this.expected.clear();
  }

  /** A message goes to this partition. */
  expect(topic: string, partition: number): number {
    const known = this.expected.get(topic);
    if (known === undefined) this.expected.set(topic, new Set([partition]));
    else known.add(partition);
    return partition;
  }

  /** Throws SendIncomplete when a partition has not been acknowledged. */
  check(answers: readonly RecordMetadata[]): void {
    for (const [topic, partitions] of this.expected) {
      const missing = new Set(partitions);
      for (const { topicName, partition } of answers) if (topicName === topic) missing.delete(partition);
      if (missing.size > 0) throw new SendIncomplete(`${topic} has not acknowledged ${[...missing].join(', ')}`);
    }
  }
}
