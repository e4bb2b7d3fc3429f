import type { CloudEvent } from '@minzheng/types';
import type { Batch, Broker, Position, ReaderPort } from './broker.ts';
import { decode, personOf } from './cloud-event.ts';
import { backOff } from './pace.ts';
import { StallWatch } from './stall-watch.ts';

/** What one process is told of everything that happens. */
export interface BroadcastOptions {
  /** Of this process alone: with another member it would get only a part. */
  readonly group: string;
  readonly topics: readonly string[];
  /** Asked before a message is read at all, with the person it says it is about: what nobody waits for costs next to nothing. */
  wants?(topic: string, personId: string | undefined): boolean;
  /** In the order of each key. Must not throw. A message that is no event is passed over. */
  onEvent(event: CloudEvent): void;
}

/** Reads along. */
export interface Broadcast {
  /** Resolves when everything that is published from now on will come. */
  readonly begun: Promise<void>;
  /** At most five seconds. */
  stop(): Promise<void>;
}

const TICK_MS = 1_000;
const AGAIN = { firstMs: 500, mostMs: 10_000 } as const;
/** Longer than a rebalance takes with a member that does not answer. */
const OPEN_MS = 45_000;
const WELL_MS = 60_000;
const STOP_MS = 5_000;

/**
 * Reads topics from the ends they have now. Where it is, it knows in memory only: no watermark, no commit, nothing parked. It is for
 * showing what happens, never for an effect. A reader that dies or fetches nothing is replaced where it was, for as long as it takes.
 */
export function startBroadcast(broker: Broker, options: BroadcastOptions): Broadcast {
  const reading = new Reading(broker, options);
  return { begun: reading.begun.promise, stop: () => reading.stop() };
}

const placeOf = (topic: string, partition: number): string => `${topic}|${partition}`;

class Reading {
  readonly begun = Promise.withResolvers<void>();
  private readonly broker: Broker;
  private readonly options: BroadcastOptions;
  private readonly positions = new Map<string, Position>();
  private readonly stopped = new AbortController();
  private readonly running: Promise<void>;

  constructor(broker: Broker, options: BroadcastOptions) {
    this.broker = broker;
    this.options = options;
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    const late = new AbortController();
    await Promise.race([this.running, this.broker.pace.sleep(STOP_MS, late.signal)]);
    late.abort();
  }

  private async run(): Promise<void> {
    const { log, pace } = this.broker;
    const { group } = this.options;
    for (let failures = 0; !this.stopped.signal.aborted; failures += 1) {
      const startMs = pace.monotonicMs();
      const reason = await this.live().catch((err: unknown) => {
        log.debug({ err, group }, 'broadcast reader could not start');
        return 'not-started';
      });
      if (this.stopped.signal.aborted) return;
      log.warn({ group, reason }, 'broadcast reader replaced');
      if (pace.monotonicMs() - startMs > WELL_MS) failures = 0;
      await pace.sleep(backOff(failures, AGAIN, pace), this.stopped.signal);
    }
  }

  /** One reader's life; why it ended. */
  private async live(): Promise<string> {
    for (const topic of this.options.topics) await this.findPlace(topic);
    this.begun.resolve();
    const crashed = Promise.withResolvers<string>();
    const opening = this.broker.openReader({
      group: this.options.group,
      topics: this.options.topics,
      startAt: (topic, partition) => this.positions.get(placeOf(topic, partition))?.next,
      onBatch: (batch) => this.take(batch),
      onCrash: crashed.resolve,
    });
    const reader = await this.openedInTime(opening);
    if (reader === undefined) return 'not-opened';
    const reason = await Promise.race([crashed.promise, this.watched(reader)]);
    if (this.stopped.signal.aborted) await reader.stop().catch(() => undefined);
    else reader.abandon();
    return reason;
  }

  /** Where we were, if it is still there; else the end. */
  private async findPlace(topic: string): Promise<void> {
    for (const { partition, first, end } of await this.broker.endOffsets(topic)) {
      const known = this.positions.get(placeOf(topic, partition))?.next;
      const next = known !== undefined && known >= first && known <= end ? known : end;
      this.positions.set(placeOf(topic, partition), { topic, partition, next });
    }
  }

  /** Joining a frozen coordinator would never end; a reader that comes too late is left behind. */
  private async openedInTime(opening: Promise<ReaderPort>): Promise<ReaderPort | undefined> {
    const done = new AbortController();
    const late = this.broker.pace.sleep(OPEN_MS, AbortSignal.any([done.signal, this.stopped.signal]));
    try {
      const reader = await Promise.race([opening, late.then(() => undefined)]);
      if (reader === undefined) opening.then((tooLate) => tooLate.abandon()).catch(() => undefined);
      return reader;
    } finally {
      done.abort();
    }
  }

  private async watched(reader: ReaderPort): Promise<string> {
    const watch = new StallWatch(this.broker, () => undefined);
    for (;;) {
      await this.broker.pace.sleep(TICK_MS, this.stopped.signal);
      if (this.stopped.signal.aborted) return 'stopped';
      const idle = reader.assigned() === undefined ? undefined : [...this.positions.values()];
      if (await watch.isStalled(idle)) return 'stalled';
    }
  }

  /** A batch from behind our place is a fetch from before the reader was set to it. */
  private async take(batch: Batch): Promise<void> {
    const { topic, partition, records } = batch;
    const place = placeOf(topic, partition);
    const next = this.positions.get(place)?.next ?? 0;
    const [first] = records;
    if (first === undefined || first.offset > next) return;
    for (const record of records) {
      if (record.offset < next) continue;
      if (this.options.wants?.(topic, personOf(record)) === false) continue;
      const decoded = decode(record);
      if (decoded.ok) this.options.onEvent(decoded.event);
    }
    const after = Math.max(next, (records.at(-1)?.offset ?? -1) + 1);
    this.positions.set(place, { topic, partition, next: after });
    batch.resolve(after);
    await batch.heartbeat();
  }
}
