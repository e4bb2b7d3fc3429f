import { beforeEach, describe, expect, test } from '@jest/globals';
import { OutcomeUnknown, StateInvalid, Unavailable } from '@minzheng/store';
import { ApplicationSubmitted, decided } from '@minzheng/types';
import { FakeBroker } from '../test/fake-broker.ts';
import { FakeStore } from '../test/fake-store.ts';
import { BlockedKeys } from './blocked-keys.ts';
import { Breaker } from './breaker.ts';
import type { Batch } from './broker.ts';
import { encode } from './cloud-event.ts';
import { consumeBatch } from './consume-batch.ts';
import type { Halt } from './consume-batch.ts';
import type { ConsumingLane } from './lane.ts';
import { on } from './reaction.ts';
import { reactionTable } from './reading.ts';
import type { IncomingRecord } from './record.ts';

/** The number that the reaction stumbles over. */
const BUG = 999_999;

interface Kept {
  id: string;
  numbers: number[];
}

let broker: FakeBroker;
let store: FakeStore;
let lane: ConsumingLane;
beforeEach(() => {
  broker = new FakeBroker();
  store = new FakeStore();
  const reaction = on(ApplicationSubmitted, {
    into: store.repository,
    id: ({ data }) => data.applicationId,
    decide: (state, { subject, data }) => {
      if (data.householdSize === BUG) throw new TypeError('a bug');
      const kept: Kept = {
        id: subject,
        numbers: [...((state as Kept | undefined)?.numbers ?? []), data.householdSize],
      };
      return decided<{ id: string }>(kept);
    },
  });
  const { log, pace } = broker;
  const ours = store.asStore();
  const blocked = new BlockedKeys(ours.parked, 'tests');
  const breaker = new Breaker(pace, () => undefined);
  lane = { group: 'tests', reactions: reactionTable([reaction]), store: ours, log, pace, blocked, breaker };
});

function record(offset: number, id: string, number: number): IncomingRecord {
  const data = { applicationId: id, programme: 'DB', householdSize: number, submittedOn: '2026-11-24' };
  const { type, topic } = ApplicationSubmitted;
  const headers = { source: 's', subject: id, time: '2026-11-24T00:00:00.000Z', correlationid: 'c' };
  const sent = encode({ id: `e${offset}`, topic, key: id, type, seq: 1, headers, data: JSON.stringify(data) });
  return {
    topic,
    partition: 0,
    offset,
    key: Buffer.from(id),
    value: Buffer.from(String(sent.value)),
    headers: new Map(Object.entries(sent.headers).map(([name, value]) => [name, Buffer.from(value)])),
  };
}

const numbers = (id: string): number[] => (store.states.get(id) as Kept | undefined)?.numbers ?? [];
const several = (count: number, from = 0): IncomingRecord[] =>
  Array.from({ length: count }, (_, i) => record(from + i, 'a', i + 1));

interface Watched extends Batch {
  resolved: number;
  beats: number;
  isOver: boolean;
}

function batchOf(records: readonly IncomingRecord[], end = (records.at(-1)?.offset ?? -1) + 1): Watched {
  const batch: Watched = {
    topic: ApplicationSubmitted.topic,
    partition: 0,
    records,
    end,
    resolved: -1,
    beats: 0,
    isOver: false,
    isLive: () => !batch.isOver,
    heartbeat: () => {
      batch.beats += 1;
      return Promise.resolve();
    },
    resolve: (next) => {
      batch.resolved = next;
    },
  };
  return batch;
}

/** The batch's end, while the fake clock runs as far as it takes. */
async function consumed(batch: Batch, next = 0): Promise<number | Halt> {
  const running = { isDone: false };
  const done = consumeBatch(lane, batch, next).finally(() => (running.isDone = true));
  for (let seconds = 0; !running.isDone && seconds < 120; seconds += 1) await broker.pace.advance(1_000);
  return done;
}

describe('a batch', () => {
  test('is committed in chunks of at most 500, each with its watermark, with a heartbeat after each', async () => {
    const batch = batchOf(several(1_200));
    expect(await consumed(batch)).toBe(1_200);
    expect([store.commits, store.next, batch.resolved, batch.beats]).toEqual([[500, 500, 200], 1_200, 1_200, 3]);
    expect(numbers('a')).toHaveLength(1_200);
  });

  test('that begins below the watermark has no effect there (row 28)', async () => {
    store.next = 7;
    expect(await consumed(batchOf(several(10)), 7)).toBe(10);
    expect(numbers('a')).toEqual([8, 9, 10]);
  });

  test('that lies below the watermark altogether is only resolved', async () => {
    store.next = 20;
    const batch = batchOf(several(10), 20);
    expect(await consumed(batch, 20)).toBe(20);
    expect([store.commits, batch.resolved]).toEqual([[], 20]);
  });

  test('that begins above the watermark stops its partition', async () => {
    store.next = 3;
    const halt = { reason: 'gap', topic: ApplicationSubmitted.topic, partition: 0, next: 3, found: 5 };
    const batch = batchOf(several(4, 5));
    expect(await consumed(batch, 3)).toEqual(halt);
    expect([store.commits, batch.resolved]).toEqual([[], -1]);
  });

  test('with a hole is committed up to the hole', async () => {
    const [head, tail] = [several(3), several(3, 5)];
    expect(await consumed(batchOf([...head, ...tail]))).toMatchObject({ reason: 'gap', next: 3, found: 5 });
    expect([store.next, numbers('a')]).toEqual([3, [1, 2, 3]]);
  });

  test('of a topic that ends before the watermark stops its partition (row 35)', async () => {
    store.next = 50;
    expect(await consumed(batchOf(several(10)), 50)).toMatchObject({ reason: 'topic-shrunk', next: 50, found: 10 });
  });

  test('whose partition has passed to another is left after the chunk in hand (row 60)', async () => {
    const batch = batchOf(several(1_200));
    store.after = () => (batch.isOver = true);
    expect(await consumed(batch)).toBe(500);
  });
});

