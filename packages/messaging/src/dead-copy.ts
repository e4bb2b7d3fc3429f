import type { ParkedRow } from '@minzheng/store';
import { isContentFault, recordOf, RETRY_AFTER_MS } from './parked-row.ts';
import type { OutgoingRecord } from './record.ts';

export function deadTopic(group: string): string {
  return `${group}.dead`;
}

/** A row that owes the dead topic a copy: no event can be made of it, or its last retry has failed. */
export function owesCopy(row: ParkedRow): boolean {
  const isExhausted = row.attempts >= RETRY_AFTER_MS.length;
  return (row.st === 1 && isExhausted) || owesFirstCopy(row);
}

/** One that no event can be made of and that nobody has copied yet: it has been due since it was parked. */
export function owesFirstCopy(row: ParkedRow): boolean {
  return row.st === 1 && row.attempts === 0 && row.nextAt === row.at && isContentFault(row.class);
}

/** The message as it came, with where it came from and why it was set aside. */
export function deadCopy(row: ParkedRow): OutgoingRecord {
  const { key, value, headers } = recordOf(row);
  return {
    topic: deadTopic(row.group),
    key,
    value,
    headers: {
      ...Object.fromEntries(headers),
      dead_group: row.group,
      dead_topic: row.topic,
      dead_partition: String(row.partition),
      dead_offset: String(row.offset),
      dead_class: row.class,
      dead_err: row.err,
      dead_attempts: String(row.attempts),
    },
  };
}
