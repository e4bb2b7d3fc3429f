import {
  DuplicateKey,
  Fault,
  JournalConflict,
  OutcomeUnknown,
  Refused,
  VersionConflict,
  WatermarkMoved,
} from '@minzheng/store';
import type { Verdict } from './parked-row.ts';

/** A reaction threw: whatever it is, it is about this event and not about the database. */
export class ReactionFailed extends Error {
  override readonly name = 'ReactionFailed';
}

/** What one event alone is guilty of; undefined when the error may have come from elsewhere. */
export function verdictOnEvent(error: unknown): Verdict | undefined {
  if (error instanceof ReactionFailed) return { class: 'bug', err: nameOf(error.cause) };
  if (error instanceof Refused) return { class: 'conflict', err: error.refusal.code };
  if (error instanceof Fault && !error.retriable) return verdictOnFault(error);
  return undefined;
}

/** The same for the only event of a chunk whose commit failed for good. */
export function verdictOnLoneEvent(error: unknown): Verdict {
  return verdictOnEvent(error) ?? { class: isTransient(error) ? 'transient' : 'bug', err: nameOf(error) };
}

/** True when the same chunk may go through later, as it is. */
export function isTransient(error: unknown): boolean {
  return error instanceof Error && 'retriable' in error && error.retriable === true;
}

/** True when the chunk may have been committed, or another consumer may have: only the watermark knows. */
export function asksTheWatermark(error: unknown): boolean {
  return error instanceof WatermarkMoved || error instanceof OutcomeUnknown || error instanceof ChunkTimedOut;
}

/** A chunk has had its time. It may still be committed; then the watermark says so. */
export class ChunkTimedOut extends Error {
  override readonly name = 'ChunkTimedOut';
  readonly retriable = true;
}

function verdictOnFault(fault: Fault): Verdict {
  const isConflict =
    fault instanceof DuplicateKey || fault instanceof JournalConflict || fault instanceof VersionConflict;
  return { class: isConflict ? 'conflict' : 'bug', err: fault.name };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
