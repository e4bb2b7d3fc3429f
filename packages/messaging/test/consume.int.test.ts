import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { on } from '@minzheng/messaging';
import { ApplicationSubmitted, CaseReported, decided } from '@minzheng/types';
import { eventually, numbered, recordOf, takingDown, talliesOf, testBench, TOPIC } from './fixture.ts';
import type { Bench } from './fixture.ts';

describe('an event', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await testBench(process.env);
    bench.consume();
  }, 60_000);
  afterAll(() => bench.end(), 60_000);

  test('has its effect, and events of one subject have theirs in order', async () => {
    await bench.send(...[1, 2, 3, 4, 5].map((number) => recordOf('ordered', number)));
    await eventually(async () => expect(await bench.numbers('ordered')).toEqual([1, 2, 3, 4, 5]));
  });

  test('that comes again at a later offset changes nothing', async () => {
    const once = recordOf('again', 1);
    await bench.send(once, once, once, recordOf('again', 2));
    await eventually(async () => expect(await bench.numbers('again')).toEqual([1, 2]));
    expect(await bench.parkedOf('again')).toEqual([]);
  });

  test('of a kind that nobody here reacts to is passed over', async () => {
    const type = CaseReported.type;
    await bench.send(recordOf('passed', 1, { type, data: '{"whatever":1}' }), recordOf('passed', 2));
    await eventually(async () => expect(await bench.numbers('passed')).toEqual([2]));
    expect(await bench.parkedOf('passed')).toEqual([]);
  });

  test('may carry fields that this release does not know, and a trace that makes no sense', async () => {
    const { data } = numbered('newer', 1);
    const headers = { traceparent: 'x'.repeat(100_000), novelty: 'yes' };
    const record = recordOf('newer', 1, { data: JSON.stringify({ ...(data as object), fromTheFuture: true }) });
    await bench.send({
      ...record,
      headers: { ...record.headers, ce_traceparent: headers.traceparent, ce_novelty: 'yes' },
    });
    await eventually(async () => expect(await bench.numbers('newer')).toEqual([1]));
  });
});

describe('several reactions to one event', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await testBench(process.env);
    const echoes = talliesOf(bench.store, 'echoes');
    const echo = on(ApplicationSubmitted, {
      into: echoes,
      id: ({ data }) => data.applicationId,
      decide: (seen, { subject, data }) => {
        if (data.householdSize === 13) throw new TypeError('the second reaction has a bug');
        return decided({ id: subject, numbers: [...(seen?.numbers ?? []), data.householdSize] });
      },
    });
    bench.consume([takingDown(bench.tallies), echo]);
  }, 60_000);
  afterAll(() => bench.end(), 60_000);

  test('take effect together', async () => {
    await bench.send(recordOf('both', 1));
    await eventually(async () => {
      const echo = await talliesOf(bench.store, 'echoes').find('system', 'both');
      expect([await bench.numbers('both'), echo?.numbers]).toEqual([[1], [1]]);
    });
  });

  test('or not at all: when the second fails, the first leaves no trace', async () => {
    await bench.send(recordOf('neither', 13), recordOf('beside', 1));
    await eventually(async () => expect(await bench.parkedOf('neither')).toHaveLength(1));
    await eventually(async () => expect(await bench.numbers('beside')).toEqual([1]));
    expect(await bench.parkedOf('neither')).toMatchObject([{ class: 'bug', err: 'TypeError' }]);
    expect(await bench.numbers('neither')).toEqual([]);
  });
});

describe('a chunk that MongoDB refuses as a whole', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await testBench(process.env, 1);
  }, 60_000);
  afterAll(() => bench.end(), 60_000);

  test('is halved down to the one event that is at fault; all others have their effect', async () => {
    const echoes = talliesOf(bench.store, 'echoes');
    const marking = on(ApplicationSubmitted, {
      into: echoes,
      id: ({ data }) => data.applicationId,
      decide: (_, { subject, data }) =>
        decided({ id: subject, numbers: [], ...(data.householdSize === 13 && { mark: 'taken' }) }),
    });
    // The unique index on `mark` refuses the second 13, and it does so only when the chunk is written.
    const numbers = Array.from({ length: 64 }, (_, i) => (i === 20 || i === 41 ? 13 : 1));
    await bench.send(...numbers.map((number, i) => recordOf(`s${i}`, number)));
    bench.consume([marking]);
    await eventually(async () => {
      const kept = await echoes.list('system', {}, { limit: 1_000 });
      expect(kept).toHaveLength(63);
    });
    expect(await bench.parked()).toMatchObject([{ key: `${TOPIC}|s41`, class: 'conflict', err: 'DuplicateKey' }]);
  });
});
