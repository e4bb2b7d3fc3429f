/** Who has a slot, and until when by the database's clock. */
export interface Holder {
  readonly owner: string;
  readonly epoch: number;
  readonly untilMs: number;
}

/** What the database insists on, each a part of its own: a planted bug puts a worse one in its place. */
export interface Rules {
  /** Whether a slot may be given to `owner` now. */
  isFree(holder: Holder | undefined, owner: string, nowMs: number): boolean;
  /** Whether who comes with this lease is the slot's owner. */
  owns(holder: Holder | undefined, owner: string, epoch: number): boolean;
  /** Whether a watermark at `next` lets a chunk in that begins at `first`. */
  standsAt(next: number | undefined, first: number): boolean;
  /** Whether a record changed at `changedAt` was changed by another since the transaction looked. */
  isConflict(changedAt: number, snapshot: number): boolean;
  /** The number of an outbox row: by the writer's clock, above the last one of every aggregate it speaks of. */
  outboxNumber(drawn: number, floor: number): number;
  /** Whether a commit's events are written with it; otherwise its process writes them afterwards, if it still lives. */
  readonly areRowsInTheTransaction: boolean;
}

export const RULES: Rules = {
  isFree: (holder, _, nowMs) => holder === undefined || holder.untilMs <= nowMs,
  owns: (holder, owner, epoch) => holder?.owner === owner && holder.epoch === epoch,
  standsAt: (next, first) => next === first,
  isConflict: (changedAt, snapshot) => changedAt > snapshot,
  outboxNumber: (drawn, floor) => Math.max(drawn, floor + 1),
  areRowsInTheTransaction: true,
};
