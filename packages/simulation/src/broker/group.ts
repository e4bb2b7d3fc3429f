import type { Cluster } from './cluster.ts';
import type { Position } from './ports.ts';

const SESSION_MS = 15_000;

/** One member as the coordinator knows it. */
interface Member {
  readonly id: string;
  readonly topics: readonly string[];
  seenMs: number;
}

/** What a member is told when it joins or asks: its partitions in this generation, and from where to read. */
export interface Share {
  readonly generation: number;
  readonly positions: readonly Position[];
}

/** The coordinator's side of a consumer group. Deals at once and lets nobody wait: old owners learn of it late, and overlap with new ones. */
export class Group {
  readonly name: string;
  private readonly cluster: Cluster;
  private members: Member[] = [];
  private generation = 0;
  private readonly committed = new Map<string, number>();

  constructor(name: string, cluster: Cluster) {
    this.name = name;
    this.cluster = cluster;
  }

  join(id: string, topics: readonly string[]): Share {
    this.members = [...this.members.filter((one) => one.id !== id), { id, topics, seenMs: this.nowMs }];
    this.deal('joined');
    return this.share(id);
  }

  leave(id: string): void {
    const before = this.members.length;
    this.members = this.members.filter((one) => one.id !== id);
    if (this.members.length < before) this.deal('left');
  }

  /** A sign of life. Undefined when the member has been put out meanwhile. */
  beat(id: string): Share | undefined {
    const member = this.members.find((one) => one.id === id);
    if (member === undefined) return undefined;
    member.seenMs = this.nowMs;
    const alive = this.members.filter(({ seenMs }) => this.nowMs - seenMs < SESSION_MS);
    if (alive.length < this.members.length) {
      this.members = alive;
      this.deal('put out');
    }
    return this.share(id);
  }

  /** Throws when the generation is past. */
  commit(generation: number, positions: readonly Position[]): void {
    if (generation !== this.generation) throw new Error('ILLEGAL_GENERATION');
    for (const { topic, partition, next } of positions) this.committed.set(`${topic}|${partition}`, next);
  }

  committedAt(topic: string, partition: number): number {
    return this.committed.get(`${topic}|${partition}`) ?? 0;
  }

  /** Forgets how far it had come, as when offsets expire or somebody resets them: everything is read again. */
  rewind(): void {
    this.committed.clear();
    this.deal('rewound');
  }

  private get nowMs(): number {
    return this.cluster.world.nowMs;
  }

  private deal(why: string): void {
    this.generation += 1;
    this.cluster.world.note(this.name, `generation ${this.generation}: ${why}, ${this.members.length} members`);
  }

  private share(id: string): Share {
    const at = this.members.findIndex((one) => one.id === id);
    const topics = this.members[at]?.topics ?? [];
    const all = topics.flatMap((topic) => this.cluster.partitions(topic));
    const mine = all.filter((_, i) => (i + this.generation) % this.members.length === at);
    return {
      generation: this.generation,
      positions: mine.map(({ topic, number }) => ({
        topic,
        partition: number,
        next: this.committedAt(topic, number),
      })),
    };
  }
}
