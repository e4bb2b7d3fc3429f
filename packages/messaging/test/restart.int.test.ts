import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { acceptGap } from '@minzheng/messaging';
import { WatermarkMoved } from '@minzheng/store';
import { Kafka, logLevel } from 'kafkajs';
import { byJob, eventually, GROUP, recordOf, testBench, TOPIC } from './fixture.ts';
import type { Bench } from './fixture.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await testBench(process.env, 2);
}, 60_000);
afterEach(() => bench.end(), 60_000);

const many = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('a consumer', () => {
  test('goes on where its predecessor stopped, with nothing left out and nothing twice', async () => {
    const first = bench.consume();
    await bench.send(...many(1, 400).map((number) => recordOf('long', number)));
    await eventually(async () => expect((await bench.numbers('long')).length).toBeGreaterThan(0));
    await first.stop();
    await bench.send(...many(401, 500).map((number) => recordOf('long', number)));
    const second = bench.consume();
    await eventually(async () => expect(await bench.numbers('long')).toEqual(many(1, 500)), 30_000);
    await eventually(() => expect(second.consumer.status().every(({ lag }) => lag === 0)).toBe(true));
  }, 60_000);

  test('shares its group with another, and neither repeats what the other did', async () => {
    const ids = many(1, 40).map((i) => `shared${i}`);
    bench.consume();
    await bench.send(...ids.map((id) => recordOf(id, 1)));
    await eventually(async () => expect(await bench.numbers('shared40')).toEqual([1]));
    bench.consume();
    await bench.send(...ids.flatMap((id) => [recordOf(id, 2), recordOf(id, 3)]));
    await eventually(async () => {
      for (const id of ids) expect(await bench.numbers(id)).toEqual([1, 2, 3]);
    }, 40_000);
    expect(await bench.parked()).toEqual([]);
  }, 60_000);

  test('that is sent back to the beginning reads it all again and changes nothing (row 29)', async () => {
    const first = bench.consume();
    await bench.send(...many(1, 50).map((number) => recordOf('replayed', number)));
    await eventually(async () => expect(await bench.numbers('replayed')).toHaveLength(50));
    await first.stop();
    const before = await bench.store.watermarks.all(GROUP);
    await forgetKafkaOffsets(bench);
    bench.consume();
    await bench.send(recordOf('replayed', 51));
    await eventually(async () => expect(await bench.numbers('replayed')).toEqual(many(1, 51)), 30_000);
    const moved = (await bench.store.watermarks.all(GROUP)).reduce((sum, { next }) => sum + next, 0);
    expect(moved - before.reduce((sum, { next }) => sum + next, 0)).toBe(1);
  }, 60_000);

  test('stops a partition on which messages are missing, and goes on when a person says so', async () => {
    const first = bench.consume();
    await bench.send(recordOf('gap', 1));
    await eventually(async () => expect(await bench.numbers('gap')).toEqual([1]));
    await first.stop();
    // The database of yesterday: Kafka's group stands behind messages that this database has not seen.
    const at = (await bench.store.watermarks.all(GROUP)).find(({ next }) => next === 1);
    const partition = at?.partition ?? -1;
    await bench.send(recordOf('gap', 2), recordOf('gap', 3));
    await moveKafkaOffset(bench, partition, 2);
    const second = bench.consume();
    await eventually(() => {
      expect(second.consumer.status()).toContainEqual({
        topic: TOPIC,
        partition,
        next: 1,
        end: 3,
        lag: 2,
        halt: 'gap',
        found: 2,
      });
    }, 30_000);
    expect(await bench.numbers('gap')).toEqual([1]);
    const gap = { group: GROUP, topic: TOPIC, partition, next: 1, found: 2 };
    const accept = (): Promise<void> => bench.store.commit(byJob, (tx) => Promise.resolve(acceptGap(tx, gap)));
    await accept();
    await eventually(async () => expect(await bench.numbers('gap')).toEqual([1, 3]), 30_000);
    await expect(accept()).rejects.toThrow(WatermarkMoved);
  }, 60_000);
});

async function withAdmin<T>(work: (admin: ReturnType<Kafka['admin']>) => Promise<T>): Promise<T> {
  const brokers = (process.env['MINZHENG_TEST_KAFKA'] ?? '').split(',');
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

async function forgetKafkaOffsets({ topicPrefix }: Bench): Promise<void> {
  await withAdmin((admin) => eventually(() => admin.deleteGroups([`${topicPrefix}${GROUP}`])));
}

async function moveKafkaOffset({ topicPrefix }: Bench, partition: number, offset: number): Promise<void> {
  const partitions = [{ partition, offset: String(offset) }];
  const groupId = `${topicPrefix}${GROUP}`;
  await withAdmin((admin) =>
    eventually(() => admin.setOffsets({ groupId, topic: `${topicPrefix}${TOPIC}`, partitions })),
  );
}
