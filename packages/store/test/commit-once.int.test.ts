import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { InProgress, KeyReused, Refused } from '@minzheng/store';
import type { Once, Reply, Store, Transaction } from '@minzheng/store';
import { decided, refuse } from '@minzheng/types';
import type { RefusalCode } from '@minzheng/types';
import { account, accountsOf, byJob, countersOf, increment, opened, testStore } from './fixture.ts';
import type { TestStore } from './fixture.ts';

let bench: TestStore;
let store: Store;
beforeAll(async () => {
  bench = await testStore(process.env['MINZHENG_TEST_MONGODB']);
  store = bench.store;
});
afterAll(() => bench.end());

const once = (key: string, more: Partial<Once> = {}): Once => ({
  key,
  subject: 's1',
  route: 'POST /counters',
  fingerprint: 'body',
  ...more,
});

const countUp =
  (id: string, by = store) =>
  async (tx: Transaction): Promise<Reply> => {
    const { value } = await tx.apply(countersOf(by), id, increment(id));
    return { status: 201, body: { value } };
  };

const refuseAfterChange =
  (code: RefusalCode, id: string) =>
  async (tx: Transaction): Promise<Reply> => {
    await tx.apply(accountsOf(store), id, () => decided(account(id), opened(id)));
    await tx.apply(countersOf(store), id, () => refuse(code));
    return { status: 201, body: {} };
  };

const valueOf = async (id: string) => (await countersOf(store).find('system', id))?.value;
const keyRows = () => store.connection.getClient().db(store.connection.name).collection('idempotency_keys');

describe('a command under an Idempotency-Key', () => {
  test('fifty at once, to two processes, have one effect; all the others are told to wait or given the same answer', async () => {
    const other = await bench.another();
    const attempts = Array.from({ length: 50 }, (_, i) => {
      const by = i % 2 === 0 ? store : other;
      return by.commitOnce(byJob, once('fifty'), countUp('fifty', by));
    });
    const results = await Promise.allSettled(attempts);
    const answered = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    expect(await valueOf('fifty')).toBe(1);
    expect(answered.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(answered.map(({ body }) => JSON.stringify(body)))).toEqual(new Set(['{"value":1}']));
    expect(refused.filter((error) => !(error instanceof InProgress))).toEqual([]);
    expect(answered.length + refused.length).toBe(50);
  });

  test('gives its answer again, to another process too', async () => {
    const first = await store.commitOnce(byJob, once('again'), countUp('again'));
    const other = await bench.another();
    const second = await other.commitOnce(byJob, once('again'), countUp('again', other));
    expect(first).toEqual({ status: 201, body: { value: 1 }, replayed: false });
    expect(second).toEqual({ status: 201, body: { value: 1 }, replayed: true });
    expect(await valueOf('again')).toBe(1);
  });

  test('with another body is refused', async () => {
    await store.commitOnce(byJob, once('reused'), countUp('reused'));
    const other = store.commitOnce(byJob, once('reused', { fingerprint: 'other' }), countUp('reused'));
    await expect(other).rejects.toThrow(KeyReused);
    await expect(other).rejects.toMatchObject({ code: 'request.idempotency-key-reused', retriable: false });
    expect(await valueOf('reused')).toBe(1);
  });

  test('is another command for another subject or another route', async () => {
    await store.commitOnce(byJob, once('mine'), countUp('mine'));
    await store.commitOnce(byJob, once('mine', { subject: 's2' }), countUp('mine'));
    await store.commitOnce(byJob, once('mine', { route: 'POST /others' }), countUp('mine'));
    expect(await valueOf('mine')).toBe(3);
  });

  test('is at work while its first attempt has not ended', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const { promise: started, resolve: start } = Promise.withResolvers<void>();
    const first = store.commitOnce(byJob, once('slow'), async (tx) => {
      start();
      await gate;
      return countUp('slow')(tx);
    });
    await started;
    const second = store.commitOnce(byJob, once('slow'), countUp('slow'));
    await expect(second).rejects.toThrow(InProgress);
    await expect(second).rejects.toMatchObject({ retriable: true, code: 'request.in-progress' });
    open();
    await expect(first).resolves.toMatchObject({ replayed: false });
    expect(await valueOf('slow')).toBe(1);
  });

  test('is free again when its first attempt failed by a bug', async () => {
    const bug = store.commitOnce(byJob, once('bug'), async () => Promise.reject(new TypeError('a bug')));
    await expect(bug).rejects.toThrow('a bug');
    await expect(store.commitOnce(byJob, once('bug'), countUp('bug'))).resolves.toMatchObject({ replayed: false });
  });

  test('keeps its answer sealed: who reads the database does not read the answer', async () => {
    const secret = { status: 200, body: { text: 'SECRET-ANSWER' } };
    await store.commitOnce(byJob, once('sealed'), () => Promise.resolve(secret));
    const rows = await keyRows().find().toArray();
    expect(rows.map((row) => Buffer.from(JSON.stringify(row)).toString())).not.toContainEqual(
      expect.stringContaining('SECRET-ANSWER'),
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  test('leaves no digest of the key or of what was asked that could be tried without a key of ours', async () => {
    const asked = createHash('sha256').update('{"body":{"mobile":"13800000101"},"params":{}}').digest('hex');
    const called = once('resolve-33030219700101002X', { fingerprint: asked });
    await store.commitOnce(byJob, called, countUp('tried'));
    const kept = JSON.stringify(await keyRows().find().toArray());
    const guess = createHash('sha256').update(JSON.stringify([called.subject, called.route, called.key]));
    expect(kept).not.toContain(asked);
    expect(kept).not.toContain(guess.digest('hex'));
    await expect(store.commitOnce(byJob, called, countUp('tried'))).resolves.toMatchObject({ replayed: true });
  });
});

describe('a refusal under an Idempotency-Key', () => {
  test('of the domain is kept, given again, and leaves nothing else behind', async () => {
    const first = store.commitOnce(byJob, once('no'), refuseAfterChange('pay-run.nothing-due', 'no'));
    await expect(first).rejects.toMatchObject({ refusal: { code: 'pay-run.nothing-due' }, replayed: false });
    const second = store.commitOnce(byJob, once('no'), countUp('no'));
    await expect(second).rejects.toThrow(Refused);
    await expect(second).rejects.toMatchObject({ refusal: { code: 'pay-run.nothing-due' }, replayed: true });
    expect(await accountsOf(store).find('system', 'no')).toBeUndefined();
    expect(await store.outbox.unpublished()).not.toContainEqual(expect.objectContaining({ key: 'no' }));
  });

  test.each<[RefusalCode]>([['request.invalid'], ['auth.token-invalid'], ['auth.outside-division']])(
    'of the door is not kept: %s',
    async (code) => {
      const first = store.commitOnce(byJob, once(code), refuseAfterChange(code, code));
      await expect(first).rejects.toMatchObject({ refusal: { code } });
      await expect(store.commitOnce(byJob, once(code), countUp(code))).resolves.toMatchObject({ status: 201 });
    },
  );
});
