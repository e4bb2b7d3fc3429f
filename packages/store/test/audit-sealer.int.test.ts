import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Store } from '@minzheng/store';
import type mongoose from 'mongoose';
import { AuditHeads } from '../src/audit-heads.ts';
import type { AuditHeadDocument } from '../src/audit-heads.ts';
import { auditKeys } from '../src/audit-keys.ts';
import { AuditRows } from '../src/audit-rows.ts';
import { sealChunk } from '../src/audit-sealing.ts';
import type { SealingParts } from '../src/audit-sealing.ts';
import { Leases } from '../src/leases.ts';
import { byJob, testStore } from './fixture.ts';
import type { TestStore } from './fixture.ts';

let bench: TestStore;
let store: Store;
let other: Store;
beforeAll(async () => {
  bench = await testStore(process.env['MINZHENG_TEST_MONGODB']);
  store = bench.store;
  other = await bench.another();
});
afterAll(() => bench.end());

const native = (): mongoose.mongo.Db => store.connection.getClient().db(store.connection.name);
const record = (object: string, by = store): Promise<void> =>
  by.commit(byJob, (tx) => Promise.resolve(tx.audit({ action: 'case.read', object, purpose: 'case' })));
const recordMany = (count: number, by = store): Promise<void[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => record(`case/${i}`, by)));

const audit = () => native().collection<{ _id: string; n?: number; object: string }>('audit');
const unsealed = (): Promise<number> => audit().countDocuments({ n: { $exists: false } });
async function numbers(): Promise<(number | undefined)[]> {
  const rows = await audit()
    .find({}, { sort: { n: 1 } })
    .toArray();
  return rows.map(({ n }) => n);
}
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** The parts of a sealer as the store puts them together, so that a test can take one out of its hands. */
function parts(more: Partial<SealingParts> = {}): SealingParts {
  const keys = auditKeys(bench.settings.masterKey, bench.settings.service);
  const heads = new AuditHeads(native().collection<AuditHeadDocument>('audit_heads'), keys.head);
  return { client: store.connection.getClient(), rows: rows(), heads, chainKey: keys.chain, ...more };
}
const rows = (): AuditRows => new AuditRows(native().collection('audit'));

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  await expect(
    (async () => {
      const endMs = performance.now() + 20_000;
      while (!(await holds())) {
        if (performance.now() > endMs) return false;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return true;
    })(),
  ).resolves.toBe(true);
}

describe('the sealer', () => {
  test('numbers what is committed, by itself, and a read of personal data too', async () => {
    store.audit.startSealing();
    await recordMany(5);
    await store.auditRead(byJob, { action: 'person.read', object: 'person/p1', purpose: 'case' });
    await eventually(async () => (await unsealed()) === 0);
    expect(await numbers()).toEqual(upTo(6));
    expect(await store.audit.verify()).toEqual({ ok: true, sealed: 6, recomputed: 6 });
    await store.audit.stopSealing();
  });

  test('seals what is left when it is stopped in order, and another goes on at once', async () => {
    await record('case/last');
    await store.audit.stopSealing();
    expect(await unsealed()).toBe(0);
    await record('case/next');
    const next = await bench.another();
    next.audit.startSealing();
    await eventually(async () => (await unsealed()) === 0);
    expect(await next.audit.status()).toMatchObject({ sealed: 8, isSealedHere: true, exported: 'nowhere' });
    await next.audit.stopSealing();
  });

  test('is one at a time, though each process has one, and the numbers have no gap', async () => {
    const before = (await numbers()).length;
    const racers = await Promise.all([bench.another(), bench.another()]);
    for (const racer of racers) racer.audit.startSealing();
    for (let i = 0; i < 5; i += 1) await Promise.all(racers.map((racer) => recordMany(20, racer)));
    await eventually(async () => (await unsealed()) === 0);
    const owners = await Promise.all(racers.map((racer) => racer.audit.status()));
    expect(owners.filter(({ isSealedHere }) => isSealedHere)).toHaveLength(1);
    expect(await numbers()).toEqual(upTo(before + 200));
    expect(await store.audit.verify()).toMatchObject({ ok: true });
    await Promise.all(racers.map((racer) => racer.audit.stopSealing()));
  });

  test('never makes a commit run again', async () => {
    let runs = 0;
    const done = new AbortController();
    const sealing = (async () => {
      while (!done.signal.aborted) await sealChunk(parts());
    })();
    const commits = Array.from({ length: 200 }, (_, i) =>
      store.commit(byJob, (tx) => {
        runs += 1;
        tx.audit({ action: 'case.read', object: `case/busy-${i}`, purpose: 'case' });
        return Promise.resolve();
      }),
    );
    await Promise.all(commits);
    done.abort();
    await sealing;
    expect(runs).toBe(200);
  });

  test('takes more than a chunk in hand one chunk after the other', async () => {
    await store.auditRead(
      byJob,
      Array.from({ length: 1_200 }, (_, i) => ({ action: 'person.read', object: `person/p${i}`, purpose: 'case' })),
    );
    await store.audit.stopSealing();
    expect(await unsealed()).toBe(0);
    expect(await numbers()).toEqual(upTo((await numbers()).length));
  });
});

describe('a sealer that dies', () => {
  test('between head and seals has done nothing, and the next one goes on', async () => {
    await recordMany(3);
    const before = (await store.audit.status()).sealed;
    const dying = Object.assign(rows(), { seal: () => Promise.reject(new TypeError('killed')) });
    await expect(sealChunk(parts({ rows: dying }))).rejects.toThrow('killed');
    expect((await store.audit.status()).sealed).toBe(before);
    expect(await unsealed()).toBe(3);
    await other.audit.stopSealing();
    expect(await other.audit.verify()).toMatchObject({ ok: true, sealed: before + 3 });
  });

  test('after the seals and before the commit is cleaned up after', async () => {
    await recordMany(3);
    const { sealed } = await store.audit.status();
    const real = rows();
    const dying = Object.assign(rows(), {
      seal: async (...given: Parameters<AuditRows['seal']>) => {
        await real.seal(...given);
        throw new TypeError('killed');
      },
    });
    await expect(sealChunk(parts({ rows: dying }))).rejects.toThrow('killed');
    await other.audit.stopSealing();
    expect(await other.audit.verify()).toMatchObject({ ok: true, sealed: sealed + 3 });
  });

  test('with the lease in its hand is followed when that has run out', async () => {
    const leases = new Leases(native().collection('audit_leases'));
    expect(await leases.take('sealer', 'dead', 1_000)).toBeDefined();
    await record('case/waiting');
    const next = await bench.another();
    next.audit.startSealing();
    await eventually(async () => (await unsealed()) === 0);
    await next.audit.stopSealing();
  });

  test('only in appearance, and wakes late, cannot fork the chain', async () => {
    await recordMany(4);
    const { sealed } = await store.audit.status();
    const real = rows();
    let isLate = true;
    const late = Object.assign(rows(), {
      unsealed: async (...given: Parameters<AuditRows['unsealed']>) => {
        const found = await real.unsealed(...given);
        // It has read head and rows, and sleeps; the next owner seals them and more.
        if (isLate) await other.audit.stopSealing();
        isLate = false;
        return found;
      },
    });
    expect(await sealChunk(parts({ rows: late }))).toBe(0);
    expect(await store.audit.verify()).toMatchObject({ ok: true, sealed: sealed + 4 });
    expect(await numbers()).toEqual(upTo(sealed + 4));
  });
});
