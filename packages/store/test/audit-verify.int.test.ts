import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fileWitness } from '@minzheng/store';
import type { AuditVerdict, AuditWitness, Store } from '@minzheng/store';
import { systemClocks } from '@minzheng/types';
import type { mongo } from 'mongoose';
import { byJob, testStore } from './fixture.ts';
import type { TestStore } from './fixture.ts';

type Raw = { _id: string; n?: number; h?: string | undefined; [field: string]: unknown };
type Copy = Record<'audit' | 'audit_heads', Raw[]>;

let bench: TestStore;
let store: Store;
let folder: string;
let witness: AuditWitness;
let whole: Copy;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minzheng-witness-'));
  witness = fileWitness(folder);
  bench = await testStore(process.env['MINZHENG_TEST_MONGODB']);
  store = await bench.another({}, systemClocks, witness);
  for (let i = 1; i <= 6; i += 1) await record(`case/${i}`);
  await seal();
});
beforeEach(async () => {
  whole = await copied();
  expect(await store.audit.verify()).toMatchObject({ ok: true });
});
afterEach(() => restored(whole));
afterAll(async () => {
  await bench.end();
  await rm(folder, { recursive: true });
});

const record = (object: string, by = store): Promise<void> =>
  by.commit(byJob, (tx) => Promise.resolve(tx.audit({ action: 'case.read', object, purpose: 'case' })));
/** A stop in order seals and exports. */
const seal = (by = store): Promise<void> => by.audit.stopSealing();
const raw = (name: keyof Copy): mongo.Collection<Raw> =>
  store.connection.getClient().db(store.connection.name).collection<Raw>(name);

async function copied(): Promise<Copy> {
  const [audit, heads] = await Promise.all([raw('audit').find().toArray(), raw('audit_heads').find().toArray()]);
  return { audit, audit_heads: heads };
}

/** Puts a collection back as somebody with a dump would. */
async function restored(copy: Copy): Promise<void> {
  for (const name of ['audit', 'audit_heads'] as const) {
    await raw(name).deleteMany({});
    if (copy[name].length > 0) await raw(name).insertMany(copy[name]);
  }
}

const at = async (n: number): Promise<Raw> => {
  const row = await raw('audit').findOne({ n });
  if (row === null) throw new Error(`no audit number ${n}`);
  return row;
};
const bad = (firstBad: number): AuditVerdict => expect.objectContaining({ ok: false, firstBad }) as never;

describe('the verifier names the first bad number (row 96) when somebody', () => {
  test('edits a record', async () => {
    await raw('audit').updateOne({ n: 3 }, { $set: { actor: 'nobody' } });
    await raw('audit').updateOne({ n: 5 }, { $set: { actor: 'nobody' } });
    expect(await store.audit.verify()).toEqual({
      ok: false,
      firstBad: 3,
      culprit: 'audit number 3 is not as it was sealed',
    });
  });

  test('edits the hash of a record, or takes its date back', async () => {
    await raw('audit').updateOne({ n: 4 }, { $set: { recordedAt: new Date(0) } });
    expect(await store.audit.verify()).toEqual(bad(4));
    await raw('audit').updateOne({ n: 2 }, { $set: { h: (await at(1)).h } });
    expect(await store.audit.verify()).toEqual(bad(2));
  });

  test('deletes a record', async () => {
    await raw('audit').deleteOne({ n: 2 });
    expect(await store.audit.verify()).toEqual(bad(2));
  });

  test('swaps two records', async () => {
    const [second, fifth] = [await at(2), await at(5)];
    await raw('audit').deleteMany({ n: { $in: [2, 5] } });
    await raw('audit').insertMany([
      { ...second, n: 5, h: fifth.h ?? '' },
      { ...fifth, n: 2, h: second.h ?? '' },
    ]);
    expect(await store.audit.verify()).toEqual(bad(2));
  });

  test('truncates the audit', async () => {
    await raw('audit').deleteMany({ n: { $gt: 4 } });
    expect(await store.audit.verify()).toEqual(bad(5));
  });

  test('truncates the audit and sets its head back', async () => {
    await raw('audit').deleteMany({ n: { $gt: 4 } });
    await raw('audit_heads').updateOne({}, { $set: { n: 4, h: (await at(4)).h } });
    expect(await store.audit.verify()).toEqual(bad(5));
  });

  test('takes the head away', async () => {
    await raw('audit_heads').deleteMany({});
    expect(await store.audit.verify()).toEqual(bad(1));
  });

  test('appends a record with a number', async () => {
    await raw('audit').insertOne({ ...(await at(6)), _id: 'forged', n: 7 });
    expect(await store.audit.verify()).toEqual(bad(7));
    await raw('audit').updateOne({ n: 7 }, { $set: { n: 'seven' } as never });
    expect(await store.audit.verify()).toEqual(bad(7));
  });

  test('appends a record with a number and moves the head', async () => {
    await raw('audit').insertOne({ ...(await at(6)), _id: 'forged', n: 7 });
    await raw('audit_heads').updateOne({}, { $set: { n: 7, h: (await at(6)).h } });
    expect(await store.audit.verify()).toEqual(bad(7));
  });

  test('puts a record in for the sealer to seal', async () => {
    const { n: _n, h: _h, ...last } = await at(6);
    await raw('audit').insertOne({ ...last, _id: 'forged', actor: 'nobody' });
    await seal(bench.store);
    expect(await store.audit.verify()).toEqual(bad(7));
  });
});

