import type { IncomingRecord, OutgoingRecord } from '@minzheng/messaging';

/** Numbers sent twice are known by these: who sent, and the how-manieth message of the partition it is. */
export interface Stamp {
  readonly producer: number;
  readonly sequence: number;
}

/** The broker has not had the messages that come before these. */
export class OutOfOrderSequence extends Error {
  override readonly name = 'OutOfOrderSequence';
}

/** One partition's log at its leader. What is in it is on every in-sync replica: what was not, was never seen by anybody. */
export class Partition {
  readonly topic: string;
  readonly number: number;
  readonly records: IncomingRecord[] = [];
  private readonly expected = new Map<number, number>();
  private waiting: (() => void)[] = [];

  constructor(topic: string, number: number) {
    this.topic = topic;
    this.number = number;
  }

  get end(): number {
    return this.records.length;
  }

  /** Takes messages once: what a producer has sent already under these numbers is acknowledged and not written again. */
  append(records: readonly OutgoingRecord[], { producer, sequence }: Stamp): void {
    const expected = this.expected.get(producer) ?? sequence;
    if (sequence > expected) throw new OutOfOrderSequence(`expected ${expected}, got ${sequence}`);
    if (sequence < expected) return;
    this.expected.set(producer, sequence + records.length);
    this.write(records);
  }

  /** Written by somebody who is no producer of ours. */
  write(records: readonly OutgoingRecord[]): void {
    for (const record of records) this.records.push(this.arrived(record));
    const { waiting } = this;
    this.waiting = [];
    for (const wake of waiting) wake();
  }

  /** Calls back when there is something at or after `offset`. */
  whenBeyond(offset: number, wake: () => void): void {
    if (this.end > offset) wake();
    else this.waiting.push(wake);
  }

  private arrived({ key, value, headers }: OutgoingRecord): IncomingRecord {
    return {
      topic: this.topic,
      partition: this.number,
      offset: this.end,
      key: key === null ? null : Buffer.from(key),
      value: value === null ? null : Buffer.from(value),
      headers: new Map(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])),
    };
  }
}
