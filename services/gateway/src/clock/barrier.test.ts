import { describe, expect, test } from '@jest/globals';
import { Instant } from '@minzheng/types';
import type { ClockStanding } from '@minzheng/types';
import { Barrier, ClockStuck } from './barrier.ts';
import type { ClockedProcess } from './barrier.ts';

const at = (day: number): Instant => Instant.parse(`2025-10-${String(day).padStart(2, '0')}T01:00:00.000Z`);

/** A process with deadlines on some days; what it does on each takes a few looks. */
class Played implements ClockedProcess {
  readonly name: string;
  readonly done: string[] = [];
  readonly orders: string[] = [];
  now = at(8);
  looks = 0;
  isAway = false;
  parked: string[] = [];
  isCurable = true;
  due: number[];
  onDone: (day: number) => void = () => undefined;
  private busy = 0;
  private moves = 0;

  constructor(name: string, ...due: number[]) {
    this.name = name;
    this.due = due;
  }

  standing(): Promise<ClockStanding> {
    this.looks += 1;
    if (this.isAway) return Promise.reject(new Error('away'));
    this.work();
    const [next] = this.due;
    const isDue = next !== undefined && at(next) <= this.now;
    return Promise.resolve({
      now: this.now,
      moves: this.moves,
      parked: this.parked,
      ...(next !== undefined && { nextDueAt: at(next) }),
      ...(isDue && { waitsFor: `day ${next}` }),
    });
  }

  order({ now, retryParked }: { now: Instant; retryParked: boolean }): Promise<void> {
    if (this.isAway) return Promise.reject(new Error('away'));
    this.orders.push(`${now.slice(8, 10)}${retryParked ? ' retry' : ''}`);
    this.now = now;
    if (retryParked && this.isCurable) this.parked = [];
    return Promise.resolve();
  }

  private work(): void {
    const [next] = this.due;
    if (next === undefined || at(next) > this.now) return;
    this.busy += 1;
    if (this.busy < 3) return;
    this.busy = 0;
    this.moves += 1;
    this.due = this.due.slice(1);
    this.done.push(`${next}@${this.now.slice(8, 10)}`);
    this.onDone(next);
  }
}

function barrierOf(...processes: Played[]): { barrier: Barrier; passMs: () => number } {
  let ms = 0;
  const log = { info: () => undefined, warn: () => undefined };
  const pause = (by: number): Promise<void> => {
    ms += by;
    return Promise.resolve();
  };
  return { barrier: new Barrier({ processes, machine: { monotonicMs: () => ms }, log, pause }), passMs: () => ms };
}

describe('the civil clock', () => {
  test('stops at every deadline of every process on its way, and each is met on its day', async () => {
    const [a, b] = [new Played('a', 10, 12), new Played('b', 11)];
    expect(await barrierOf(a, b).barrier.advance(at(20))).toBe(at(20));
    expect([a.done, b.done]).toEqual([['10@10', '12@12'], ['11@11']]);
    expect(b.orders).toEqual(['10', '11', '12', '20']);
  });

  test('meets a deadline that was set on the way', async () => {
    const [a, b] = [new Played('a', 10), new Played('b')];
    a.onDone = () => (b.due = [11]);
    await barrierOf(a, b).barrier.advance(at(20));
    expect(b.done).toEqual(['11@11']);
  });

  test('does not go on while anybody has something to do that was done by the time it was asked', async () => {
    const [a, b] = [new Played('a', 10), new Played('b')];
    // Work that b gets from a only after b was asked in the same round.
    a.onDone = () => queueMicrotask(() => (b.due = [10]));
    await barrierOf(b, a).barrier.advance(at(20));
    expect(b.done).toEqual(['10@10']);
  });

  test('in one step or day by day comes to the same', async () => {
    const step = [new Played('a', 9, 13), new Played('b', 12)];
    const daily = [new Played('a', 9, 13), new Played('b', 12)];
    await barrierOf(...step).barrier.advance(at(20));
    const { barrier } = barrierOf(...daily);
    for (let day = 9; day <= 20; day += 1) await barrier.advance(at(day));
    expect(daily.map(({ done }) => done)).toEqual(step.map(({ done }) => done));
  });

  test('waits for a process that comes back, and tells it the time', async () => {
    const [a, b] = [new Played('a', 10), new Played('b', 11)];
    b.isAway = true;
    a.onDone = () => (b.isAway = false);
    a.now = at(10);
    const { barrier } = barrierOf(a, b);
    await barrier.advance(at(20));
    expect(b.orders[0]).toBe('10');
    expect(b.done).toEqual(['11@11']);
  });

  test('stands still after a minute in which a process stayed away, and names it', async () => {
    const [a, b] = [new Played('a'), new Played('b')];
    b.isAway = true;
    const { barrier, passMs } = barrierOf(a, b);
    await expect(barrier.advance(at(20))).rejects.toThrow(new ClockStuck('b', 'its own return'));
    expect(passMs()).toBeGreaterThan(60_000);
    expect(a.now).toBe(at(8));
  });

  test('has what is parked tried again once; a second failure stops it, named', async () => {
    const [a, b] = [new Played('a'), new Played('b')];
    a.parked = ['g|t|0|7'];
    expect(await barrierOf(a, b).barrier.advance(at(9))).toBe(at(9));
    expect(a.orders).toEqual(['08 retry', '09']);
    b.parked = ['g|t|0|9'];
    b.isCurable = false;
    const stuck = barrierOf(a, b).barrier.advance(at(20));
    await expect(stuck).rejects.toThrow('b waits for the parked message g|t|0|9, tried again in vain');
  });

  test('goes nowhere when it is there already', async () => {
    const a = new Played('a');
    expect(await barrierOf(a).barrier.advance(at(8))).toBe(at(8));
    expect(a.orders).toEqual([]);
  });
});
