import { slotOfEvent } from '@minzheng/store';
import type { OutboxEvent } from '@minzheng/store';
import type { Life } from '../engine/life.ts';
import type { Database } from './database.ts';
import type { SimulatedTransaction } from './simulated-transaction.ts';
import type { BufferedEvent, Flushed, Meta, NewRow, Writes } from './writes.ts';

/** Room for several rows within one millisecond. */
const NUMBERS_A_MS = 1_000;

/** What a transaction wants written, its events numbered and cut into rows, one for each slot. */
export function flushed(tx: SimulatedTransaction, id: string, database: Database, life: Life): Flushed {
  const { writes, snapshot } = tx;
  const metas = new Map([...writes.held].map(([key, { meta }]) => [key, meta]));
  const rows = rowsOf(writes, metas, id, database, life, tx.at);
  const states = [...writes.held]
    .filter(([, held]) => held.isChanged)
    .flatMap(([key, { collection, state, meta }]) =>
      state === undefined ? [] : [{ collection, state, meta: metas.get(key) ?? meta }],
    );
  return { id, snapshot, states, rows, parked: writes.parked, advances: writes.advances };
}

function rowsOf(
  { events }: Writes,
  metas: Map<string, Meta>,
  id: string,
  database: Database,
  life: Life,
  time: string,
): NewRow[] {
  let number = Math.max(0, ...events.map(({ held }) => metas.get(held)?.outboxNumber ?? 0));
  const rows: NewRow[] = [];
  for (const [slot, ofSlot] of Map.groupBy(events, ({ event }) => slotOfEvent(event, database.slots))) {
    const drawn = life.pace.nowMs() * NUMBERS_A_MS + life.world.random.between(0, NUMBERS_A_MS - 1);
    number = database.rules.outboxNumber(drawn, number);
    // The transaction's own id keeps apart what two processes draw at once.
    const rowId = `${String(number).padStart(17, '0')}-${id}`;
    const complete = ofSlot.map((one, i) => completed(one, `${id}-${slot}-${i}`, counted(one, number, metas), time));
    rows.push({ id: rowId, number, slot, events: complete });
  }
  return rows;
}

/** The event's place in its subject's sequence. */
function counted({ held, event }: BufferedEvent, number: number, metas: Map<string, Meta>): number {
  const meta = metas.get(held) as Meta;
  const sequence = (meta.sequences[event.topic] ?? 0) + 1;
  metas.set(held, { sequences: { ...meta.sequences, [event.topic]: sequence }, outboxNumber: number });
  return sequence;
}

function completed({ event, cause }: BufferedEvent, id: string, seq: number, time: string): OutboxEvent {
  const { topic, key, type, subject, data } = event;
  const headers = {
    source: 'https://minzheng.org/services/simulated',
    subject,
    time,
    correlationid: cause.correlationId,
    ...(cause.causationId !== undefined && { causationid: cause.causationId }),
  };
  return { id, topic, key, type, seq, headers, data: JSON.stringify(data) };
}