describe('the verifier', () => {
  test('names a row that nobody has sealed for ten seconds', async () => {
    const late = await bench.another(
      {},
      {
        ...systemClocks,
        machine: { ...systemClocks.machine, nowMs: () => systemClocks.machine.nowMs() - 11_000 },
      },
    );
    await record('case/fresh');
    expect(await store.audit.verify()).toMatchObject({ ok: true });
    await record('case/late', late);
    const { _id: id } = (await raw('audit').findOne({ object: 'case/late' })) ?? {};
    expect(await store.audit.verify()).toEqual({ ok: false, culprit: `audit row ${id} has not been sealed` });
  });

  test('goes through a long chain in parts, over and over, and keeps to what it found', async () => {
    await raw('audit').updateOne({ n: 5 }, { $set: { actor: 'nobody' } });
    const verdicts: AuditVerdict[] = [];
    for (let i = 0; i < 4; i += 1) verdicts.push(await store.audit.verify(2));
    expect(verdicts.filter(({ ok }) => ok).length).toBeLessThanOrEqual(2);
    expect(verdicts.slice(2)).toEqual([bad(5), bad(5)]);
    await restored(whole);
    for (let i = 0; i < 4; i += 1) expect(await store.audit.verify(2)).toMatchObject({ ok: true, recomputed: 2 });
  });

  test('sees a chain that was cut at once, however far it has come', async () => {
    await raw('audit').deleteMany({ n: { $gt: 5 } });
    expect(await store.audit.verify(1)).toEqual(bad(6));
  });
});

const latest = async (): Promise<number | undefined> => (await witness.latest('tests'))?.n;

describe('the witness', () => {
  test('has the head after an orderly stop, once', async () => {
    await seal();
    expect(await latest()).toBe(6);
    expect(await store.audit.status()).toMatchObject({ sealed: 6, exported: { n: 6 } });
    expect((await readFile(join(folder, 'tests.jsonl'), 'utf8')).trim().split('\n')).toHaveLength(1);
  });

  test('gives away that the whole audit was set back to yesterday (row 97)', async () => {
    const yesterday = await copied();
    for (const object of ['case/7', 'case/8']) await record(object);
    await seal();
    expect(await latest()).toBe(8);
    const today = await copied();
    await restored(yesterday);
    expect(await store.audit.verify()).toEqual({
      ok: false,
      firstBad: 7,
      culprit: 'audit number 7 is missing; 8 were exported',
    });
    // New rows on top of yesterday's do not hide it, and the head of the forked chain is not exported.
    for (const object of ['case/a', 'case/b', 'case/c']) await record(object);
    await seal();
    expect(await store.audit.verify()).toEqual(bad(8));
    expect(await latest()).toBe(8);
    whole = today;
  });

  test('holds a head that somebody else has signed against the audit', async () => {
    const head = await witness.latest('tests');
    if (head === undefined) throw new Error('no head was exported');
    await witness.write({ ...head, n: 1 });
    expect(await store.audit.verify()).toEqual({
      ok: false,
      culprit: 'the exported head was not signed by this service',
    });
    await witness.write(head);
  });

  test('hears of the first new rows a few seconds after a start', async () => {
    const next = await bench.another({}, systemClocks, witness);
    const known = (await latest()) ?? 0;
    next.audit.startSealing();
    // The first look finds nothing new.
    await wait(1_000);
    await record('case/soon', next);
    const endMs = performance.now() + 20_000;
    while ((await latest()) === known && performance.now() < endMs) await wait(200);
    expect(await latest()).toBe(known + 1);
    await next.audit.stopSealing();
    whole = await copied();
  });
});
