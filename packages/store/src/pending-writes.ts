import type { NewEvent } from '@minzheng/types';
import type { AuditEntry, Cause } from './cause.ts';
import { StateInvalid } from './faults.ts';
import type { Identified, Kind } from './kind.ts';
import type { ParkedRow, SetDeadline, WatermarkAdvance } from './ports.ts';
import type { RowMeta } from './rows.ts';
import { UndoLog } from './undo-log.ts';

/** An event with everything known of it before the flush; `json` is its data. */
export interface BufferedEvent {
  readonly kind: Kind;
  readonly event: NewEvent;
  readonly json: string;
  readonly cause: Cause;
}

/** One aggregate in this transaction: as read (`meta`, undefined for a new one) and as decided. */
export interface Held {
  readonly kind: Kind;
  readonly id: string;
  readonly meta: RowMeta | undefined;
  readonly state: Identified | undefined;
  readonly changed: boolean;
}

/** Kafka takes 1 MiB a message; headers and record overhead need the rest. */
const MAX_EVENT_BYTES = 900_000;

/** Everything a transaction has read and wants written. Only the flush writes. */
export class PendingWrites {
  readonly events: BufferedEvent[] = [];
  readonly records = new Map<string, { readonly kind: Kind; readonly record: Identified }>();
  readonly deadlines = new Map<string, SetDeadline | undefined>();
  readonly audits: { readonly entry: AuditEntry; readonly cause: Cause }[] = [];
  readonly advances: WatermarkAdvance[] = [];
  readonly parked = new Map<string, ParkedRow | undefined>();
  readonly undo = new UndoLog();
  /** By collection: two repositories of one see the same aggregates. */
  private readonly held = new Map<string, Map<string, Held>>();

  hold(held: Held): void {
    this.undo.set(this.heldOf(held.kind), held.id, held);
  }

  /** What a read found stays known even when the step that read it is taken back. */
  remember(held: Held): void {
    this.heldOf(held.kind).set(held.id, held);
  }

  holding(kind: Kind, id: string): Held | undefined {
    return this.held.get(kind.name)?.get(id);
  }

  /** The aggregates to be written, those of one kind together. */
  changed(): Map<Kind, Held[]> {
    const held = [...this.held.values()].flatMap((ofName) => [...ofName.values()]);
    return Map.groupBy(
      held.filter((one) => one.changed),
      (one) => one.kind,
    );
  }

  /** Throws StateInvalid when the event is not about this aggregate, or too large for any topic: both are bugs. */
  publish(kind: Kind, id: string, event: NewEvent, cause: Cause): void {
    if (event.subject !== id) throw new StateInvalid(`${event.type} of ${kind.name}/${id} has another subject`);
    const json = JSON.stringify(event.data);
    if (Buffer.byteLength(json, 'utf8') > MAX_EVENT_BYTES) throw new StateInvalid(`${event.type} is too large`);
    this.undo.push(this.events, { kind, event, json, cause });
  }

  /** Forgets everything that would be written. */
  clear(): void {
    this.undo.backTo(0);
  }

  private heldOf({ name }: Kind): Map<string, Held> {
    const known = this.held.get(name);
    if (known !== undefined) return known;
    const made = new Map<string, Held>();
    this.held.set(name, made);
    return made;
  }
}
