import { beforeEach, describe, expect, test } from '@jest/globals';
import { FakeBroker } from '../test/fake-broker.ts';
import { FakeStore } from '../test/fake-store.ts';
import type { ReaderPort, ReaderSpec } from './broker.ts';
import { startConsumer } from './consumer.ts';
import type { Consumer } from './consumer.ts';

interface FakeReader extends ReaderPort {
  readonly spec: ReaderSpec;
  ended: 'stopped' | 'abandoned' | undefined;
}

let broker: FakeBroker;
let readers: FakeReader[];
let fatal: string[];
beforeEach(() => {
  broker = new FakeBroker();
  readers = [];
  fatal = [];
  broker.openReader = (spec: ReaderSpec) => {
    const reader: FakeReader = {
      spec,
      ended: undefined,
      assigned: () => new Map([['t', [0]]]),
      pause: () => undefined,
      resume: () => undefined,
      commit: () => Promise.resolve(),
      stop: () => {
        reader.ended = 'stopped';
        return Promise.resolve();
      },
      abandon: () => {
        reader.ended = 'abandoned';
      },
    };
    readers.push(reader);
    return Promise.resolve(reader);
  };
});

const started = (): Consumer =>
  startConsumer(broker, new FakeStore().asStore(), {
    group: 'tests',
    topics: ['t'],
    reactions: [],
    onFatal: (reason) => fatal.push(reason),
  });
const crash = async (): Promise<void> => {
  readers.at(-1)?.spec.onCrash('KafkaJSNonRetriableError');
  await broker.pace.advance(20_000);
};

describe('a consumer', () => {
  test('whose reader crashes is given a new one, and the old one is left behind', async () => {
    started();
    await broker.pace.advance(1_000);
    await crash();
    expect(readers.map(({ ended }) => ended)).toEqual(['abandoned', undefined]);
    expect(fatal).toEqual([]);
  });

  test('ends its process at the third replacement within ten minutes while the brokers answer', async () => {
    started();
    await broker.pace.advance(1_000);
    await crash();
    await crash();
    expect(fatal).toEqual([]);
    await crash();
    expect(fatal).toEqual(['tests: KafkaJSNonRetriableError']);
  });

  test('does not count replacements that lie further apart', async () => {
    started();
    for (let i = 0; i < 5; i += 1) {
      await broker.pace.advance(300_000);
      await crash();
    }
    expect(fatal).toEqual([]);
  });

  test('goes on for ever while the brokers are away: that would take the API down with it', async () => {
    broker.alive = () => Promise.resolve(false);
    started();
    await broker.pace.advance(1_000);
    for (let i = 0; i < 5; i += 1) await crash();
    expect([fatal, readers.length]).toEqual([[], 6]);
  });

  test('that cannot start tries again until it can', async () => {
    const open = broker.openReader.bind(broker);
    let failures = 3;
    broker.openReader = (spec) => {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new Error('no broker')) : open(spec);
    };
    started();
    await broker.pace.advance(30_000);
    expect([readers.length, fatal]).toEqual([1, []]);
  });

  test('whose reader never finishes joining is given another after 45 s', async () => {
    const open = broker.openReader.bind(broker);
    let isFirst = true;
    broker.openReader = (spec) => {
      const isStuck = isFirst;
      isFirst = false;
      return isStuck ? new Promise<ReaderPort>(() => undefined) : open(spec);
    };
    started();
    await broker.pace.advance(44_000);
    expect(readers).toHaveLength(0);
    await broker.pace.advance(5_000);
    expect(readers).toHaveLength(1);
  });

  test('that is stopped leaves its group and opens nothing more', async () => {
    const consumer = started();
    await broker.pace.advance(1_000);
    const stopped = consumer.stop();
    await broker.pace.advance(10);
    await stopped;
    await broker.pace.advance(60_000);
    expect(readers.map(({ ended }) => ended)).toEqual(['stopped']);
  });
});
