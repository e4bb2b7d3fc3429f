import { Refused } from '@minzheng/store';
import type { Cause, Readable, Repository, Store, Transaction } from '@minzheng/store';
import { instant } from '@minzheng/types';
import type { Deadline, Decision, Instant, NewEvent } from '@minzheng/types';

interface Identified {
  readonly id: string;
}

interface Kept {
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, Identified>>;
  readonly deadlines: ReadonlyMap<string, Deadline>;
  readonly events: readonly NewEvent[];
}

const EMPTY: Kept = { rows: new Map(), deadlines: new Map(), events: [] };

type Draft = { -readonly [K in keyof Kept]: Kept[K] };

/**
 * A store of one process and one thread: whole transactions or nothing, the same surface as the real one as far as this service
 * uses it. States are never changed in place, so keeping the maps is keeping everything.
 */
export class InMemoryStore {
  kept: Kept = EMPTY;
  now: Instant;
  #ids = 0;

  constructor(now: Instant) {
    this.now = now;
  }

  /** What the service's adapters are given. */
  get asStore(): Store {
    const commit = <T>(cause: Cause, work: (tx: Transaction) => Promise<T>): Promise<T> => this.commit(cause, work);
    return { repository: readable, journal: readable, commit } as unknown as Store;
  }

  async commit<T>(cause: Cause, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const draft: Draft = { ...this.kept };
    const result = await work(this.#transaction(draft, cause));
    this.kept = draft;
    return result;
  }

  all<S extends Identified>(collection: string): S[] {
    return [...(this.kept.rows.get(collection)?.values() ?? [])] as unknown as S[];
  }

  /** The earliest deadline, due or not: time goes on to it. */
  takeEarliest(): Deadline | undefined {
    const [earliest] = [...this.kept.deadlines.values()].toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
    if (earliest !== undefined && earliest.dueAt > this.now) this.now = earliest.dueAt;
    return earliest;
  }

  #transaction(draft: Draft, cause: Cause): Transaction {
    const rowsOf = ({ collection }: Pick<Readable<Identified>, 'collection'>): ReadonlyMap<string, Identified> =>
      draft.rows.get(collection) ?? new Map<string, Identified>();
    const put = (collection: string, state: Identified): void => {
      const rows = new Map(rowsOf({ collection })).set(state.id, state);
      draft.rows = new Map(draft.rows).set(collection, rows);
    };
    const schedule = (deadline: Deadline): void => {
      draft.deadlines = new Map([...draft.deadlines, [`${deadline.kind}|${deadline.subject}`, deadline]]);
    };
    const unschedule = (kind: string, subject: string): void => {
      draft.deadlines = new Map([...draft.deadlines].filter(([key]) => key !== `${kind}|${subject}`));
    };
    const fake = {
      at: this.now,
      today: instant.civilDate(this.now),
      viewer: cause.viewer,
      load: async (source: Readable<Identified>, ids: readonly string[]) =>
        new Map(ids.flatMap((id) => (rowsOf(source).has(id) ? [[id, rowsOf(source).get(id)]] : []))),
      find: async (source: Readable<Identified>, id: string) => rowsOf(source).get(id),
      list: async (source: Readable<Identified>, filter: object, page: PageLike) =>
        paged(
          [...rowsOf(source).values()].filter((row) => matches(row, filter)),
          page,
        ),
      apply: async (
        source: Readable<Identified>,
        id: string,
        decide: (state: Identified | undefined) => Decision<Identified>,
      ) => {
        const decision = decide(rowsOf(source).get(id));
        if (!decision.ok) throw new Refused(decision.refusal);
        put(source.collection, (source as Repository<Identified>).spec.state.parse(decision.state));
        draft.events = [...draft.events, ...decision.events];
        for (const { kind, subject } of decision.done ?? []) unschedule(kind, subject);
        for (const deadline of decision.deadlines ?? []) schedule(deadline);
        return decision.state;
      },
      append: (source: Readable<Identified>, records: readonly Identified[]) => {
        for (const record of records) {
          if (rowsOf(source).has(record.id)) throw new Error(`${record.id} is in the journal`);
          put(source.collection, record);
        }
      },
      schedule,
      unschedule,
      audit: () => undefined,
      newId: () => String((this.#ids += 1)).padStart(26, '0'),
    };
    return fake as unknown as Transaction;
  }
}

const readable = (spec: { collection: string }) => ({ collection: spec.collection, spec });

interface PageLike {
  readonly limit: number;
  readonly sort?: { readonly by: string };
  readonly after?: { readonly id: string };
}

const compare = (a: unknown, b: unknown): number => ((a as string) < (b as string) ? -1 : 1);

function paged(rows: readonly Identified[], { limit, sort, after }: PageLike): Identified[] {
  const by = (row: Identified): unknown => (row as unknown as Record<string, unknown>)[sort?.by ?? 'id'];
  const inOrder = rows.toSorted((a, b) => (by(a) === by(b) ? compare(a.id, b.id) : compare(by(a), by(b))));
  return inOrder.filter(({ id }) => after === undefined || id > after.id).slice(0, limit);
}

function matches(row: Identified, filter: object): boolean {
  return Object.entries(filter).every(([field, condition]) => {
    const value = (row as unknown as Record<string, unknown>)[field];
    if (typeof condition !== 'object' || condition === null) return value === condition;
    return Object.entries(condition).every(([operator, operand]) => holds(operator, value as string, operand));
  });
}

function holds(operator: string, value: string, operand: unknown): boolean {
  switch (operator) {
    case '$in':
      return (operand as unknown[]).includes(value);
    case '$exists':
      return (value !== undefined) === operand;
    case '$lte':
      return value <= (operand as string);
    case '$gte':
      return value >= (operand as string);
    case '$gt':
      return value > (operand as string);
    case '$lt':
      return value < (operand as string);
    default:
      throw new Error(`no operator ${operator} here`);
  }
}
