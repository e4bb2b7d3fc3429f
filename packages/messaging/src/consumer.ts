import { BlockedKeys } from './blocked-keys.ts';
import { Breaker } from './breaker.ts';
import type { Broker } from './broker.ts';
import type { Halt } from './consume-batch.ts';
import { GroupMember } from './group-member.ts';
import type { ConsumerStore, ConsumingLane } from './lane.ts';
import { backOff } from './pace.ts';
import type { Reaction } from './reaction.ts';
import { reactionTable } from './reading.ts';
import { StallWatch } from './stall-watch.ts';

export interface ConsumerOptions {
  /** `<service>`, `<service>.bulk` for the bulk topics, `<service>.<projection>` for one apart; each has its own consumer. */
  readonly group: string;
  readonly topics: readonly string[];
  readonly reactions: readonly Reaction[];
  /** Called when replacing the reader does not help although the brokers answer: the process should end and begin anew. */
  onFatal?(reason: string): void;
}

/** How far a group has come on one partition. `lag` counts messages. */
export interface LaneStatus {
  readonly topic: string;
  readonly partition: number;
  readonly next: number;
  readonly end: number;
  readonly lag: number;
  /** Why it stands still, if it does; 'too-many-parked' ends by itself after a minute. */
  readonly halt?: Halt['reason'] | 'too-many-parked';
  /** Where the messages go on behind a gap. */
  readonly found?: number;
}

/** A group's consumer. */
export interface Consumer {
  readonly group: string;
  /** As last seen: `end` may be some seconds old on a partition where nothing arrives. */
  status(): LaneStatus[];
  /** The chunk in hand finishes or comes to nothing; at most five seconds. */
  stop(): Promise<void>;
}

const STOP_MS = 5_000;
/** Longer than a rebalance takes with a member that does not answer: giving up earlier would begin it anew. */
const OPEN_MS = 45_000;
const TICK_MS = 1_000;
const AGAIN = { firstMs: 500, mostMs: 10_000 } as const;
const WINDOW_MS = 600_000;
const MAX_REPLACED = 3;

/** Starts to consume, and goes on until it is stopped: through Kafka's absence, through MongoDB's, through its own reader's death. */
export function startConsumer(broker: Broker, store: ConsumerStore, options: ConsumerOptions): Consumer {
  const group = new GroupAtWork(broker, store, options);
  return {
    group: options.group,
    status: () => group.status(),
    stop: () => group.stop(),
  };
}

class GroupAtWork {
  private readonly broker: Broker;
  private readonly options: ConsumerOptions;
  private readonly lane: ConsumingLane;
  private readonly breaker: Breaker;
  private readonly halts = new Map<string, Halt>();
  private readonly stopped = new AbortController();
  private readonly running: Promise<void>;
  private member: GroupMember | undefined;
  private replacedAtMs: number[] = [];

  constructor(broker: Broker, store: ConsumerStore, options: ConsumerOptions) {
    this.broker = broker;
    this.options = options;
    const { log, pace } = broker;
    const reactions = reactionTable(options.reactions);
    const { group } = options;
    this.breaker = new Breaker(pace, () =>
      log.error({ group }, 'group stopped for a minute: too many messages parked'),
    );
    const blocked = new BlockedKeys(store.parked, group);
    this.lane = { group, reactions, store, log, pace, blocked, breaker: this.breaker };
    this.running = this.run();
  }

  status(): LaneStatus[] {
    return (this.member?.status() ?? []).map((row) => {
      const halt = this.halts.get(`${row.topic}|${row.partition}`);
      const lag = Math.max(0, row.end - row.next);
      if (halt !== undefined) return { ...row, lag, halt: halt.reason, found: halt.found };
      return { ...row, lag, ...(this.breaker.isOpen && { halt: 'too-many-parked' as const }) };
    });
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    const late = new AbortController();
    await Promise.race([this.running, this.lane.pace.sleep(STOP_MS, late.signal)]);
    late.abort();
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.stopped.signal.aborted; failures += 1) {
      const startMs = this.lane.pace.monotonicMs();
      const reason = await this.live();
      if (this.stopped.signal.aborted) break;
      await this.replaced(reason);
      if (this.lane.pace.monotonicMs() - startMs > WINDOW_MS) failures = 0;
      await this.lane.pace.sleep(backOff(failures, AGAIN, this.lane.pace), this.stopped.signal);
    }
  }

  /** One member's life; why it ended. */
  private async live(): Promise<string> {
    const member = new GroupMember(this.lane, this.broker, this.options.topics, this.halts);
    this.member = member;
    try {
      if (!(await this.opened(member))) return 'not-opened';
      return await Promise.race([member.crashed, this.watched(member)]);
    } catch (error) {
      this.lane.log.warn({ err: error, group: this.options.group }, 'consumer could not start');
      return 'not-started';
    } finally {
      if (this.stopped.signal.aborted) await member.stop().catch(() => undefined);
      else member.abandon();
    }
  }

  /** Joining a frozen coordinator would never end. */
  private async opened(member: GroupMember): Promise<boolean> {
    const done = new AbortController();
    const late = this.lane.pace.sleep(OPEN_MS, done.signal).then(() => false);
    const open = member.open().then(() => true);
    open.catch(() => undefined);
    try {
      return await Promise.race([open, late]);
    } finally {
      done.abort();
    }
  }

  /** Ends when the member has made no progress for too long, or when the consumer is stopped. */
  private async watched(member: GroupMember): Promise<string> {
    const watch = new StallWatch(this.broker, (topic, offsets) => member.sawEnds(topic, offsets));
    for (;;) {
      await this.lane.pace.sleep(TICK_MS, this.stopped.signal);
      await member.commitOffsets();
      await member.lookAtHalts();
      if (this.stopped.signal.aborted) return 'stopped';
      if (await watch.isStalled(member.idlePositions())) return 'stalled';
    }
  }

  private async replaced(reason: string): Promise<void> {
    const { log, pace } = this.lane;
    const nowMs = pace.monotonicMs();
    log.warn({ group: this.options.group, reason }, 'consumer replaced');
    // What fails while the brokers are away says nothing about us.
    if (reason === 'not-started' || !(await this.broker.alive())) return;
    this.replacedAtMs = [...this.replacedAtMs.filter((atMs) => nowMs - atMs < WINDOW_MS), nowMs];
    if (this.replacedAtMs.length >= MAX_REPLACED) this.options.onFatal?.(`${this.options.group}: ${reason}`);
  }
}
