import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { FakeBroker, settled } from '../test/fake-broker.ts';
import { recordOf, TOPIC } from '../test/fixture.ts';
import { startBroadcast } from './broadcast.ts';
import type { Broadcast } from './broadcast.ts';
import type { Batch, PartitionOffsets, ReaderPort, ReaderSpec } from './broker.ts';
import type { IncomingRecord } from './record.ts';

const nothing = (): void => undefined;

/** A broker whose readers are handed batches by hand. */
class ReadingBroker extends FakeBroker {
  readonly specs: ReaderSpec[] = [];
  readonly refusals: Error[] = [];
  end = 100;
  left = 0;

  override openReader(spec: ReaderSpec): Promise<ReaderPort> {
    const refusal = this.refusals.shift();
    if (refusal !== undefined) return Promise.reject(refusal);
    this.specs.push(spec);
    const leave = (): void => void (this.left += 1);
    return Promise.resolve({
      assigned: () => new Map([[TOPIC, [0]]]),
      pause: nothing,
      resume: nothing,
      commit: () => Promise.reject(new Error('a broadcast commits nothing')),
      stop: () => Promise.resolve(leave()),
      abandon: leave,
    });
  }

  override endOffsets(): Promise<PartitionOffsets[]> {
    return Promise.resolve([{ partition: 0, first: 0, end: this.end }]);
  }

  /** Messages with these offsets, numbered as they are. */
  async hand(...offsets: number[]): Promise<void> {
    const batch: Batch = {
      topic: TOPIC,
      partition: 0,
      records: offsets.map(incoming),
      end: 0,
      isLive: () => true,
      heartbeat: () => Promise.resolve(),
      resolve: () => undefined,
    };
    await this.specs.at(-1)?.onBatch(batch);
  }
}

const bytes = (part: string | Buffer | null): Buffer | null => (part === null ? null : Buffer.from(part));

function incoming(offset: number): IncomingRecord {
  const { topic, key, value, headers } = recordOf(`k-${offset}`, 1);
  const entries = Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)] as const);
  return { topic, partition: 0, offset, key: bytes(key), value: bytes(value), headers: new Map(entries) };
}

let broker: ReadingBroker;
let heard: string[];
let broadcast: Broadcast;

beforeEach(async () => {
  broker = new ReadingBroker();
  heard = [];
  const onEvent = ({ subject }: { subject: string }): void => void heard.push(subject);
  broadcast = startBroadcast(broker, { group: 'g', topics: [TOPIC], onEvent });
  await broadcast.begun;
  await settled();
});

afterEach(() => broadcast.stop());

test('begins at the present end, and tells each event once', async () => {
  expect(broker.specs[0]?.startAt?.(TOPIC, 0)).toBe(100);
  await broker.hand(100, 101);
  await broker.hand(101, 102);
  expect(heard).toEqual(['k-100', 'k-101', 'k-102']);
});

test('a reader that died is replaced where it was, so that nothing is missed meanwhile', async () => {
  await broker.hand(100, 101);
  broker.end = 110;
  broker.specs[0]?.onCrash('away');
  await settled();
  expect(broker.left).toBe(1);
  await broker.pace.advance(1_000);
  expect(broker.specs[1]?.startAt?.(TOPIC, 0)).toBe(102);
  await broker.hand(102, 103);
  expect(heard).toEqual(['k-100', 'k-101', 'k-102', 'k-103']);
});

test('Kafka may be away for as long as it likes', async () => {
  broker.refusals.push(...Array.from({ length: 8 }, () => new Error('no broker')));
  broker.specs[0]?.onCrash('away');
  await broker.pace.advance(120_000);
  expect(broker.specs).toHaveLength(2);
});

test('what was fetched before the reader stood at its place is not taken for the next', async () => {
  await broker.hand(105);
  await broker.hand(100, 101);
  expect(heard).toEqual(['k-100', 'k-101']);
});

test('a message that is no event is passed over', async () => {
  const broken = { ...incoming(100), value: Buffer.from('{bad json') };
  const batch = { topic: TOPIC, partition: 0, end: 0, isLive: () => true, resolve: () => undefined };
  await broker.specs[0]?.onBatch({ ...batch, records: [broken], heartbeat: () => Promise.resolve() });
  await broker.hand(101);
  expect(heard).toEqual(['k-101']);
});

test('a topic made anew is read from its end', async () => {
  broker.end = 3;
  broker.specs[0]?.onCrash('away');
  await broker.pace.advance(1_000);
  expect(broker.specs[1]?.startAt?.(TOPIC, 0)).toBe(3);
});
