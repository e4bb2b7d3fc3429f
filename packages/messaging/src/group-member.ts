import type { Batch, Broker, PartitionOffsets, Position, ReaderPort } from './broker.ts';
import { consumeBatch } from './consume-batch.ts';
import type { Halt } from './consume-batch.ts';
import type { ConsumingLane } from './lane.ts';

const PAUSE_MS = 1_000;
const placeOf = (topic: string, partition: number): string => `${topic}|${partition}`;

/** One reader of the group and what it knows of its partitions. Replaced whole when its reader gives up or stalls. */
export class GroupMember {
  readonly crashed: Promise<string>;
  readonly halts: Map<string, Halt>;
  private readonly lane: ConsumingLane;
  private readonly broker: Broker;
  private readonly topics: readonly string[];
  private readonly positions = new Map<string, Position>();
  private readonly ends = new Map<string, number>();
  private readonly committed = new Map<string, number>();
  private readonly busy = new Set<string>();
  private reader: ReaderPort | undefined;
  private isAbandoned = false;
  private crash: (reason: string) => void = () => undefined;

  constructor(lane: ConsumingLane, broker: Broker, topics: readonly string[], halts: Map<string, Halt>) {
    this.lane = lane;
    this.broker = broker;
    this.topics = topics;
    this.halts = halts;
    this.crashed = new Promise((resolve) => {
      this.crash = resolve;
    });
  }

  async open(): Promise<void> {
    for (const topic of this.topics) await this.ensureWatermarks(topic);
    const reader = await this.broker.openReader({
      group: this.lane.group,
      topics: this.topics,
      onBatch: (batch) => this.onBatch(batch),
      onCrash: (reason) => this.crash(reason),
    });
    if (this.isAbandoned) reader.abandon();
    this.reader = reader;
    for (const { topic, partition } of this.halts.values()) reader.pause(topic, partition);
  }

  /** Partitions that this member has and is not at work on, with where each stands; undefined until the group has given them out. */
  idlePositions(): Position[] | undefined {
    const assigned = this.reader?.assigned();
    if (assigned === undefined) return undefined;
    const places = [...assigned].flatMap(([topic, partitions]) =>
      partitions.map((partition) => ({ topic, partition })),
    );
    return places
      .filter(({ topic, partition }) => !this.busy.has(placeOf(topic, partition)))
      .filter(({ topic, partition }) => !this.halts.has(placeOf(topic, partition)))
      .map(({ topic, partition }) => ({
        topic,
        partition,
        next: this.positions.get(placeOf(topic, partition))?.next ?? -1,
      }));
  }

  sawEnds(topic: string, offsets: readonly PartitionOffsets[]): void {
    for (const { partition, end } of offsets) this.ends.set(placeOf(topic, partition), end);
  }

  status(): (Position & { readonly end: number })[] {
    return [...this.positions].map(([place, position]) => ({
      ...position,
      end: Math.max(position.next, this.ends.get(place) ?? 0),
    }));
  }

  /** For Kafka's own lag tools; that it fails changes nothing. */
  async commitOffsets(): Promise<void> {
    const assigned = this.reader?.assigned();
    const news = [...this.positions]
      .filter(([, { topic, partition }]) => assigned?.get(topic)?.includes(partition))
      .filter(([place, { next }]) => this.committed.get(place) !== next);
    if (news.length === 0) return;
    try {
      await this.reader?.commit(news.map(([, position]) => position));
      for (const [place, { next }] of news) this.committed.set(place, next);
    } catch (error) {
      this.lane.log.debug({ err: error, group: this.lane.group }, 'offsets not told to kafka');
    }
  }

  /** A person may have accepted a gap, in this process or another: the watermark says so. */
  async lookAtHalts(): Promise<void> {
    for (const [place, { topic, partition, next, reason }] of this.halts) {
      if (reason !== 'gap') continue;
      const truth = await this.lane.store.watermarks.get(this.lane.group, topic, partition).catch(() => next);
      if (truth === undefined || truth === next) continue;
      this.halts.delete(place);
      this.positions.set(place, { topic, partition, next: truth });
      this.reader?.resume(topic, partition);
    }
  }

  async stop(): Promise<void> {
    this.isAbandoned = true;
    await this.reader?.stop();
  }

  /** Leaves behind a reader that crashed or stalled: to wait for it could take for ever. */
  abandon(): void {
    this.isAbandoned = true;
    this.reader?.abandon();
  }

  private async ensureWatermarks(topic: string): Promise<void> {
    const offsets = await this.broker.endOffsets(topic);
    this.sawEnds(topic, offsets);
    for (const { partition, first } of offsets) {
      const next = await this.lane.store.watermarks.first(this.lane.group, topic, partition, first);
      this.positions.set(placeOf(topic, partition), { topic, partition, next });
    }
  }

  /** Never throws: an error here would end the reader for good (DELIVERY finding 5). */
  private async onBatch(batch: Batch): Promise<void> {
    const { topic, partition } = batch;
    const place = placeOf(topic, partition);
    if (this.isAbandoned || this.halts.has(place)) return;
    this.busy.add(place);
    try {
      await this.whileBroken(batch);
      await this.consume(batch, place);
    } catch (error) {
      this.lane.log.warn({ err: error, topic, partition }, 'batch put off');
      await this.lane.pace.sleep(PAUSE_MS);
      await batch.heartbeat();
    } finally {
      this.busy.delete(place);
    }
  }

  /** Holds the batch back, a member of the group all the while. */
  private async whileBroken(batch: Batch): Promise<void> {
    while (this.lane.breaker.isOpen && !this.isAbandoned && batch.isLive()) {
      await this.lane.pace.sleep(PAUSE_MS);
      await batch.heartbeat();
    }
  }

  private async consume(batch: Batch, place: string): Promise<void> {
    const { topic, partition } = batch;
    this.ends.set(place, batch.end);
    const isLive = (): boolean => !this.isAbandoned && batch.isLive();
    const next = this.positions.get(place)?.next ?? (await this.watermark(topic, partition));
    const result = await consumeBatch(this.lane, { ...batch, isLive }, next);
    if (typeof result === 'number') this.positions.set(place, { topic, partition, next: result });
    else await this.halt(place, result);
  }

  private async watermark(topic: string, partition: number): Promise<number> {
    const known = await this.lane.store.watermarks.get(this.lane.group, topic, partition);
    if (known !== undefined) return known;
    await this.ensureWatermarks(topic);
    const made = this.positions.get(placeOf(topic, partition));
    if (made === undefined) throw new RangeError(`${topic} has no partition ${partition}`);
    return made.next;
  }

  /** What we remember may be old, and a new leader knows a little less for a moment: only both stores together can say so. */
  private async halt(place: string, halt: Halt): Promise<void> {
    this.positions.delete(place);
    const { topic, partition, next, found, reason } = halt;
    const truth = await this.watermark(topic, partition);
    this.positions.set(place, { topic, partition, next: truth });
    if (truth !== next) return;
    if (reason === 'topic-shrunk' && !(await this.endsBefore(topic, partition, next))) return;
    this.halts.set(place, halt);
    this.reader?.pause(topic, partition);
    this.lane.log.error({ group: this.lane.group, topic, partition, next, first: found, reason }, 'partition stopped');
  }

  private async endsBefore(topic: string, partition: number, next: number): Promise<boolean> {
    await this.lane.pace.sleep(PAUSE_MS);
    const offsets = await this.broker.endOffsets(topic);
    return offsets.some((one) => one.partition === partition && one.end < next);
  }
}
