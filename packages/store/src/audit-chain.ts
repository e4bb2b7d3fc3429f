import type { AuditDocument } from './audit.ts';
import type { AuditKeys } from './audit-keys.ts';
import { canonical } from './canonical-form.ts';
import { hmac } from './crypto.ts';

/** A place in the chain: the number of a row and the hash that stands for all rows up to it. */
export interface Link {
  readonly n: number;
  readonly h: string;
}

/** Before the first row. As long as a hash, so that hash and record never run into one another. */
export const START: Link = { n: 0, h: '-'.repeat(43) };

/** `h_i = HMAC-SHA256(k, h_{i-1} ‖ canonical(record))`. */
const next = (key: Buffer, { n, h }: Link, record: string): Link => ({ n: n + 1, h: hmac(key, h + record) });

/** What was recorded, without mark and seal, as one text. */
function recordOf({ mac: _mac, n: _n, h: _h, ...record }: AuditDocument): string {
  return canonical(record);
}

/** The links of rows that are sealed after `from`, in this order. */
export function chained(key: Buffer, from: Link, rows: readonly AuditDocument[]): Link[] {
  let last = from;
  return rows.map((row) => (last = next(key, last, recordOf(row))));
}

/** How far the chain is whole, and the first number that is not as it was sealed. */
export interface Walked {
  readonly last: Link;
  readonly bad?: number;
}

/** Recomputes the chain over the rows that should be numbered from after `from` to `end`. */
export function walked(
  keys: Pick<AuditKeys, 'row' | 'chain'>,
  from: Link,
  end: number,
  rows: readonly AuditDocument[],
): Walked {
  let last = from;
  for (const row of rows) {
    const record = recordOf(row);
    const wanted = next(keys.chain, last, record);
    const isWhole = Number(row.n) === wanted.n && row.h === wanted.h && row.mac === hmac(keys.row, record);
    if (!isWhole) return { last, bad: wanted.n };
    last = wanted;
  }
  return last.n === end ? { last } : { last, bad: last.n + 1 };
}
