import type { Broker, PartitionOffsets } from '@minzheng/messaging';
import type { Life } from '../engine/life.ts';
import type { Cluster } from './cluster.ts';
import type { Producer, Reader, ReaderSpec } from './ports.ts';
import { SimulatedProducer } from './producer.ts';
import { SimulatedReader } from './reader.ts';

const REQUEST_MS = 5_000;
const ALIVE_MS = 2_000;

/** One process's way to the cluster. */
export class SimulatedBroker implements Broker {
  readonly clientId: string;
  readonly log: Broker['log'];
  readonly pace: Broker['pace'];
  readonly readers: SimulatedReader[] = [];
  private readonly life: Life;
  private readonly cluster: Cluster;

  constructor(life: Life, cluster: Cluster) {
    this.life = life;
    this.cluster = cluster;
    this.clientId = life.name;
    this.log = life.log;
    this.pace = life.pace;
  }

  async openProducer(): Promise<Producer> {
    await this.asked('open producer', () => undefined, REQUEST_MS);
    return new SimulatedProducer(this.life, this.cluster);
  }

  async openReader(spec: ReaderSpec): Promise<Reader> {
    const reader = new SimulatedReader(this.life, this.cluster, spec);
    this.readers.push(reader);
    return reader.open();
  }

  endOffsets(topic: string): Promise<readonly PartitionOffsets[]> {
    const ends = (): PartitionOffsets[] =>
      this.cluster.partitions(topic).map(({ number, end }) => ({ partition: number, first: 0, end }));
    return this.asked(`ends of ${topic}`, ends, REQUEST_MS);
  }

  alive(): Promise<boolean> {
    return this.asked('alive', () => true, ALIVE_MS).catch(() => false);
  }

  private asked<T>(what: string, effect: () => T, patienceMs: number): Promise<T> {
    return this.life.call(this.cluster.coordinator, what, effect, patienceMs);
  }
}
