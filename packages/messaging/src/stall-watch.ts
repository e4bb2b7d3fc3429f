import type { Broker, PartitionOffsets, Position } from './broker.ts';

const CHECK_MS = 5_000;
const STALLED_MS = 30_000;

interface Seen {
  readonly next: number;
  readonly sinceMs: number;
}

/** Notices a reader that lives and fetches nothing: there is something to read, nobody is at work on it, and nothing has moved for 30 s. */
export class StallWatch {
  private readonly broker: Broker;
  private readonly sawEnds: (topic: string, offsets: readonly PartitionOffsets[]) => void;
  private seen = new Map<string, Seen>();
  private checkedMs: number;
  private joiningSinceMs: number;

  constructor(broker: Broker, sawEnds: (topic: string, offsets: readonly PartitionOffsets[]) => void) {
    this.broker = broker;
    this.sawEnds = sawEnds;
    this.checkedMs = broker.pace.monotonicMs();
    this.joiningSinceMs = this.checkedMs;
  }

  /** `idle`: the partitions that are assigned and not being worked on; undefined while the group is still being joined. */
  async isStalled(idle: readonly Position[] | undefined): Promise<boolean> {
    const nowMs = this.broker.pace.monotonicMs();
    if (nowMs - this.checkedMs < CHECK_MS) return false;
    this.checkedMs = nowMs;
    if (idle === undefined) return nowMs - this.joiningSinceMs > STALLED_MS && (await this.broker.alive());
    this.joiningSinceMs = nowMs;
    try {
      this.seen = await this.lagging(idle, nowMs);
    } catch {
      // No answer about the ends: nothing can be said of progress.
      this.seen = new Map();
    }
    return [...this.seen.values()].some(({ sinceMs }) => nowMs - sinceMs > STALLED_MS);
  }

  private async lagging(idle: readonly Position[], nowMs: number): Promise<Map<string, Seen>> {
    const seen = new Map<string, Seen>();
    for (const [topic, positions] of Map.groupBy(idle, (position) => position.topic)) {
      const offsets = await this.broker.endOffsets(topic);
      this.sawEnds(topic, offsets);
      const ends = new Map(offsets.map(({ partition, first, end }) => [partition, { first, end }]));
      for (const { partition, next } of positions) {
        const { first, end } = ends.get(partition) ?? { first: 0, end: 0 };
        if (end <= Math.max(next, first)) continue;
        const place = `${topic}|${partition}`;
        const before = this.seen.get(place);
        seen.set(place, before?.next === next ? before : { next, sinceMs: nowMs });
      }
    }
    return seen;
  }
}