describe('a commit that fails', () => {
  test('because another consumer was faster goes on where that one stopped (rows 31, 32)', async () => {
    let isFirst = true;
    store.before = () => {
      if (isFirst) store.next = 4;
      isFirst = false;
    };
    expect(await consumed(batchOf(several(6)))).toBe(6);
    expect(numbers('a')).toEqual([5, 6]);
  });

  test('with an unknown outcome asks the watermark: committed means done (row 10)', async () => {
    let isFirst = true;
    store.after = () => {
      if (!isFirst) return;
      isFirst = false;
      throw new OutcomeUnknown('no answer');
    };
    expect(await consumed(batchOf(several(6)))).toBe(6);
    expect([numbers('a'), store.commits]).toEqual([[1, 2, 3, 4, 5, 6], [6]]);
  });

  test('because MongoDB is away waits, beats its heart, parks nothing and goes on whole (row 4)', async () => {
    const batch = batchOf(several(6));
    store.isWell = false;
    store.before = () => {
      if (broker.pace.nowMs() < 60_000) throw new Unavailable('no primary');
      store.isWell = true;
    };
    expect(await consumed(batch)).toBe(6);
    expect([numbers('a'), store.rows.size, store.commits]).toEqual([[1, 2, 3, 4, 5, 6], 0, [6]]);
    expect(batch.beats).toBeGreaterThan(12);
  });

  test('because the chunk is too much for MongoDB is tried with half (row 12)', async () => {
    store.before = ({ first, next }) => {
      if (next - first > 100) throw new Unavailable('out of time');
    };
    expect(await consumed(batchOf(several(400)))).toBe(400);
    expect([Math.max(...store.commits), store.rows.size, numbers('a').length]).toEqual([100, 0, 400]);
  });

  test('because of one event parks that one, and the chunks grow again', async () => {
    const records = Array.from({ length: 1_000 }, (_, i) => record(i, `id${i}`, 1));
    store.before = ({ states }) => {
      if (states.has('id77')) throw new StateInvalid('fake/id77');
    };
    expect(await consumed(batchOf(records))).toBe(1_000);
    expect([...store.rows.values()]).toMatchObject([{ offset: 77, class: 'bug', err: 'StateInvalid' }]);
    expect(store.states.size).toBe(999);
    expect(store.commits.at(-1)).toBeGreaterThan(256);
  });

  test('for one event again and again, while MongoDB is well, parks it after half a minute', async () => {
    store.before = ({ states }) => {
      if (states.has('a')) throw new Unavailable('out of time');
    };
    expect(await consumed(batchOf([record(0, 'a', 1), record(1, 'b', 1)]))).toBe(2);
    expect([...store.rows.values()]).toMatchObject([{ offset: 0, class: 'transient', err: 'Unavailable' }]);
    expect(numbers('b')).toEqual([1]);
    expect(broker.pace.nowMs()).toBeGreaterThan(30_000);
  });

  test('because it never ends is given up after ten seconds; if it was committed after all, the watermark says so (row 54)', async () => {
    const real = store.asStore();
    let isFirst = true;
    const slow: typeof real.commit = async (cause, work) => {
      const done = await real.commit(cause, work);
      if (isFirst) {
        isFirst = false;
        await new Promise(() => undefined);
      }
      return done;
    };
    lane = { ...lane, store: { ...real, commit: slow } };
    expect(await consumed(batchOf(several(3)))).toBe(3);
    expect([numbers('a'), store.commits]).toEqual([[1, 2, 3], [3]]);
  });
});

describe('an event that fails', () => {
  test('is parked with what follows of its key, in the same commit as its neighbours', async () => {
    const records = [record(0, 'a', 1), record(1, 'b', BUG), record(2, 'a', 2), record(3, 'b', 3), record(4, 'c', 1)];
    expect(await consumed(batchOf(records))).toBe(5);
    expect([store.commits, numbers('a'), numbers('b'), numbers('c')]).toEqual([[5], [1, 2], [], [1]]);
    expect([...store.rows.values()].map(({ offset, class: kind, eventId }) => [offset, kind, eventId])).toEqual([
      [1, 'bug', 'e1'],
      [3, 'behind', 'e3'],
    ]);
  });

  test('holds up its key in the next batch too', async () => {
    await consumed(batchOf([record(0, 'b', BUG)]));
    await consumed(batchOf([record(1, 'b', 2), record(2, 'a', 1)]), 1);
    expect([numbers('a'), numbers('b')]).toEqual([[1], []]);
    expect([...store.rows.values()].map(({ class: kind }) => kind)).toEqual(['bug', 'behind']);
  });
});
