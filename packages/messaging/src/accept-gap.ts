import type { Transaction } from '@minzheng/store';

/** A hole in a partition as the group that stands before it tells of it. */
export interface Gap {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  /** Where the watermark stands. */
  readonly next: number;
  /** Where the messages go on. */
  readonly found: number;
}

/**
 * Lets a group go on behind a gap, by decision of a person, audited in the same transaction. Whichever process stands before the gap goes
 * on within seconds. The commit throws WatermarkMoved when the watermark does not stand where the person saw it.
 */
export function acceptGap(
  tx: Pick<Transaction, 'advance' | 'audit'>,
  { group, topic, partition, next, found }: Gap,
): void {
  tx.advance({ group, topic, partition, first: next, next: found });
  tx.audit({
    action: 'gap.accepted',
    object: `gap/${group}-${topic}-${partition}-${next}-${found}`,
    purpose: 'operation',
  });
}
