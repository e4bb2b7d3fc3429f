import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IncomingRecord, OutgoingRecord } from '@minzheng/messaging';
import { redrive } from '@minzheng/messaging';
import { eventually, GROUP, recordOf, refusing, takingDown, testBench } from './fixture.ts';
import type { Bench } from './fixture.ts';

const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
const wide = `{${Array.from({ length: 70_000 }, (_, i) => `"k${i}":0`).join(',')}}`;
const good = JSON.stringify({ applicationId: 'x', programme: 'DB', householdSize: 1, submittedOn: '2026-11-24' });

const withValue =
  (value: string | Buffer | null) =>
  (id: string): OutgoingRecord => ({ ...recordOf(id, 1), value });
const withHeaders =
  (headers: OutgoingRecord['headers']) =>
  (id: string): OutgoingRecord => ({ ...recordOf(id, 1), headers });
const withType =
  (type: string) =>
  (id: string): OutgoingRecord =>
    recordOf(id, 1, { type });
const withData =
  (data: string) =>
  (id: string): OutgoingRecord =>
    recordOf(id, 1, { data });

const rows: [string, (id: string) => OutgoingRecord, string, string][] = [
  ['invalid JSON (row 41)', withValue('{bad json'), 'poison', 'malformed-json'],
  ['an empty value (row 41)', withValue(''), 'poison', 'empty'],
  ['a null value (row 41)', withValue(null), 'poison', 'empty'],
  ['invalid UTF-8 (row 41)', withValue(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])), 'poison', 'not-utf-8'],
  ['no headers at all', withHeaders({}), 'poison', 'no-event-type'],
  ['a missing field (row 42)', withData('{"programme":"DB"}'), 'schema', 'data.applicationId invalid_type'],
  ['an impossible amount (row 52)', withData(good.replace('1,', '1e21,')), 'schema', 'data.householdSize too_big'],
  [
    'an unknown type (row 43)',
    withType('org.minzheng.applications.application.dreamt.v1'),
    'unsupported',
    'unknown-type',
  ],
  [
    'a newer version (row 43)',
    withType('org.minzheng.applications.application.submitted.v2'),
    'unsupported',
    'unknown-type',
  ],
  ['5,000 levels (row 44)', withValue(deep), 'poison', 'too-deep'],
  ['70,000 names (row 44)', withValue(wide), 'poison', 'too-many-names'],
  ['__proto__ (row 45)', withValue('{"__proto__":{"admin":true}}'), 'poison', 'forbidden-name'],
  ['a name twice (row 45)', withValue(`${good.slice(0, -1)},"householdSize":2}`), 'poison', 'duplicate-name'],
];

describe('a message that no event can be made of', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await testBench(process.env, 1);
    bench.consume();
    await bench.send(recordOf('warm', 1));
    await eventually(async () => expect(await bench.numbers('warm')).toEqual([1]));
  }, 60_000);
  afterAll(() => bench.end(), 60_000);

  test.each(rows)(
    '%s is parked within a second; its neighbours on the same partition go on',
    async (_, make, kind, err) => {
      const id = randomUUID();
      await bench.send(recordOf(`${id}-before`, 1), make(id), recordOf(`${id}-after`, 1));
      const sentMs = performance.now();
      const [row] = await eventually(async () => {
        const found = await bench.parkedOf(id);
        expect(found).toHaveLength(1);
        return found;
      });
      expect(performance.now() - sentMs).toBeLessThan(1_000);
      expect(row).toMatchObject({ class: kind, err, st: 1 });
      await eventually(async () => {
        expect([await bench.numbers(`${id}-before`), await bench.numbers(`${id}-after`)]).toEqual([[1], [1]]);
      });
      expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
    },
  );

  test('each has one copy on the dead topic, with where it came from and why, and waits for its retry', async () => {
    const copies = await eventually(async () => {
      const found = await deadCopies(bench);
      expect(found).toHaveLength(rows.length);
      return found;
    });
    const why = copies.map(({ headers }) => `${String(headers.get('dead_class'))} ${String(headers.get('dead_err'))}`);
    expect(why.toSorted()).toEqual(rows.map(([, , kind, err]) => `${kind} ${err}`).toSorted());
    expect(copies[0]?.value?.toString()).toBe('{bad json');
    await eventually(async () => {
      for (const row of await bench.parked()) expect(row.nextAt - row.at).toBeGreaterThanOrEqual(48_000);
    });
  });
});

async function deadCopies(bench: Bench): Promise<IncomingRecord[]> {
  const found: IncomingRecord[] = [];
  const reader = await bench.bus.openReader({
    group: `reader-${randomUUID()}`,
    topics: [`${GROUP}.dead`],
    onBatch: (batch) => {
      found.push(...batch.records);
      batch.resolve(batch.end);
      return Promise.resolve();
    },
    onCrash: () => undefined,
  });
  const [offsets] = await bench.bus.endOffsets(`${GROUP}.dead`);
  await eventually(() => expect(found).toHaveLength(offsets?.end ?? 0));
  await reader.stop();
  return found;
}

describe('a reaction that fails', () => {
  let bench: Bench;
  let isMended = false;
  const temper = (_: unknown, number: number): ReturnType<typeof refusing> | undefined => {
    if (number === 3 && !isMended) throw new TypeError('cannot read properties of undefined');
    return number === 4 && !isMended ? refusing() : undefined;
  };
  beforeAll(async () => {
    bench = await testBench(process.env, 1);
    bench.consume([takingDown(bench.tallies, temper)]);
  }, 60_000);
  afterAll(() => bench.end(), 60_000);

  test('parks the event, and what comes after it of the same key waits behind it; other keys go on', async () => {
    await bench.send(
      ...[1, 2, 3, 4, 5].flatMap((number) => [recordOf('stuck', number), recordOf('free', number + 10)]),
    );
    await eventually(async () => expect(await bench.numbers('free')).toEqual([11, 12, 13, 14, 15]));
    await eventually(async () => expect(await bench.parkedOf('stuck')).toHaveLength(3));
    expect(await bench.numbers('stuck')).toEqual([1, 2]);
    expect(await bench.parkedOf('stuck')).toMatchObject([
      { class: 'bug', err: 'TypeError' },
      { class: 'behind' },
      { class: 'behind' },
    ]);
  });

  test('a later chunk of the key waits as well', async () => {
    await bench.send(recordOf('stuck', 6), recordOf('free', 16));
    await eventually(async () => expect(await bench.numbers('free')).toContain(16));
    await eventually(async () => expect(await bench.parkedOf('stuck')).toHaveLength(4));
  });

  test('an operator who redrives too early finds it parked again, in the same order', async () => {
    expect(await redrive(bench.store, GROUP)).toBe(4);
    await eventually(async () => {
      const [head, ...behind] = await bench.parkedOf('stuck');
      expect(head).toMatchObject({ class: 'bug', attempts: 1 });
      expect(behind.map((row) => row.class)).toEqual(['behind', 'behind', 'behind']);
    });
    expect(await bench.numbers('stuck')).toEqual([1, 2]);
  });

  test('once mended, redriving any one of them restores all, in order', async () => {
    isMended = true;
    const last = (await bench.parkedOf('stuck')).at(-1);
    expect(await redrive(bench.store, [last?.id ?? ''])).toBe(1);
    await eventually(async () => expect(await bench.numbers('stuck')).toEqual([1, 2, 3, 4, 5, 6]));
    await eventually(async () => expect(await bench.parked()).toEqual([]));
  });
});
