import type { Cause, ParkedRow, Store } from '@minzheng/store';

const MAX_ROWS = 1_000;

/**
 * Makes parked messages due now, dead ones too, with all their retries before them again: those of a group, or some by their ids.
 * The group's retries take them up within a second, each key from its first message on. Returns how many, at most 1,000 at a time.
 */
export async function redrive(
  store: Pick<Store, 'commit' | 'parked' | 'clocks'>,
  which: string | readonly string[],
): Promise<number> {
  const wanted = typeof which === 'string' ? { group: which } : { ids: which };
  const rows = await store.parked.list({ ...wanted, limit: MAX_ROWS });
  const all = new Map([...rows, ...(await headsOf(store, rows))].map((row) => [row.id, row]));
  if (all.size === 0) return 0;
  const nextAt = store.clocks.machine.nowMs();
  const cause: Cause = { viewer: 'system', actor: 'redrive', correlationId: rows[0]?.id ?? '' };
  await store.commit(cause, (tx) => {
    for (const row of all.values()) tx.park({ ...row, st: 1, attempts: 0, nextAt });
    return Promise.resolve();
  });
  return rows.length;
}

/** What waits behind another can only move when the first of its key does. */
async function headsOf(store: Pick<Store, 'parked'>, rows: readonly ParkedRow[]): Promise<ParkedRow[]> {
  const behind = rows.filter((row) => row.class === 'behind');
  const lanes = new Map(behind.map(({ group, key }) => [`${group}|${key}`, { group, key }]));
  const heads: ParkedRow[] = [];
  for (const { group, key } of lanes.values()) heads.push(...(await store.parked.ofKey(group, key, 1)));
  return heads;
}
