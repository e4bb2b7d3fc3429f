import type { OutgoingRecord } from '@minzheng/messaging';
import { murmur2 } from '@minzheng/store';
import type { Life } from '../engine/life.ts';
import { Server } from '../engine/server.ts';
import type { World } from '../engine/world.ts';
import { Group } from './group.ts';
import { Partition } from './partition.ts';

/** Told of each send as it begins, before anything is known of its outcome. */
export type SendListener = (life: Life, records: readonly OutgoingRecord[]) => void;

/** Two brokers that lead every other partition; the first also coordinates the groups. */
export class Cluster {
  readonly world: World;
  readonly brokers: readonly [Server, Server];
  private readonly partitionsOf: number;
  private readonly topics = new Map<string, Partition[]>();
  private readonly groups = new Map<string, Group>();
  private readonly onSend: SendListener;
  private producers = 0;

  constructor(world: World, partitions: number, onSend: SendListener) {
    this.onSend = onSend;
    this.world = world;
    this.partitionsOf = partitions;
    this.brokers = [new Server('broker-1', world), new Server('broker-2', world)];
  }

  get coordinator(): Server {
    return this.brokers[0];
  }

  leaderOf({ number }: Partition): Server {
    return this.brokers[number % 2 === 0 ? 0 : 1];
  }

  partitions(topic: string): readonly Partition[] {
    const found = this.topics.get(topic);
    if (found !== undefined) return found;
    const made = Array.from({ length: this.partitionsOf }, (_, number) => new Partition(topic, number));
    this.topics.set(topic, made);
    return made;
  }

  /** Throws RangeError when there is none. */
  partition(topic: string, number: number): Partition {
    const partition = this.partitions(topic)[number];
    if (partition === undefined) throw new RangeError(`${topic} has no partition ${number}`);
    return partition;
  }

  /** Where a message goes, the same way as kafkajs decides it. */
  partitionFor({ topic, key }: OutgoingRecord): Partition {
    return this.partition(topic, key === null ? 0 : (murmur2(key) & 0x7fffffff) % this.partitionsOf);
  }

  group(name: string): Group {
    const found = this.groups.get(name) ?? new Group(name, this);
    this.groups.set(name, found);
    return found;
  }

  allGroups(): Group[] {
    return [...this.groups.values()];
  }

  sending(life: Life, records: readonly OutgoingRecord[]): void {
    this.onSend(life, records);
  }

  nextProducer(): number {
    this.producers += 1;
    return this.producers;
  }
}
