import { setTimeout as pause } from 'node:timers/promises';
import { encode, redrive, SerialProducer } from '@minzheng/messaging';
import type { OutgoingRecord } from '@minzheng/messaging';
import { ulid } from '@minzheng/store';
import { systemClocks } from '@minzheng/types';
import type { Bed } from '../benchmark.ts';
import { applicationOf, submitted } from './facts.ts';
import { GROUP, openOurChain } from './our-chain.ts';
import type { OurChain } from './our-chain.ts';

const PARTITIONS = 6;
export const ONE_IN = 100;
const SEND = 1_000;
/** The steady stream, in which latencies mean something: far below what the group can take. */
const STEADY_PER_TICK = 10;
const TICK_MS = 50;
const REDRIVE_POLL_MS = 100;

/** One message of the stream, and what is wrong with it: nobody can read it, or the reaction fails on it until it is mended. */
interface Planned {
  readonly id: string;
  readonly fault: 'none' | 'unreadable' | 'failing';
}

/** A group with a stream of its own, poisoned or clean. */
export class PoisonSide {
  /** What was taken of queues, without the first commit of each, and how long that took. */
  drainedItems = 0;
  drainedMs = 0;
  usedMicros = 0;
  private readonly bed: Bed;
  private readonly chain: OurChain;
  private readonly producer: SerialProducer;
  private readonly hasPoison: boolean;
  private readonly mend: () => void;
  private readonly sentMs = new Map<string, number>();
  private sent = 0;
  private parkedBefore = 0;

  private constructor(bed: Bed, chain: OurChain, producer: SerialProducer, hasPoison: boolean, mend: () => void) {
    this.bed = bed;
    this.chain = chain;
    this.producer = producer;
    this.hasPoison = hasPoison;
    this.mend = mend;
  }

  static async open(bed: Bed, hasPoison: boolean): Promise<PoisonSide> {
    let isMended = false;
    const chain = await openOurChain(bed, PARTITIONS, ({ subject }) => {
      if (subject.startsWith('failing') && !isMended) throw new TypeError('a reaction that is not mended yet');
    });
    const producer = new SerialProducer(chain.bus);
    return new PoisonSide(bed, chain, producer, hasPoison, () => {
      isMended = true;
    });
  }

  get perSecond(): number {
    return (this.drainedItems / this.drainedMs) * 1_000;
  }

  get cpuMicrosPerItem(): number {
    return this.usedMicros / this.drainedItems;
  }

  /** Lets the group take what has queued while it stood still; joining the group is not in the time. */
  async drain(count: number): Promise<void> {
    const planned = plan(count, this.hasPoison);
    for (let i = 0; i < count; i += SEND) await this.producer.send(planned.slice(i, i + SEND).map(recordOf));
    const before = this.sent;
    this.sent += count;
    const stop = this.chain.consume();
    await this.chain.log.until(() => this.settled() > before);
    const used = this.bed.cpu.start();
    const [first, startMs] = [this.settled(), performance.now()];
    await this.allSettled();
    this.drainedMs += performance.now() - startMs;
    this.drainedItems += this.sent - first;
    this.usedMicros += used();
    await stop();
  }

  /** Begins to consume for good; what is sent until now and parked until now does not count in the latencies. */
  async goOn(count: number): Promise<void> {
    this.chain.consume();
    await this.trickle(count);
    await this.allSettled();
    this.parkedBefore = this.chain.log.parked.size;
    this.sentMs.clear();
  }

  async trickle(count: number): Promise<void> {
    const planned = plan(count, this.hasPoison);
    this.sent += count;
    for (let i = 0; i < count; i += STEADY_PER_TICK) {
      const some = planned.slice(i, i + STEADY_PER_TICK);
      const nowMs = performance.now();
      for (const { id } of some) this.sentMs.set(id, nowMs);
      await this.producer.send(some.map(recordOf));
      await pause(TICK_MS);
    }
  }

  /** From the sending to the effect, for what had one of the steady stream, in ms. */
  async effectsMs(): Promise<number[]> {
    await this.allSettled();
    const { effects } = this.chain.log;
    return [...this.sentMs].flatMap(([id, sentMs]) => sinceMs(effects.get(id), sentMs));
  }

  /** From the sending to the commit that parked it, for what was parked of the steady stream, in ms. */
  async parkedMs(): Promise<number[]> {
    await this.allSettled();
    const late = [...this.chain.log.parked].slice(this.parkedBefore);
    const rows = await this.chain.store.parked.list({ ids: late.map(([id]) => id), limit: late.length + 1 });
    const keys = new Map(rows.map(({ id, key }) => [id, key.split('|').at(-1) ?? '']));
    return late.flatMap(([id, atMs]) => sinceMs(atMs, this.sentMs.get(keys.get(id) ?? '')));
  }

  /** Mends the reaction and redrives: what it failed on has its effect, what nobody can read has been tried again and is set aside again. */
  async redriveAll(): Promise<{ redriven: number; restored: number }> {
    const ids = [...this.chain.log.parked.keys()];
    const failing = ids.length - (await this.unreadable(0));
    this.mend();
    for (let i = 0; i < ids.length; i += SEND) await redrive(this.chain.store, ids.slice(i, i + SEND));
    const restored = (): number => [...this.chain.log.effects.keys()].filter((id) => id.startsWith('failing')).length;
    await this.chain.log.until(() => restored() >= failing);
    let tried = 0;
    while ((tried = await this.unreadable(1)) < ids.length - failing) await pause(REDRIVE_POLL_MS);
    return { redriven: (tried + restored()) / ids.length, restored: failing === 0 ? 1 : restored() / failing };
  }

  async end(): Promise<void> {
    await this.producer.close();
    await this.chain.end();
  }

  private settled(): number {
    return this.chain.log.effects.size + this.chain.log.parked.size;
  }

  private allSettled(): Promise<void> {
    return this.chain.log.until(() => this.settled() >= this.sent);
  }

  /** Messages that nobody can read, with at least so many attempts behind them. */
  private async unreadable(attempts: number): Promise<number> {
    const rows = await this.chain.store.parked.list({ group: GROUP, limit: 1_000_000 });
    return rows.filter((row) => row.class === 'poison' && row.attempts >= attempts).length;
  }
}

function plan(n: number, hasPoison: boolean): Planned[] {
  return Array.from({ length: n }, (_, i) => {
    const isPoison = hasPoison && i % ONE_IN === 0;
    const kind = i % (2 * ONE_IN) === 0 ? 'unreadable' : 'failing';
    const fault = isPoison ? kind : 'none';
    return { id: `${fault}-${crypto.randomUUID()}`, fault };
  });
}

function recordOf({ id, fault }: Planned): OutgoingRecord {
  const { type, topic, key, subject, data } = submitted(applicationOf(id));
  const headers = { source: 'https://minzheng.org/services/applications', subject, time: '2026-11-24T00:00:00.000Z' };
  const value = fault === 'unreadable' ? '{bad json' : JSON.stringify(data);
  const event = { id: ulid(systemClocks.machine.nowMs()), topic, key, type, seq: 1, data: value };
  return encode({ ...event, headers: { ...headers, correlationid: 'benchmark' } });
}

const sinceMs = (doneMs: number | undefined, sentMs: number | undefined): number[] =>
  doneMs === undefined || sentMs === undefined ? [] : [doneMs - sentMs];
