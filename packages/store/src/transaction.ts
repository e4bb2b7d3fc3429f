import type { Deadline, Decision, Instant, LocalDate, Viewer } from '@minzheng/types';
import type { AuditEntry, Cause } from './cause.ts';
import type { Filter, Page } from './filter.ts';
import type { ParkedRow, WatermarkAdvance } from './ports.ts';
import type { Journal, Readable, Repository } from './repository.ts';

/**
 * One unit of work. Reads see one snapshot; everything written is buffered and flushed together at the end. The work may run
 * again on a conflict: it must not touch anything but this.
 */
export interface Transaction {
  /** Civil time of this attempt: the `time` of its events. */
  readonly at: Instant;
  readonly today: LocalDate;
  readonly viewer: Viewer;
  /** Those that exist, by id, in one query; sees what this transaction has already decided. For reactions: scope is not asked. */
  load<S extends { id: string }>(repository: Repository<S>, ids: readonly string[]): Promise<Map<string, S>>;
  /**
   * Load, check scope, decide, buffer state, events and deadlines. Throws Refused when the decision or the scope says no, and then
   * this one decision leaves no trace. `cause` overrides the commit's own, for one event of a chunk; its `viewer` may be 'system'
   * where the service itself, not the caller, reaches the record.
   */
  apply<S extends { id: string }>(
    repository: Repository<S>,
    id: string,
    decide: (state: S | undefined) => Decision<S>,
    options?: { readonly cause?: Partial<Cause> },
  ): Promise<S>;
  /** As on the repository, in the snapshot; a row decided on in this transaction is given as decided. `as` widens the viewer. */
  find<S extends { id: string }>(source: Readable<S>, id: string, as?: Viewer): Promise<S | undefined>;
  list<S extends { id: string }>(source: Readable<S>, filter: Filter<S>, page: Page<S>, as?: Viewer): Promise<S[]>;
  findByBlind<S extends { id: string }>(
    repository: Repository<S>,
    field: keyof S & string,
    normalised: string,
    as?: Viewer,
  ): Promise<S | undefined>;
  append<R extends { id: string }>(journal: Journal<R>, records: readonly R[]): void;
  /** One deadline per kind and subject: a later call replaces the earlier. */
  schedule(deadline: Deadline): void;
  unschedule(kind: string, subject: string): void;
  audit(entry: AuditEntry, cause?: Partial<Cause>): void;
  /** Moves a watermark when it stands exactly at `first`; otherwise the commit throws WatermarkMoved. */
  advance(step: WatermarkAdvance): void;
  /** Parks a message, or writes a parked one anew. */
  park(row: ParkedRow): void;
  /** Takes a parked message away. */
  resolve(parkedId: string): void;
  /** Runs `work`; when it throws, everything it buffered is forgotten and the error goes on. What came before stays. */
  attempt<T>(work: () => Promise<T>): Promise<T>;
  /** 26 characters, ordered by time, not guessable. */
  newId(): string;
}
