import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DuplicateKey, Refused, StateInvalid } from '@minzheng/store';
import type { Store } from '@minzheng/store';
import { decided, Instant, refuse, withDeadlines } from '@minzheng/types';
import { account, accountsOf, byJob, countersOf, increment, opened, testStore } from './fixture.ts';
import type { TestStore } from './fixture.ts';

let bench: TestStore;
let store: Store;
beforeAll(async () => {
  bench = await testStore(process.env['MINZHENG_TEST_MONGODB']);
  store = bench.store;
});
afterAll(() => bench.end());

const raw = (name: string) => store.connection.getClient().db(store.connection.name).collection<{ _id: string }>(name);
const dueAt = Instant.parse('2026-12-01T00:00:00.000Z');

describe('one commit', () => {
  test('keeps state, event, deadline and audit together, and says so to those who wait', async () => {
    const accounts = accountsOf(store);
    const woken: [number[], boolean][] = [];
    store.onCommitted((slots, scheduled) => woken.push([[...slots], scheduled]));
    await store.commit(byJob, async (tx) => {
      const deadline = { kind: 'review', subject: 'whole', dueAt };
      await tx.apply(accounts, 'whole', () => withDeadlines(decided(account('whole'), opened('whole')), [deadline]));
      tx.audit({ action: 'account.open', object: 'account/whole', purpose: 'test' });
    });
    expect(await accounts.get('system', 'whole')).toEqual(account('whole'));
    const [row] = await store.outbox.pending(0, 1_000);
    expect(row?.events).toEqual([
      expect.objectContaining({ topic: 'minzheng.tests.v1', key: 'whole', seq: 1, data: '{"accountId":"whole"}' }),
    ]);
    expect(row?.events[0]?.headers).toMatchObject({
      source: 'https://minzheng.org/services/tests',
      subject: 'whole',
      correlationid: 'c1',
    });
    expect(await store.deadlines.nextDue(dueAt)).toEqual({ kind: 'review', subject: 'whole', dueAt });
    expect(await raw('audit').findOne({ object: 'account/whole' })).toMatchObject({
      actor: 'job:test',
      purpose: 'test',
    });
    expect(woken).toEqual([[[0], true]]);
  });

  test('keeps nothing when the work throws after it has decided', async () => {
    const accounts = accountsOf(store);
    const crash = store.commit(byJob, async (tx) => {
      await tx.apply(accounts, 'crashed', () => decided(account('crashed'), opened('crashed')));
      tx.audit({ action: 'account.open', object: 'account/crashed', purpose: 'test' });
      throw new TypeError('a bug');
    });
    await expect(crash).rejects.toThrow('a bug');
    expect(await accounts.find('system', 'crashed')).toBeUndefined();
    expect(await raw('outbox').countDocuments({ 'events.key': 'crashed' })).toBe(0);
    expect(await raw('audit').countDocuments({ object: 'account/crashed' })).toBe(0);
  });

  test('keeps nothing when the database refuses the last write', async () => {
    const accounts = accountsOf(store);
    await store.connection.db?.command({ collMod: 'audit', validator: { forbidden: { $exists: true } } });
    const refused = store.commit(byJob, async (tx) => {
      await tx.apply(accounts, 'half', () => decided(account('half'), opened('half')));
      tx.audit({ action: 'account.open', object: 'account/half', purpose: 'test' });
    });
    await expect(refused).rejects.toThrow('Document failed validation');
    await store.connection.db?.command({ collMod: 'audit', validator: {} });
    expect(await accounts.find('system', 'half')).toBeUndefined();
    expect(await raw('outbox').countDocuments({ 'events.key': 'half' })).toBe(0);
  });

  test('throws a refusal with its code and keeps nothing', async () => {
    const accounts = accountsOf(store);
    const refused = store.commit(byJob, (tx) => tx.apply(accounts, 'no', () => refuse('application.not-found')));
    await expect(refused).rejects.toMatchObject({ name: 'Refused', refusal: { code: 'application.not-found' } });
    expect(await accounts.find('system', 'no')).toBeUndefined();
  });

  test('folds several decisions on one aggregate into one write and numbers its events', async () => {
    const accounts = accountsOf(store);
    await store.commit(byJob, async (tx) => {
      for (const note of ['a', 'b', 'c']) {
        await tx.apply(accounts, 'folded', () => decided(account('folded', { note }), opened('folded')));
      }
      expect((await tx.load(accounts, ['folded', 'absent'])).get('folded')?.note).toBe('c');
    });
    await store.commit(byJob, (tx) =>
      tx.apply(accounts, 'folded', (state) =>
        decided(state ?? account('folded'), opened('folded'), opened('folded', { topic: 'minzheng.tests.bulk.v1' })),
      ),
    );
    expect(await raw('accounts').findOne({ _id: 'folded' })).toMatchObject({ version: 2, seq: 4, seqBulk: 1 });
    const rows = await raw('outbox').find({ 'events.key': 'folded' }).toArray();
    const seqs = rows.map((row) => (row as unknown as { events: { seq: number }[] }).events.map(({ seq }) => seq));
    // The bulk lane counts for itself, in a row of its own.
    expect(seqs).toEqual([[1, 2, 3], [4], [1]]);
  });

  test('forgets a step that failed and keeps the others', async () => {
    const accounts = accountsOf(store);
    await store.commit(byJob, async (tx) => {
      await tx.apply(accounts, 'kept', () => decided(account('kept'), opened('kept')));
      const step = tx.attempt(async () => {
        await tx.apply(accounts, 'kept', (state) =>
          decided({ ...(state ?? account('kept')), note: 'wrong' }, opened('kept')),
        );
        await tx.apply(accounts, 'step', () => decided(account('step'), opened('step')));
        tx.schedule({ kind: 'step', subject: 'step', dueAt });
        throw new RangeError('second reaction');
      });
      await expect(step).rejects.toThrow('second reaction');
    });
    expect((await accounts.get('system', 'kept')).note).toBeUndefined();
    expect(await accounts.find('system', 'step')).toBeUndefined();
    expect(await raw('outbox').countDocuments({ 'events.key': { $in: ['step'] } })).toBe(0);
    expect(await raw('deadlines').countDocuments({ kind: 'step' })).toBe(0);
  });

  test('refuses a state that does not fit its schema, naming the field and not the value', async () => {
    const accounts = accountsOf(store);
    const wrong = { ...account('wrong'), holder: 42 } as unknown as ReturnType<typeof account>;
    const broken = store.commit(byJob, (tx) => tx.apply(accounts, 'wrong', () => decided(wrong)));
    await expect(broken).rejects.toThrow(StateInvalid);
    await expect(broken).rejects.toThrow('accounts: holder invalid_type');
  });

  test('refuses an event about somebody else, and one that no topic would take', async () => {
    const accounts = accountsOf(store);
    const stranger = store.commit(byJob, (tx) => tx.apply(accounts, 'a', () => decided(account('a'), opened('b'))));
    await expect(stranger).rejects.toThrow('another subject');
    const data = { text: 'x'.repeat(1_000_000) };
    const huge = store.commit(byJob, (tx) =>
      tx.apply(accounts, 'a', () => decided(account('a'), opened('a', { data }))),
    );
    await expect(huge).rejects.toThrow('too large');
  });

  test('says which unique index stands in the way, and never with which value', async () => {
    const accounts = accountsOf(store);
    const open = (id: string) =>
      store.commit(byJob, (tx) => tx.apply(accounts, id, () => decided(account(id, { reference: 'R-778' }))));
    await open('first');
    const second = open('second');
    await expect(second).rejects.toThrow(DuplicateKey);
    await expect(second).rejects.toMatchObject({ collection: 'accounts', index: 'reference', retriable: false });
    await expect(second).rejects.not.toThrow('R-778');
  });

  test('runs reads one after another even when the work starts them together', async () => {
    const counters = countersOf(store);
    const ids = Array.from({ length: 20 }, (_, i) => `together-${i}`);
    await store.commit(byJob, async (tx) => {
      await Promise.all(ids.map((id) => tx.apply(counters, id, increment(id))));
    });
    expect(await raw('counters').countDocuments({ _id: { $in: ids } })).toBe(20);
  });
});

