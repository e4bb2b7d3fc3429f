import type mongoose from 'mongoose';
import { bytesOf, toBinary, toBson } from './bson-value.ts';
import { shortDigest } from './crypto.ts';
import { JournalConflict } from './faults.ts';
import type { Identified, Kind, Row } from './kind.ts';
import type { PendingWrites } from './pending-writes.ts';

interface Entry {
  readonly kind: Kind;
  readonly record: Identified;
}

/** Inserts the records that are not known to be there; E11000 of a journal is for `alreadyThere` to look into. */
export async function appendRecords(
  { records }: PendingWrites,
  known: ReadonlySet<string>,
  session: mongoose.mongo.ClientSession,
): Promise<void> {
  const fresh = [...records].filter(([key]) => !known.has(key)).map(([, entry]) => entry);
  for (const [kind, ofKind] of Map.groupBy(fresh, (entry) => entry.kind)) {
    await kind.rows.insertMany(
      ofKind.map(({ record }) => rowOf(record)),
      { session },
    );
  }
}

/**
 * The keys of those records that the journals hold with the same content. Throws JournalConflict when one is there with other
 * content: same id and same content is the same record, anything else is for a person to look at (DELIVERY §3.4).
 */
export async function alreadyThere({ records }: PendingWrites): Promise<string[]> {
  const byKind = Map.groupBy([...records.values()], (entry) => entry.kind);
  const found = await Promise.all([...byKind].map(([kind, entries]) => sameIn(kind, entries)));
  return found.flat();
}

async function sameIn(kind: Kind, entries: readonly Entry[]): Promise<string[]> {
  const byId = new Map(entries.map(({ record }) => [record.id, digestOf(record)]));
  const rows = await kind.rows.find({ _id: { $in: [...byId.keys()] } }, { projection: { digest: 1 } }).toArray();
  return rows.map(({ _id: id, ...row }) => {
    const stored = bytesOf(row['digest']);
    if (stored === undefined || !byId.get(id)?.equals(stored)) throw new JournalConflict(kind.name, id);
    return `${kind.name}|${id}`;
  });
}

function rowOf(record: Identified): Row {
  const { id, ...rest } = toBson(record) as Record<string, unknown> & Identified;
  return { ...rest, _id: id, version: 1, seq: 0, seqBulk: 0, digest: toBinary(digestOf(record)) };
}

/** Of the record with its fields in one order, so that how it was written down makes no difference. */
function digestOf(record: Identified): Buffer {
  return shortDigest(JSON.stringify(sorted(record)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
