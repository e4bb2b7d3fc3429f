import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, afterAll, describe, expect, test } from '@jest/globals';
import { OutcomeUnknown, Unavailable } from '@minzheng/store';
import type { Once, Store, Transaction } from '@minzheng/store';
import { byJob, countersOf, increment, testStore } from './fixture.ts';
import type { TestStore } from './fixture.ts';
import { flakyWire } from './flaky-wire.ts';
import type { FlakyWire } from './flaky-wire.ts';

let bench: TestStore;
const wires: FlakyWire[] = [];
beforeAll(async () => {
  bench = await testStore(process.env['MINZHENG_TEST_MONGODB']);
});
afterEach(async () => {
  await Promise.all(wires.splice(0).map((wire) => wire.close()));
});
afterAll(() => bench.end());

const DEADLINE_MS = 1_200;

/** A second process that reaches the same database over a path that can fail. */
async function overWire(): Promise<{ store: Store; wire: FlakyWire }> {
  const { hostname, port } = new URL(bench.settings.uri.replace('mongodb:', 'http:'));
  const wire = await flakyWire(hostname, Number(port));
  wires.push(wire);
  const uri = `mongodb://127.0.0.1:${wire.port}/?directConnection=true`;
  return { wire, store: await bench.another({ uri, commitDeadlineMs: DEADLINE_MS }) };
}

const valueOf = async (id: string) => (await countersOf(bench.store).find('system', id))?.value;
const count = (store: Store, id: string) => (tx: Transaction) => tx.apply(countersOf(store), id, increment(id));
const once = (key: string): Once => ({ key, subject: 's1', route: 'POST /x', fingerprint: 'f' });

describe('a commit whose answer is lost', () => {
  test('with the connection is asked again and has its effect once', async () => {
    const { store, wire } = await overWire();
    await store.commit(byJob, count(store, 'warm'));
    wire.next('commitTransaction', 'cut-after');
    await expect(store.commit(byJob, count(store, 'cut'))).resolves.toMatchObject({ value: 1 });
    expect(wire.requests()).toBeGreaterThan(1);
    expect(await valueOf('cut')).toBe(1);
  });

  test('for ever is reported as unknown in time, and the idempotency key tells the truth', async () => {
    const { store, wire } = await overWire();
    const reply = async (tx: Transaction) => ({ status: 201, body: await count(store, 'lost')(tx) });
    wire.next('commitTransaction', 'lose-reply');
    const began = performance.now();
    const lost = store.commitOnce(byJob, once('lost'), reply);
    await expect(lost).rejects.toThrow(OutcomeUnknown);
    await expect(lost).rejects.toMatchObject({ retriable: true, code: 'service.outcome-unknown' });
    expect(performance.now() - began).toBeLessThan(DEADLINE_MS + 1_000);
    const again = bench.store.commitOnce(byJob, once('lost'), async () => Promise.reject(new Error('must not run')));
    await expect(again).resolves.toMatchObject({ status: 201, replayed: true });
    expect(await valueOf('lost')).toBe(1);
  });
});

describe('a unit of work that takes too long', () => {
  test('is refused as unavailable when it had not come to its commit, and never commits afterwards', async () => {
    const { store } = await overWire();
    const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
    const slow = store.commit(byJob, async (tx) => {
      await count(store, 'slow')(tx);
      await wait(DEADLINE_MS + 300);
      finish();
    });
    await expect(slow).rejects.toThrow(Unavailable);
    await finished;
    await wait(300);
    expect(await valueOf('slow')).toBeUndefined();
  });

  test('because the server is frozen is refused in time, and does not commit when it thaws', async () => {
    const { store, wire } = await overWire();
    const frozen = store.commit(byJob, async (tx) => {
      await count(store, 'frozen')(tx);
      wire.freeze();
    });
    const began = performance.now();
    await expect(frozen).rejects.toThrow(Unavailable);
    expect(performance.now() - began).toBeLessThan(DEADLINE_MS + 1_000);
    wire.thaw();
    await store.commit(byJob, count(store, 'afterwards'));
    expect(await valueOf('frozen')).toBeUndefined();
  });
});

test('a store whose primary answers is ready, and says so when it does not', async () => {
  const { store, wire } = await overWire();
  expect(await store.ready()).toEqual({ ok: true });
  wire.freeze();
  expect(await store.ready()).toEqual({ ok: false, reason: 'MongoDB does not answer in time' });
  wire.thaw();
  expect(await store.ready()).toEqual({ ok: true });
});