describe('many at once', () => {
  test('fifty increments of one counter by two processes lose none and repeat none', async () => {
    const other = await bench.another();
    const numbers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => {
        const by = i % 2 === 0 ? store : other;
        return by.commit(byJob, (tx) => tx.apply(countersOf(by), 'hot', increment('hot')));
      }),
    );
    const values = numbers.map(({ value }) => value).toSorted((a, b) => a - b);
    expect(values).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  test('a stale version never overwrites: the later writer decides on what the earlier left', async () => {
    const counters = countersOf(store);
    let runs = 0;
    await store.commit(byJob, async (tx) => {
      await tx.load(counters, ['stale']);
      runs += 1;
      if (runs === 1) await store.commit(byJob, (inner) => inner.apply(counters, 'stale', increment('stale')));
      await tx.apply(counters, 'stale', increment('stale'));
    });
    expect(runs).toBe(2);
    expect(await counters.get('system', 'stale')).toEqual({ id: 'stale', value: 2 });
  });

  test('events of one subject lie in the outbox in the order of their numbers', async () => {
    const accounts = accountsOf(store);
    await Promise.all(
      Array.from({ length: 20 }, () =>
        store.commit(byJob, (tx) =>
          tx.apply(accounts, 'busy', (state) => decided(state ?? account('busy'), opened('busy'))),
        ),
      ),
    );
    const rows = await raw('outbox')
      .find({ 'events.key': 'busy' }, { sort: { _id: 1 } })
      .toArray();
    const seqs = rows.flatMap((row) => (row as unknown as { events: { seq: number }[] }).events.map(({ seq }) => seq));
    expect(seqs).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });
});

test('a refusal inside the work of a reaction can be caught and the commit goes on', async () => {
  const counters = countersOf(store);
  await store.commit(byJob, async (tx) => {
    const no = tx.apply(counters, 'refusing', () => refuse('application.not-found'));
    await expect(no).rejects.toThrow(Refused);
    await tx.apply(counters, 'going-on', increment('going-on'));
  });
  expect(await counters.find('system', 'refusing')).toBeUndefined();
  expect(await counters.get('system', 'going-on')).toMatchObject({ value: 1 });
});
