import { describe, expect, test } from '@jest/globals';
import { WatermarkMoved } from '@minzheng/store';
import type { ParkedRow, Transaction } from '@minzheng/store';
import { systemClocks } from '@minzheng/types';
import { redrive } from './redrive.ts';

const ids = Array.from({ length: 100 }, (_, offset) => `g|t|0|${offset}`);
const rowOf = (id: string): ParkedRow => ({ id, group: 'g', class: 'bug', attempts: 3, st: 2 }) as ParkedRow;

/** A store in which the group's retries get in between as soon as a commit holds more than `most` rows. */
function storeWith(most: number) {
  const written = new Map<string, ParkedRow>();
  const store = {
    clocks: systemClocks,
    watermarks: { first: () => Promise.resolve(0) },
    parked: { list: (wanted: { ids?: readonly string[] }) => Promise.resolve((wanted.ids ?? ids).map(rowOf)) },
    commit: async (_: unknown, work: (tx: Transaction) => Promise<unknown>) => {
      const rows: ParkedRow[] = [];
      await work({ advance: () => undefined, park: (row: ParkedRow) => rows.push(row) } as unknown as Transaction);
      if (rows.length > most) throw new WatermarkMoved('the retries were quicker');
      for (const row of rows) written.set(row.id, row);
    },
  };
  return { written, store: store as unknown as Parameters<typeof redrive>[0] };
}

describe('redriving', () => {
  test('gets through beside retries that are at work, in smaller and smaller parts', async () => {
    const { store, written } = storeWith(7);
    expect(await redrive(store, ids)).toBe(100);
    expect([...written.keys()]).toEqual(ids);
    expect([...written.values()].every(({ st, attempts }) => st === 1 && attempts === 0)).toBe(true);
  });

  test('of a whole group does the same', async () => {
    const { store, written } = storeWith(30);
    expect(await redrive(store, 'g')).toBe(100);
    expect(written.size).toBe(100);
  });

  test('says so when it never gets through', async () => {
    const { store } = storeWith(0);
    await expect(redrive(store, ids)).rejects.toThrow(WatermarkMoved);
  });
});
