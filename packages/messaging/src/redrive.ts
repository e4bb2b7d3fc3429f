import { WatermarkMoved } from '@minzheng/store';
import type { Cause, ParkedRow, Store } from '@minzheng/store';
import { owesFirstCopy } from './dead-copy.ts';
import { takeTurn } from './retry-fence.ts';
import type { Turn } from './retry-fence.ts';

const MAX_ROWS = 1_000;
const MAX_FAILURES = 20;

type RedriveStore = Pick<Store, 'commit' | 'parked' | 'watermarks' | 'clocks'>;

/**
 * Makes parked messages due now, dead ones too, with all their retries before them again: those of a group, or some by their ids.
 * The group's retries take them up within a second, each key from its first message on. Returns how many, at most 1,000 at a time.
 */
export async function redrive(store: RedriveStore, which: string | readonly string[]): Promise<number> {
  const ids = typeof which === 'string' ? await idsOf(store, which) : which.slice(0, MAX_ROWS);
  let size = ids.length;
  let count = 0;
  let failures = 0;
  for (let done = 0; done < ids.length;) {
    try {
      count += await redriveTogether(store, ids.slice(done, done + size));
      done += size;
      failures = 0;
    } catch (error) {
      failures += 1;
      if (!(error instanceof WatermarkMoved) || failures === MAX_FAILURES) throw error;
      // The retries were at work meanwhile. The fewer rows at a time, the likelier it is to get in between.
      size = Math.ceil(size / 2);
    }
  }
  return count;
}

const idsOf = async ({ parked }: RedriveStore, group: string): Promise<string[]> =>
  (await parked.list({ group, limit: MAX_ROWS })).map(({ id }) => id);

async function redriveTogether(store: RedriveStore, ids: readonly string[]): Promise<number> {
  const turns = await turnsOf(store, ids.map(groupOf));
  const rows = await store.parked.list({ ids, limit: ids.length });
  if (rows.length === 0) return 0;
  const all = new Map([...rows, ...(await headsOf(store, rows))].map((row) => [row.id, row]));
  const nextAt = store.clocks.machine.nowMs();
  const cause: Cause = { viewer: 'system', actor: 'redrive', correlationId: rows[0]?.id ?? '' };
  await store.commit(cause, (tx) => {
    for (const turn of turns) turn.pass(tx);
    for (const row of all.values()) tx.park(redriven(row, nextAt));
    return Promise.resolve();
  });
  return rows.length;
}

/** Due now, with all its retries before it. What still owes its first copy is due already, and would forget the copy if it were changed. */
export function redriven(row: ParkedRow, nowMs: number): ParkedRow {
  return owesFirstCopy(row) ? row : { ...row, st: 1, attempts: 0, nextAt: nowMs };
}

const groupOf = (id: string): string => id.split('|', 1)[0] ?? '';

function turnsOf(store: RedriveStore, groups: readonly string[]): Promise<Turn[]> {
  return Promise.all([...new Set(groups)].map((group) => takeTurn(store, group)));
}

/** What waits behind another can only move when the first of its key does. */
async function headsOf(store: RedriveStore, rows: readonly ParkedRow[]): Promise<ParkedRow[]> {
  const behind = rows.filter((row) => row.class === 'behind');
  const lanes = new Map(behind.map(({ group, key }) => [`${group}|${key}`, { group, key }]));
  const heads: ParkedRow[] = [];
  for (const { group, key } of lanes.values()) heads.push(...(await store.parked.ofKey(group, key, 1)));
  return heads;
}
