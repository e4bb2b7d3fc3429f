import { WatermarkMoved } from '@minzheng/store';
import type { Lease, OutboxRow, ParkedRow } from '@minzheng/store';
import { Server } from '../engine/server.ts';
import type { World } from '../engine/world.ts';
import { Documents } from './documents.ts';
import type { Holder, Rules } from './rules.ts';
import type { Flushed, NewRow } from './writes.ts';

/** The same transaction may go through when it is run again from the beginning. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** Who is told what a database does; the checker. */
export interface Observer {
  committed(database: Database, flushed: Flushed): void;
  /** `before`: who had the slot so far. */
  leased(database: Database, lease: Lease, untilMs: number, before: Holder | undefined): void;
  marked(database: Database, lease: Lease, holder: Holder | undefined): void;
}

/** One service's database: transactions on snapshots, first committer wins, its own clock for leases. Lives through every crash. */
export class Database {
  readonly service: string;
  readonly slots: number;
  readonly server: Server;
  readonly documents = new Documents();
  /** Every row that was ever committed, in the order of the commits. */
  readonly everyRow: NewRow[] = [];
  readonly rules: Rules;
  private readonly world: World;
  private readonly observer: Observer;
  private readonly unsent = new Map<string, NewRow>();
  private readonly holders = new Map<number, Holder>();
  private readonly done = new Set<string>();
  private clock = 1;

  constructor(world: World, service: string, slots: number, rules: Rules, observer: Observer) {
    this.world = world;
    this.service = service;
    this.slots = slots;
    this.rules = rules;
    this.observer = observer;
    this.server = new Server(`mongo-${service}`, world);
  }

  /** The moment that a transaction which begins now sees. */
  get present(): number {
    return this.clock;
  }

  /** All of it or nothing. Asked again about a transaction that it has made, it says yes. Throws Conflict or WatermarkMoved. */
  commit(flushed: Flushed): void {
    if (this.done.has(flushed.id)) return;
    this.refuseMoved(flushed);
    this.refuseConflicts(flushed);
    this.clock += 1;
    for (const { collection, state, meta } of flushed.states) {
      this.documents.write(collection, state.id, { state, meta }, this.clock);
    }
    for (const { group, topic, partition, next } of flushed.advances) this.setWatermark(group, topic, partition, next);
    for (const [id, row] of flushed.parked) this.documents.write('parked', id, row, this.clock);
    this.everyRow.push(...flushed.rows);
    if (this.rules.areRowsInTheTransaction) this.keep(flushed.rows);
    this.done.add(flushed.id);
    this.observer.committed(this, flushed);
  }

  watermark(group: string, topic: string, partition: number): number | undefined {
    return this.documents.read('watermarks', `${group}|${topic}|${partition}`) as number | undefined;
  }

  firstWatermark(group: string, topic: string, partition: number, next: number): number {
    const known = this.watermark(group, topic, partition);
    if (known !== undefined) return known;
    this.clock += 1;
    this.setWatermark(group, topic, partition, next);
    return next;
  }

  parked(): ParkedRow[] {
    return this.documents.all<ParkedRow>('parked');
  }

  pending(slot: number, maxEvents: number): OutboxRow[] {
    const ofSlot = [...this.unsent.values()].filter((row) => row.slot === slot);
    const rows: OutboxRow[] = [];
    let events = 0;
    for (const { id, events: ofRow } of ofSlot.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      if (events >= maxEvents) break;
      rows.push({ id, slot, events: ofRow });
      events += ofRow.length;
    }
    return rows;
  }

  get unsentRows(): number {
    return this.unsent.size;
  }

  lease(slot: number, owner: string, leaseMs: number): Lease | undefined {
    const holder = this.holders.get(slot);
    const { nowMs } = this.world;
    if (this.rules.isFree(holder, owner, nowMs)) {
      return this.hold({ slot, owner, epoch: (holder?.epoch ?? 0) + 1 }, nowMs + leaseMs);
    }
    return holder?.owner === owner ? { slot, owner, epoch: holder.epoch } : undefined;
  }

  renew(lease: Lease, leaseMs: number): boolean {
    if (!this.rules.owns(this.holders.get(lease.slot), lease.owner, lease.epoch)) return false;
    this.hold(lease, this.world.nowMs + leaseMs);
    return true;
  }

  release(lease: Lease): void {
    const holder = this.holders.get(lease.slot);
    if (holder?.owner === lease.owner && holder.epoch === lease.epoch) {
      this.holders.set(lease.slot, { ...holder, untilMs: this.world.nowMs });
    }
  }

  /** Rows to be sent. */
  keep(rows: readonly NewRow[]): void {
    for (const row of rows) this.unsent.set(row.id, row);
  }

  /** Nobody will send these any more. */
  forget(ids: readonly string[]): void {
    for (const id of ids) this.unsent.delete(id);
  }

  /** False when the lease has passed to another. */
  mark(lease: Lease, ids: readonly string[]): boolean {
    if (!this.rules.owns(this.holders.get(lease.slot), lease.owner, lease.epoch)) return false;
    this.forget(ids);
    this.observer.marked(this, lease, this.holders.get(lease.slot));
    return true;
  }

  private hold(lease: Lease, untilMs: number): Lease {
    this.observer.leased(this, lease, untilMs, this.holders.get(lease.slot));
    this.holders.set(lease.slot, { owner: lease.owner, epoch: lease.epoch, untilMs });
    return lease;
  }

  private setWatermark(group: string, topic: string, partition: number, next: number): void {
    this.documents.write('watermarks', `${group}|${topic}|${partition}`, next, this.clock);
  }

  private refuseMoved({ advances }: Flushed): void {
    for (const { group, topic, partition, first } of advances) {
      const next = this.watermark(group, topic, partition);
      if (!this.rules.standsAt(next, first)) throw new WatermarkMoved(`${group} stands at ${next}, not at ${first}`);
    }
  }

  private refuseConflicts({ snapshot = this.clock, states, parked }: Flushed): void {
    const written = [
      ...states.map(({ collection, state }) => this.documents.changedAt(collection, state.id)),
      ...[...parked.keys()].map((id) => this.documents.changedAt('parked', id)),
    ];
    if (written.some((changedAt) => this.rules.isConflict(changedAt, snapshot))) throw new Conflict('write conflict');
  }
}
