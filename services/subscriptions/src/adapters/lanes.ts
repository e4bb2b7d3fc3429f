import type { Transaction } from '@minzheng/store';
import { advance, HEADS } from '../domain/delivery.ts';
import type { Delivery } from '../domain/delivery.ts';
import { existing } from './existing.ts';
import type { Stores } from './stores.ts';

const MAX_ROWS = 1_000;

/** The lanes that are taken: something of them is to be sent, or has failed and blocks. At most 1,000 lanes at once. */
export async function headsOf(
  tx: Transaction,
  { deliveries }: Stores,
  lanes: readonly string[],
): Promise<Map<string, Delivery>> {
  const filter = { lane: { $in: lanes }, status: { $in: HEADS } };
  const rows = await tx.list(deliveries, filter, { limit: MAX_ROWS }, 'system');
  return new Map(rows.filter(({ status }) => HEADS.includes(status)).map((row) => [row.lane, row]));
}

/** The first that waits in each of the lanes, where there is one. */
export async function firstWaitingOf(
  tx: Transaction,
  { deliveries }: Stores,
  lanes: readonly string[],
): Promise<Map<string, Delivery>> {
  const inOrder = { sort: { by: 'sequence' } } as const;
  const filter = { lane: { $in: lanes }, status: 'waiting' } as const;
  const rows = await tx.list(deliveries, filter, { ...inOrder, limit: MAX_ROWS }, 'system');
  if (rows.length < MAX_ROWS) return firstOfEach(rows);
  // So many wait that some lane's first may be beyond the page.
  const firsts: Delivery[] = [];
  for (const lane of lanes) {
    firsts.push(...(await tx.list(deliveries, { lane, status: 'waiting' }, { ...inOrder, limit: 1 }, 'system')));
  }
  return firstOfEach(firsts);
}

const firstOfEach = (rows: readonly Delivery[]): Map<string, Delivery> =>
  new Map([...Map.groupBy(rows, ({ lane }) => lane)].map(([lane, [first]]) => [lane, first as Delivery]));

/** What stood first in the lanes is through: the next may go. */
export async function advanceLanes(tx: Transaction, stores: Stores, lanes: readonly string[]): Promise<void> {
  for (const [, { id }] of await firstWaitingOf(tx, stores, lanes)) {
    await tx.apply(
      stores.deliveries,
      id,
      existing('request.not-found', (delivery) => advance(delivery, tx.at)),
    );
  }
}
