import { Refused } from '@minzheng/store';
import type { Cause, ParkedRow, Repository, Transaction, WatermarkAdvance } from '@minzheng/store';
import { instant } from '@minzheng/types';
import type { Decision, Instant, LocalDate } from '@minzheng/types';
import type { Life } from '../engine/life.ts';
import type { Database } from './database.ts';
import { NOTHING, UNBORN } from './writes.ts';
import type { Held, State, Stored, Writes } from './writes.ts';

const READ_MS = 3_000;

const unused = (): never => {
  throw new TypeError('the simulated store has no such thing');
};

/** One attempt of one transaction: reads from its snapshot, keeps every write to itself. */
export class SimulatedTransaction implements Transaction {
  readonly at: Instant;
  readonly today: LocalDate;
  readonly viewer = 'system';
  readonly list = unused;
  readonly find = unused;
  readonly findByBlind = unused;
  readonly append = unused;
  readonly schedule = unused;
  readonly unschedule = unused;
  readonly newId = unused;
  snapshot: number | undefined;
  writes: Writes = NOTHING;
  private readonly cause: Cause;
  private readonly life: Life;
  private readonly database: Database;

  constructor(cause: Cause, life: Life, database: Database) {
    this.cause = cause;
    this.life = life;
    this.database = database;
    this.at = instant.of(life.pace.nowMs());
    this.today = instant.civilDate(this.at);
  }

  async load<S extends State>({ collection }: Repository<S>, ids: readonly string[]): Promise<Map<string, S>> {
    await this.hold(collection, ids);
    const states = ids.flatMap((id) => this.writes.held.get(`${collection}|${id}`)?.state ?? []);
    return new Map(states.map((state) => [state.id, state as S]));
  }

  async apply<S extends State>(
    { collection }: Repository<S>,
    id: string,
    decide: (state: S | undefined) => Decision<S>,
    options: { readonly cause?: Partial<Cause> } = {},
  ): Promise<S> {
    await this.hold(collection, [id]);
    const key = `${collection}|${id}`;
    const held = this.writes.held.get(key) as Held;
    const decision = decide(held.state as S | undefined);
    if (!decision.ok) throw new Refused(decision.refusal);
    const cause = { ...this.cause, ...options.cause };
    this.writes = {
      ...this.writes,
      held: new Map(this.writes.held).set(key, { ...held, state: decision.state, isChanged: true }),
      events: [...this.writes.events, ...decision.events.map((event) => ({ held: key, event, cause }))],
    };
    return decision.state;
  }

  audit(): void {
    // Nobody in the simulation asks who did it.
  }

  advance(step: WatermarkAdvance): void {
    this.writes = { ...this.writes, advances: [...this.writes.advances, step] };
  }

  park(row: ParkedRow): void {
    this.writes = { ...this.writes, parked: new Map(this.writes.parked).set(row.id, row) };
  }

  resolve(parkedId: string): void {
    this.writes = { ...this.writes, parked: new Map(this.writes.parked).set(parkedId, undefined) };
  }

  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const before = this.writes;
    try {
      return await work();
    } catch (error) {
      this.writes = before;
      throw error;
    }
  }

  /** Reads those not yet held in one question; what does not exist is held as such. */
  private async hold(collection: string, ids: readonly string[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.writes.held.has(`${collection}|${id}`));
    if (unknown.length === 0) return;
    const found = await this.life.call(
      this.database.server,
      `read ${collection}`,
      () => this.read(collection, unknown),
      READ_MS,
    );
    const held = new Map(this.writes.held);
    for (const [id, stored] of found) {
      held.set(`${collection}|${id}`, {
        collection,
        id,
        state: stored?.state,
        meta: stored?.meta ?? UNBORN,
        isChanged: false,
      });
    }
    this.writes = { ...this.writes, held };
  }

  private read(collection: string, ids: readonly string[]): [string, Stored | undefined][] {
    this.snapshot ??= this.database.present;
    return ids.map((id) => [id, this.database.documents.read(collection, id, this.snapshot) as Stored | undefined]);
  }
}
