import type { OutboxRow } from '@minzheng/store';
import { encode } from './cloud-event.ts';
import type { OutgoingRecord } from './record.ts';

/** One send: messages in order, and the rows that are whole once it has succeeded. */
export interface Send {
  readonly records: OutgoingRecord[];
  readonly wholeRows: string[];
}

export const SEND_LIMITS = { records: 1_000, bytes: 900_000 } as const;

/**
 * Cuts rows into sends that fit: a broker refuses more than 1 MiB for one partition, and kafkajs slows down past 2,000 messages.
 * A row may span several sends; it counts as sent with the last of them.
 */
export function cutSends(rows: readonly OutboxRow[]): Send[] {
  const sends: Send[] = [];
  let bytes = 0;
  for (const row of rows) {
    for (const record of row.events.map(encode)) {
      const size = sizeOf(record);
      const current = sends.at(-1);
      const fits =
        current !== undefined && current.records.length < SEND_LIMITS.records && bytes + size <= SEND_LIMITS.bytes;
      bytes = fits ? bytes + size : size;
      if (fits) current.records.push(record);
      else sends.push({ records: [record], wholeRows: [] });
    }
    sends.at(-1)?.wholeRows.push(row.id);
  }
  return sends;
}

function sizeOf({ key, value, headers }: OutgoingRecord): number {
  const ofHeaders = Object.entries(headers).reduce((sum, [name, text]) => sum + name.length + lengthOf(text) + 2, 0);
  return ofHeaders + lengthOf(key) + lengthOf(value) + 20;
}

function lengthOf(part: string | Buffer | null): number {
  return part === null ? 0 : Buffer.byteLength(part);
}
