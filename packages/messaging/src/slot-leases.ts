import { LeaseLost } from '@minzheng/store';
import type { Lease, OutboxPort } from '@minzheng/store';
import type { Pace } from './pace.ts';

const LEASE_MS = 15_000;
/** We stop this much earlier than the database would let another in: a send may be under way. */
const MARGIN_MS = 1_000;

/** The slots that this process owns, as far as it can know without asking. */
export class SlotLeases {
  private readonly outbox: OutboxPort;
  private readonly owner: string;
  private readonly pace: Pick<Pace, 'monotonicMs'>;
  private readonly slots: readonly number[];
  private readonly held = new Map<number, { readonly lease: Lease; readonly untilMs: number }>();

  constructor(outbox: OutboxPort, slots: readonly number[], owner: string, pace: Pick<Pace, 'monotonicMs'>) {
    this.outbox = outbox;
    this.slots = slots;
    this.owner = owner;
    this.pace = pace;
  }

  /** Renews what is held and takes what is free. */
  async refresh(): Promise<void> {
    for (const slot of this.slots) await this.refreshOne(slot);
  }

  /** Those that surely have not passed to another yet. */
  current(): Lease[] {
    const nowMs = this.pace.monotonicMs();
    return [...this.held.values()].filter(({ untilMs }) => nowMs < untilMs).map(({ lease }) => lease);
  }

  get ownsAll(): boolean {
    return this.current().length === this.slots.length;
  }

  drop({ slot }: Lease): void {
    this.held.delete(slot);
  }

  async releaseAll(): Promise<void> {
    const leases = [...this.held.values()].map(({ lease }) => lease);
    this.held.clear();
    for (const lease of leases) await this.outbox.release(lease);
  }

  private async refreshOne(slot: number): Promise<void> {
    // Counted from before the question: the database's answer may have taken long.
    const untilMs = this.pace.monotonicMs() + LEASE_MS - MARGIN_MS;
    const lease = (await this.renewed(this.held.get(slot)?.lease)) ?? (await this.taken(slot));
    if (lease === undefined) this.held.delete(slot);
    else this.held.set(slot, { lease, untilMs });
  }

  /** A lease of an earlier life of this owner is given as it stands, so it is made longer at once. */
  private async taken(slot: number): Promise<Lease | undefined> {
    return this.renewed(await this.outbox.lease(slot, this.owner, LEASE_MS));
  }

  private async renewed(lease: Lease | undefined): Promise<Lease | undefined> {
    return lease !== undefined && (await this.outbox.renew(lease, LEASE_MS)) ? lease : undefined;
  }
}

export const isLeaseLost = (error: unknown): boolean => error instanceof LeaseLost;
