import type { OutgoingRecord } from '@minzheng/messaging';
import { slotOfEvent } from '@minzheng/store';
import type { Lease } from '@minzheng/store';
import type { Life } from '../engine/life.ts';
import type { World } from '../engine/world.ts';
import type { Database } from '../store/database.ts';
import type { Holder } from '../store/rules.ts';
import type { Flushed, State } from '../store/writes.ts';
import type { SystemObserver } from '../system.ts';
import { APPROPRIATED_FEN, COLLECTIONS } from '../workload/states.ts';
import type { Ledger, Line } from '../workload/states.ts';

/** A send that began in time may wait for its producer this long before the watchdog ends it. */
const SEND_MS = 8_000;
/** A process that has just been let go on may still send what it had in hand. */
const AWAKE_MS = 15_000;

/** Sees what happens while it happens: promises that must hold at every moment. */
export class Watch implements SystemObserver {
  private readonly world: World;
  private readonly slots: number;
  private readonly ownedUntil = new Map<string, number>();

  constructor(world: World, slots: number) {
    this.world = world;
    this.slots = slots;
  }

  committed(_: Database, { states }: Flushed): void {
    for (const { collection, state } of states) {
      if (collection === COLLECTIONS.ledgers) this.ledgerIsInOrder(state as Ledger);
      if (collection === COLLECTIONS.lines) this.lineBalances(state);
    }
  }

  leased({ service }: Database, { slot, owner }: Lease, untilMs: number, before: Holder | undefined): void {
    if (before !== undefined && before.owner !== owner && before.untilMs > this.world.nowMs) {
      this.world.broken('one owner', `slot ${slot} of ${service} given to ${owner} while ${before.owner} has it`);
    }
    this.ownedUntil.set(`${owner}|${slot}`, untilMs);
  }

  marked({ service }: Database, { slot, owner, epoch }: Lease, holder: Holder | undefined): void {
    if (holder?.epoch === epoch && holder.owner === owner) return;
    this.world.broken('one owner', `rows of slot ${slot} of ${service} marked by ${owner}, whose lease is over`);
  }

  sending(life: Life, records: readonly OutgoingRecord[]): void {
    const { nowMs } = this.world;
    if (nowMs - life.resumedAtMs < AWAKE_MS) return;
    for (const { key, topic } of records) {
      if (typeof key !== 'string' || topic.endsWith('.dead')) continue;
      const untilMs = this.ownedUntil.get(`${life.name}|${slotOfEvent({ key, topic }, this.slots)}`) ?? -Infinity;
      if (nowMs > untilMs + SEND_MS) this.world.broken('one owner', `${life.name} sends ${key} long after its lease`);
    }
  }

  private ledgerIsInOrder({ id, applied }: Ledger): void {
    const wrong = applied.findIndex((number, i) => number !== i + 1);
    if (wrong !== -1) this.world.broken('order', `${id}: ${applied.join(' ')}`);
  }

  private lineBalances(state: State): void {
    const { id, availableFen, reservedFen, spentFen } = state as Line;
    const isWhole = availableFen + reservedFen + spentFen === APPROPRIATED_FEN;
    if (!isWhole || Math.min(availableFen, reservedFen, spentFen) < 0) {
      this.world.broken('balance', `${id}: ${availableFen} + ${reservedFen} + ${spentFen} is not ${APPROPRIATED_FEN}`);
    }
  }
}
