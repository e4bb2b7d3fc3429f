import { WatermarkMoved } from '@minzheng/store';
import type { ParkedRow, Repository, Transaction } from '@minzheng/store';
import { instant } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { Refused } from '@minzheng/store';
import type { ConsumerStore } from '../src/lane.ts';

interface Aggregate {
  id: string;
}

/** What one transaction holds back until it commits. */
interface Buffer {
  states: Map<string, Aggregate>;
  parked: Map<string, ParkedRow | undefined>;
}

/** A store in memory: one repository, one watermark, both changed in `commit` only, all together or not at all. */
export class FakeStore {
  readonly states = new Map<string, Aggregate>();
  readonly rows = new Map<string, ParkedRow>();
  next = 0;
  commits: number[] = [];
  isWell = true;
  /** Asked before each commit with the size of its chunk; what it throws is what the commit throws. */
  before: (chunk: { first: number; next: number; states: ReadonlyMap<string, Aggregate> }) => void = () => undefined;
  /** Called after a commit, which then seems to have failed. */
  after: () => void = () => undefined;

  get repository(): Repository<Aggregate> {
    return { collection: 'fake' } as unknown as Repository<Aggregate>;
  }

  asStore(): ConsumerStore {
    return {
      commit: (_: unknown, work: (tx: Transaction) => Promise<unknown>) => this.commit(work),
      ready: () => Promise.resolve(this.isWell ? { ok: true } : { ok: false, reason: 'no primary' }),
      watermarks: { get: () => Promise.resolve(this.next), first: () => Promise.resolve(this.next) },
      parked: {
        parkedKeys: (_: string, keys: readonly string[]) =>
          Promise.resolve(new Set(keys.filter((key) => [...this.rows.values()].some((row) => row.key === key)))),
        keysOf: () => Promise.resolve([...this.rows.values()].map(({ key }) => key)),
      },
    } as unknown as ConsumerStore;
  }

  private async commit<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const buffer: Buffer = { states: new Map(), parked: new Map() };
    let step: { first: number; next: number } | undefined;
    const tx = this.transaction(buffer, (advance) => (step = advance));
    const result = await work(tx);
    const { first, next } = step ?? { first: this.next, next: this.next };
    this.before({ first, next, states: buffer.states });
    if (first !== this.next) throw new WatermarkMoved(`not at ${first}`);
    this.next = next;
    this.commits.push(next - first);
    for (const [id, state] of buffer.states) this.states.set(id, state);
    for (const [id, row] of buffer.parked) if (row !== undefined) this.rows.set(id, row);
    this.after();
    return result;
  }

  private transaction(buffer: Buffer, advance: (step: { first: number; next: number }) => void): Transaction {
    const read = (id: string): Aggregate | undefined => buffer.states.get(id) ?? this.states.get(id);
    return {
      at: instant.of(0),
      load: () => Promise.resolve(new Map()),
      apply: async (_: unknown, id: string, decide: (state?: Aggregate) => Decision<Aggregate>) => {
        const decision = decide(read(id));
        if (!decision.ok) throw new Refused(decision.refusal);
        buffer.states.set(id, decision.state);
        return Promise.resolve(decision.state);
      },
      attempt: async (work: () => Promise<unknown>) => {
        const states = new Map(buffer.states);
        try {
          return await work();
        } catch (error) {
          buffer.states = states;
          throw error;
        }
      },
      park: (row: ParkedRow) => buffer.parked.set(row.id, row),
      advance,
    } as unknown as Transaction;
  }
}
