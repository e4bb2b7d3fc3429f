import type { OutgoingRecord } from '@minzheng/messaging';
import type { Life } from '../engine/life.ts';
import type { Server } from '../engine/server.ts';
import type { Cluster } from './cluster.ts';
import type { Partition } from './partition.ts';
import type { Producer } from './ports.ts';

const REQUEST_MS = 5_000;
const RETRIES = 5;
const PAUSE_MS = 300;

type Batches = Map<Partition, OutgoingRecord[]>;

/**
 * A producer with the ways of kafkajs: it retries by itself, one request in flight for each broker, and takes back the numbers of a
 * request that failed, so that the next one queued is sent under them (DELIVERY finding 3). With one send at a time that does no harm.
 */
export class SimulatedProducer implements Producer {
  private readonly life: Life;
  private readonly cluster: Cluster;
  private readonly id: number;
  private readonly next = new Map<Partition, number>();
  private readonly lines = new Map<Server, Promise<unknown>>();
  private isCut = false;

  constructor(life: Life, cluster: Cluster) {
    this.life = life;
    this.cluster = cluster;
    this.id = cluster.nextProducer();
  }

  async send(records: readonly OutgoingRecord[]): Promise<void> {
    this.cluster.sending(this.life, records);
    const ofPartitions = Map.groupBy(records, (record) => this.cluster.partitionFor(record));
    const ofBrokers = Map.groupBy(ofPartitions, ([partition]) => this.cluster.leaderOf(partition));
    await Promise.all([...ofBrokers].map(([broker, batches]) => this.deliver(broker, new Map(batches))));
  }

  close(): Promise<void> {
    this.isCut = true;
    return Promise.resolve();
  }

  abandon(): void {
    this.isCut = true;
  }

  private async deliver(broker: Server, batches: Batches): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        await this.inTurn(broker, () => this.request(broker, batches));
        return;
      } catch (error) {
        if (tries === RETRIES || this.isCut) throw error;
        await this.life.pace.sleep(PAUSE_MS);
      }
    }
  }

  /** One request in flight for each broker. */
  private inTurn(broker: Server, request: () => Promise<void>): Promise<void> {
    const turn = (this.lines.get(broker) ?? Promise.resolve()).then(request);
    this.lines.set(
      broker,
      turn.catch(() => undefined),
    );
    return turn;
  }

  private async request(broker: Server, batches: Batches): Promise<void> {
    if (this.isCut) throw new Error('the connection is cut');
    const numbered = [...batches].map(([partition, records]) => ({
      partition,
      records,
      sequence: this.take(partition, records.length),
    }));
    try {
      await this.life.call(
        broker,
        described(batches),
        () => {
          for (const { partition, records, sequence } of numbered)
            partition.append(records, { producer: this.id, sequence });
        },
        REQUEST_MS,
      );
    } catch (error) {
      for (const [partition, { length }] of batches) this.take(partition, -length);
      throw error;
    }
  }

  private take(partition: Partition, count: number): number {
    const first = this.next.get(partition) ?? 0;
    this.next.set(partition, first + count);
    return first;
  }
}

function described(batches: Batches): string {
  const parts = [...batches].map(([{ topic, number }, records]) => `${topic}/${number} ${records.map(idOf).join(' ')}`);
  return `append ${parts.join(', ')}`;
}

const idOf = ({ headers }: OutgoingRecord): string => String(headers['ce_id'] ?? '?');
