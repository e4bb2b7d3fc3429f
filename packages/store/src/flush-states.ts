import type { mongo } from 'mongoose';
import { VersionConflict } from './faults.ts';
import type { Kind, Row } from './kind.ts';
import type { NumberedEvent } from './outbox-rows.ts';
import type { Held, PendingWrites } from './pending-writes.ts';
import type { RowCodec, RowMeta, Stored } from './rows.ts';
import { isBulkTopic } from './slots.ts';

const UNBORN: RowMeta = { version: 0, seq: 0, seqBulk: 0 };

/** The last numbers given out in an aggregate's two sequences. */
type Numbers = Pick<RowMeta, 'seq' | 'seqBulk'>;

const numbersOf = (numbers: ReadonlyMap<Held, Numbers>, held: Held): Numbers =>
  numbers.get(held) ?? held.meta ?? UNBORN;

/** Gives each event its place in its subject's sequence; `numbers` is where each aggregate's sequences stand afterwards. */
export function numberEvents(writes: PendingWrites): { events: NumberedEvent[]; numbers: Map<Held, Numbers> } {
  const numbers = new Map<Held, Numbers>();
  const events = writes.events.map((buffered) => {
    const held = writes.holding(buffered.kind, buffered.event.subject) as Held;
    const { seq, seqBulk } = numbersOf(numbers, held);
    const isBulk = isBulkTopic(buffered.event.topic);
    const after = isBulk ? { seq, seqBulk: seqBulk + 1 } : { seq: seq + 1, seqBulk };
    numbers.set(held, after);
    return { ...buffered, seq: isBulk ? after.seqBulk : after.seq };
  });
  return { events, numbers };
}

/** The greatest outbox id that any aggregate with something to say has been given so far. */
export function outboxFloor(numbers: ReadonlyMap<Held, Numbers>): string | undefined {
  return [...numbers.keys()].reduce<string | undefined>((floor, { meta }) => {
    const id = meta?.outboxId;
    return id !== undefined && (floor === undefined || id > floor) ? id : floor;
  }, undefined);
}

/** One bulk write per collection: inserts, and replacements of exactly the version that was read. Throws VersionConflict. */
export async function writeStates(
  writes: PendingWrites,
  numbers: ReadonlyMap<Held, Numbers>,
  outboxId: string | undefined,
  codec: RowCodec,
  session: mongo.ClientSession,
): Promise<void> {
  for (const [kind, ofKind] of writes.changed()) {
    const stored = ofKind.map((held) => nextStored(held, numbers, outboxId));
    await writeRows(kind, ofKind, await codec.toRows(kind, stored), session);
  }
}

function nextStored(held: Held, numbers: ReadonlyMap<Held, Numbers>, outboxId: string | undefined): Stored {
  const { version, outboxId: before } = held.meta ?? UNBORN;
  const last = numbers.has(held) ? outboxId : before;
  const meta = {
    version: version + 1,
    ...pick(numbersOf(numbers, held)),
    ...(last !== undefined && { outboxId: last }),
  };
  return { state: held.state as Stored['state'], meta };
}

const pick = ({ seq, seqBulk }: Numbers): Numbers => ({ seq, seqBulk });

async function writeRows(
  kind: Kind,
  helds: readonly Held[],
  rows: readonly Row[],
  session: mongo.ClientSession,
): Promise<void> {
  const operations = rows.map((row, i) => {
    const { _id } = row;
    const read = helds[i]?.meta?.version;
    if (read === undefined) return { insertOne: { document: row } };
    return { replaceOne: { filter: { _id, version: read }, replacement: row } };
  });
  const { insertedCount, matchedCount } = await kind.rows.bulkWrite(operations, { session });
  if (insertedCount + matchedCount !== rows.length) throw new VersionConflict(`${kind.name} was changed meanwhile`);
}
