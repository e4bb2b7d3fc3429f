import type { Life } from '../engine/life.ts';
import type { Cluster } from './cluster.ts';
import type { Share } from './group.ts';
import type { Partition } from './partition.ts';
import type { Batch, Position, Reader, ReaderSpec } from './ports.ts';

const BEAT_MS = 3_000;
const REQUEST_MS = 5_000;
const AGAIN_MS = 300;
const IDLE_MS = 100;
const MOST_RECORDS = 8;

/** One partition as long as the member thinks that it has it. */
interface Claim {
  readonly partition: Partition;
  next: number;
  isHeld: boolean;
}

/** A running member: one fetch loop for each of its partitions, a heartbeat for all. It learns of a new deal by heartbeat only. */
export class SimulatedReader implements Reader {
  private readonly life: Life;
  private readonly cluster: Cluster;
  private readonly spec: ReaderSpec;
  private readonly id: string;
  private readonly paused = new Set<string>();
  private claims: Claim[] = [];
  /** A partition that comes back to this member begins when its last batch has ended. */
  private readonly lanes = new Map<Partition, Promise<void>>();
  private beatMs = 0;
  private generation = 0;
  private isOver = false;

  constructor(life: Life, cluster: Cluster, spec: ReaderSpec) {
    this.life = life;
    this.cluster = cluster;
    this.spec = spec;
    this.id = `${life.name}-${cluster.nextProducer()}`;
  }

  async open(): Promise<this> {
    const { group, topics } = this.spec;
    const share = await this.told(`join ${group}`, () => this.cluster.group(group).join(this.id, topics));
    this.accept(share);
    this.beating().catch(() => undefined);
    return this;
  }

  assigned(): ReadonlyMap<string, readonly number[]> {
    const held = Map.groupBy(this.claims, ({ partition }) => partition.topic);
    return new Map([...held].map(([topic, claims]) => [topic, claims.map(({ partition }) => partition.number)]));
  }

  pause(topic: string, partition: number): void {
    this.paused.add(`${topic}|${partition}`);
  }

  resume(topic: string, partition: number): void {
    this.paused.delete(`${topic}|${partition}`);
  }

  async commit(positions: readonly Position[]): Promise<void> {
    const { generation } = this;
    await this.told('commit offsets', () => this.cluster.group(this.spec.group).commit(generation, positions));
  }

  async stop(): Promise<void> {
    this.abandon();
    return Promise.resolve();
  }

  abandon(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.release();
    this.told('leave', () => this.cluster.group(this.spec.group).leave(this.id)).catch(() => undefined);
  }

  /** Gives up for good, as kafkajs does after an error that it cannot get past. */
  fail(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.release();
    this.spec.onCrash('simulated');
  }

  private release(): void {
    for (const claim of this.claims) claim.isHeld = false;
    this.claims = [];
  }

  private told<T>(what: string, effect: () => T): Promise<T> {
    return this.life.call(this.cluster.coordinator, what, effect, REQUEST_MS);
  }

  private async beating(): Promise<void> {
    for (;;) {
      await this.life.pace.sleep(BEAT_MS);
      if (this.isOver) return;
      await this.beat().catch(() => undefined);
    }
  }

  private async beatIfDue(): Promise<void> {
    if (this.life.pace.monotonicMs() - this.beatMs >= BEAT_MS) await this.beat().catch(() => undefined);
  }

  private async beat(): Promise<void> {
    const { group, topics } = this.spec;
    this.beatMs = this.life.pace.monotonicMs();
    const share = await this.told(`beat ${group}`, () => this.cluster.group(group).beat(this.id));
    if (this.isOver || share?.generation === this.generation) return;
    this.accept(share ?? (await this.told(`join ${group}`, () => this.cluster.group(group).join(this.id, topics))));
  }

  private accept({ generation, positions }: Share): void {
    if (this.isOver) return;
    this.release();
    this.generation = generation;
    this.claims = positions.map(({ topic, partition, next }) => ({
      partition: this.cluster.partition(topic, partition),
      next,
      isHeld: true,
    }));
    for (const claim of this.claims) {
      const before = this.lanes.get(claim.partition) ?? Promise.resolve();
      this.lanes.set(
        claim.partition,
        before.then(() => this.reading(claim)).catch(() => undefined),
      );
    }
  }

  private async reading(claim: Claim): Promise<void> {
    while (claim.isHeld) {
      const { next } = claim;
      const batch = await this.fetched(claim);
      if (batch === undefined) await this.life.pace.sleep(AGAIN_MS);
      else if (claim.isHeld) await this.spec.onBatch(batch);
      if (claim.next === next) await this.life.pace.sleep(IDLE_MS);
    }
  }

  private async fetched(claim: Claim): Promise<Batch | undefined> {
    const { partition, next } = claim;
    const { topic, number } = partition;
    if (this.paused.has(`${topic}|${number}`)) return undefined;
    try {
      const leader = this.cluster.leaderOf(partition);
      const what = `fetch ${topic}/${number}@${next}`;
      await this.life.ask<void>(leader, what, (answer) => partition.whenBeyond(next, () => answer()), REQUEST_MS);
      return this.batchOf(claim);
    } catch {
      return undefined;
    }
  }

  private batchOf(claim: Claim): Batch {
    const { partition, next } = claim;
    const count = this.life.world.random.between(1, MOST_RECORDS);
    return {
      topic: partition.topic,
      partition: partition.number,
      records: partition.records.slice(next, next + count),
      end: partition.end,
      isLive: () => claim.isHeld,
      heartbeat: () => this.beatIfDue(),
      resolve: (upTo) => {
        claim.next = Math.max(claim.next, upTo);
      },
    };
  }
}
