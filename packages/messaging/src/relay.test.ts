import { describe, expect, test } from '@jest/globals';
import { LeaseLost, Unavailable } from '@minzheng/store';
import type { CommitListener, Lease, OutboxPort, OutboxRow } from '@minzheng/store';
import { acceptAndFail, fail, FakeBroker, hang, settled } from '../test/fake-broker.ts';
import { startRelay } from './relay.ts';
import type { Relay } from './relay.ts';

/** An outbox in memory, with one slot a lane and real leases on the fake clock. */
class FakeOutbox implements OutboxPort {
  readonly slots = 1;
  readonly rows: (OutboxRow & { isSent: boolean })[] = [];
  readonly listeners: CommitListener[] = [];
  readonly broker: FakeBroker;
  readonly holders = new Map<number, Lease & { untilMs: number }>();
  failMarks = 0;
  private epoch = 0;

  constructor(broker: FakeBroker) {
    this.broker = broker;
  }

  commit(...numbers: number[]): void {
    this.commitTo(0, ...numbers);
  }

  commitTo(slot: number, ...numbers: number[]): void {
    const events = numbers.map((seq) => ({
      id: `e${seq}`,
      topic: 't',
      key: 'k',
      type: 'x',
      seq,
      headers: {},
      data: String(seq),
    }));
    this.rows.push({ id: `r${this.rows.length}`, slot, events, isSent: false });
    for (const listener of this.listeners) listener(new Set([slot]), false);
  }

  lease(slot: number, owner: string, leaseMs = 15_000): Promise<Lease | undefined> {
    const nowMs = this.broker.pace.nowMs();
    const holder = this.holders.get(slot);
    if (holder !== undefined && holder.untilMs > nowMs) {
      return Promise.resolve(holder.owner === owner ? holder : undefined);
    }
    const lease = { slot, owner, epoch: (this.epoch += 1), untilMs: nowMs + leaseMs };
    this.holders.set(slot, lease);
    return Promise.resolve(lease);
  }

  renew({ slot, owner, epoch }: Lease, leaseMs = 15_000): Promise<boolean> {
    const holder = this.holders.get(slot);
    if (holder?.owner !== owner || holder.epoch !== epoch) return Promise.resolve(false);
    this.holders.set(slot, { ...holder, untilMs: this.broker.pace.nowMs() + leaseMs });
    return Promise.resolve(true);
  }

  release({ slot, owner }: Lease): Promise<void> {
    if (this.holders.get(slot)?.owner === owner) this.holders.delete(slot);
    return Promise.resolve();
  }

  pending(slot: number): Promise<OutboxRow[]> {
    return Promise.resolve(this.rows.filter((row) => row.slot === slot && !row.isSent));
  }

  markSent({ slot, owner, epoch }: Lease, ids: readonly string[]): Promise<void> {
    if (this.failMarks > 0) {
      this.failMarks -= 1;
      return Promise.reject(new Unavailable('MongoDB does not answer'));
    }
    const holder = this.holders.get(slot);
    if (holder?.owner !== owner || holder.epoch !== epoch) return Promise.reject(new LeaseLost('gone'));
    for (const row of this.rows) if (ids.includes(row.id)) row.isSent = true;
    return Promise.resolve();
  }

  unpublished(): Promise<never[]> {
    return Promise.resolve([]);
  }

  backlog(): Promise<{ events: number; oldestMs: number }> {
    return Promise.resolve({ events: 0, oldestMs: 0 });
  }
}

const started = (outbox: FakeOutbox, owner = 'one'): Relay =>
  startRelay(outbox.broker, { outbox, onCommitted: (listener) => outbox.listeners.push(listener) }, { owner });
const written = ({ broker }: FakeOutbox): unknown[] => broker.written.map(({ value }) => value);

async function outboxWith(...rows: number[][]): Promise<FakeOutbox> {
  const outbox = new FakeOutbox(new FakeBroker());
  for (const row of rows) outbox.commit(...row);
  await settled();
  return outbox;
}

