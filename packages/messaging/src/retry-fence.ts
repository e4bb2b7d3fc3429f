import type { Store, Transaction, WatermarkAdvance } from '@minzheng/store';

/**
 * A turn at a group's parked rows. Take it before reading them, pass it when writing: of two that read the same rows only one gets
 * through, the other's commit throws WatermarkMoved. Without it a row could be taken away and have its effect once more, or come back.
 */
export interface Turn {
  pass(tx: Transaction): void;
}

/** The turns of a group are counted beside its watermarks, under a group of their own that has no topic. */
export async function takeTurn(store: Pick<Store, 'watermarks'>, group: string): Promise<Turn> {
  const place = { group: `${group}.retries`, topic: 'retries', partition: 0 };
  const first = await store.watermarks.first(place.group, place.topic, place.partition, 0);
  const step: WatermarkAdvance = { ...place, first, next: first + 1 };
  return { pass: (tx) => tx.advance(step) };
}
