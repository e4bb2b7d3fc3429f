import type { Cause, Transaction } from '@minzheng/store';
import type { CloudEvent, Decision } from '@minzheng/types';
import type { Verdict } from './parked-row.ts';
import type { Reaction } from './reaction.ts';
import type { Reading } from './reading.ts';
import { ReactionFailed, verdictOnEvent } from './verdict.ts';

type EventReading = Extract<Reading, { kind: 'event' }>;

/** What became of one message: its effect is in the transaction, or it is to be parked. */
export type Outcome = { readonly reading: Reading; readonly parked?: Verdict };

/**
 * Decides a chunk in memory: one query per aggregate kind, then event by event in order. An event that fails leaves no trace and is
 * to be parked, and so is everything of its key that comes after it. Throws only what is no single event's fault.
 */
export async function fold(
  tx: Transaction,
  readings: readonly Reading[],
  blocked: ReadonlySet<string>,
): Promise<Outcome[]> {
  await loadStates(tx, readings);
  const held = new Set(blocked);
  const outcomes: Outcome[] = [];
  for (const reading of readings) {
    const parked = await foldOne(tx, reading, held);
    if (parked !== undefined) held.add(reading.key);
    outcomes.push({ reading, ...(parked && { parked }) });
  }
  return outcomes;
}

async function foldOne(tx: Transaction, reading: Reading, held: ReadonlySet<string>): Promise<Verdict | undefined> {
  if (reading.kind === 'skipped') return undefined;
  if (held.has(reading.key)) return { class: 'behind', err: 'behind', ...idOf(reading) };
  if (reading.kind === 'unreadable') return reading.verdict;
  try {
    await tx.attempt(() => react(tx, reading));
    return undefined;
  } catch (error) {
    const verdict = verdictOnEvent(error);
    if (verdict === undefined) throw error;
    return { ...verdict, ...idOf(reading) };
  }
}

function idOf(reading: Reading): { eventId?: string } {
  return reading.kind === 'event' ? { eventId: reading.event.id } : {};
}

async function loadStates(tx: Transaction, readings: readonly Reading[]): Promise<void> {
  const wanted = new Map<Reaction['into'], Set<string>>();
  for (const { event, reactions } of readings.filter((reading): reading is EventReading => reading.kind === 'event')) {
    for (const reaction of reactions) {
      const id = idWithoutFault(reaction, event);
      if (id !== undefined) wanted.set(reaction.into, (wanted.get(reaction.into) ?? new Set()).add(id));
    }
  }
  for (const [repository, ids] of wanted) await tx.load(repository, [...ids]);
}

/** An id that cannot be told is the event's own fault, found again when its turn comes. */
function idWithoutFault(reaction: Reaction, event: CloudEvent): string | undefined {
  try {
    return reaction.id(event);
  } catch {
    return undefined;
  }
}

async function react(tx: Transaction, { event, reactions }: EventReading): Promise<void> {
  for (const reaction of reactions) {
    const id = guarded(() => reaction.id(event));
    if (id !== undefined) await applyTo(tx, reaction, id, event);
  }
}

/** Unwinds an `apply` that turned out to have nothing to do. */
class NothingToDo extends Error {}
const NOTHING_TO_DO = new NothingToDo();

async function applyTo(tx: Transaction, reaction: Reaction, id: string, event: CloudEvent): Promise<void> {
  const decide = (state: { id: string } | undefined): Decision<{ id: string }> => {
    const decision = guarded(() => reaction.decide(state, event, tx.at));
    if (decision === 'ignore') throw NOTHING_TO_DO;
    return decision;
  };
  try {
    await tx.apply(reaction.into, id, decide, { cause: causeOf(event) });
  } catch (error) {
    if (error !== NOTHING_TO_DO) throw error;
  }
}

function guarded<T>(decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    throw new ReactionFailed('a reaction threw', { cause: error });
  }
}

/** What an event caused says so: same correlation, the event as its cause. */
function causeOf({ id, type, correlationid, traceparent }: CloudEvent): Cause {
  return { viewer: 'system', actor: `reaction:${type}`, correlationId: correlationid, causationId: id, traceparent };
}