describe('the relay', () => {
  test('publishes a commit at once, without waiting for its next look', async () => {
    const outbox = await outboxWith();
    const relay = started(outbox);
    await outbox.broker.pace.advance(5_000);
    expect(relay.idle()).toBe(true);
    outbox.commit(1, 2);
    expect(relay.idle()).toBe(false);
    await settled();
    expect(written(outbox)).toEqual(['1', '2']);
    await outbox.broker.pace.advance(200);
    expect(relay.idle()).toBe(true);
  });

  test('that dies between send and mark is followed by one that sends again: nothing is lost (row 58)', async () => {
    const outbox = await outboxWith([1, 2], [3]);
    outbox.failMarks = 1;
    const dead = started(outbox);
    await settled();
    expect([written(outbox), outbox.rows.every(({ isSent }) => !isSent)]).toEqual([['1', '2', '3'], true]);
    await dead.stop();
    started(outbox, 'two');
    await settled();
    expect([written(outbox), outbox.rows.every(({ isSent }) => isSent)]).toEqual([
      ['1', '2', '3', '1', '2', '3'],
      true,
    ]);
  });

  test('sends a real-time event while a send of the bulk lane is not answered', async () => {
    const outbox = await outboxWith();
    started(outbox);
    await outbox.broker.pace.advance(5_000);
    outbox.broker.behaviours.push(hang);
    outbox.commitTo(1, 1, 2);
    await settled();
    outbox.commit(3);
    await settled();
    expect(written(outbox)).toEqual(['3']);
    await outbox.broker.pace.advance(8_000);
    expect(written(outbox)).toEqual(['3', '1', '2']);
  });

  test('marks nothing that Kafka has not taken, and tries again with a new producer', async () => {
    const outbox = await outboxWith([1]);
    outbox.broker.behaviours.push(fail, hang);
    started(outbox);
    await settled();
    expect([written(outbox), outbox.rows[0]?.isSent]).toEqual([[], false]);
    await outbox.broker.pace.advance(10_000);
    expect([written(outbox), outbox.rows[0]?.isSent]).toEqual([['1'], true]);
    expect([outbox.broker.opened, outbox.broker.abandoned]).toEqual([3, 2]);
  });

  test('sends in order again when the answer to a send was lost', async () => {
    const outbox = await outboxWith([1], [2]);
    outbox.broker.behaviours.push(acceptAndFail);
    started(outbox);
    await settled();
    outbox.commit(3);
    await outbox.broker.pace.advance(1_000);
    expect(written(outbox)).toEqual(['1', '2', '1', '2', '3']);
  });

  test('that does not own the slot publishes nothing; it takes over a second after the lease has run out (row 57)', async () => {
    const outbox = await outboxWith();
    await outbox.lease(0, 'a dead process');
    started(outbox);
    outbox.commit(1);
    await outbox.broker.pace.advance(14_900);
    expect(written(outbox)).toEqual([]);
    await outbox.broker.pace.advance(1_200);
    expect(written(outbox)).toEqual(['1']);
  });

  test('that lost its slot while it was frozen marks nothing and stops publishing (row 59)', async () => {
    const outbox = await outboxWith([1]);
    outbox.broker.behaviours.push(async (records, log) => {
      // Frozen in the middle of a send; meanwhile another process has taken the slot.
      outbox.holders.set(0, { slot: 0, owner: 'another', epoch: 99, untilMs: Number.MAX_SAFE_INTEGER });
      log.push(...records);
    });
    started(outbox);
    await settled();
    outbox.commit(2);
    await outbox.broker.pace.advance(60_000);
    expect([written(outbox), outbox.rows.some(({ isSent }) => isSent)]).toEqual([['1'], false]);
  });

  test('keeps its lease for as long as it lives, and gives it back when it stops', async () => {
    const outbox = await outboxWith();
    const relay = started(outbox);
    await outbox.broker.pace.advance(120_000);
    expect(outbox.holders.get(0)).toMatchObject({ owner: 'one', epoch: 1 });
    const stopped = relay.stop();
    await outbox.broker.pace.advance(1);
    await stopped;
    expect(outbox.holders.get(0)).toBeUndefined();
  });

  test('stops after five seconds even when its last send hangs', async () => {
    const outbox = await outboxWith([1]);
    outbox.broker.behaviours.push(hang);
    const relay = started(outbox);
    await settled();
    let isStopped = false;
    const stopped = relay.stop().then(() => (isStopped = true));
    await outbox.broker.pace.advance(4_900);
    expect(isStopped).toBe(false);
    await outbox.broker.pace.advance(200);
    await stopped;
    expect(outbox.rows[0]?.isSent).toBe(false);
  });
});
