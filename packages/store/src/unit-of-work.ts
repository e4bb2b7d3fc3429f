import { isTraced, keptTraceId } from '@minzheng/observability';
import { instant } from '@minzheng/types';
import type { Clocks, Deadline, Decision, Instant, LocalDate, Viewer } from '@minzheng/types';
import type { mongo } from 'mongoose';
import type { AuditEntry, Cause } from './cause.ts';
import { Refused, StateInvalid } from './faults.ts';
import type { Filter, Page } from './filter.ts';
import { kindBehind } from './kind.ts';
import type { Identified, Kind } from './kind.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { PendingWrites } from './pending-writes.ts';
import type { Held } from './pending-writes.ts';
import type { ParkedRow, WatermarkAdvance } from './ports.ts';
import { requireReach } from './reader.ts';
import type { Reader } from './reader.ts';
import type { Journal, Readable, Repository } from './repository.ts';
import type { Stored } from './rows.ts';
import type { Transaction } from './transaction.ts';
import { ulid } from './ulid.ts';

/** One attempt of one transaction: reads in its session, buffers every write. */
export class UnitOfWork implements Transaction {
  readonly at: Instant;
  readonly today: LocalDate;
  readonly viewer: Viewer;
  readonly cause: Cause;
  readonly writes = new PendingWrites();
  private readonly session: mongo.ClientSession;
  private readonly reader: Reader;
  private readonly clocks: Clocks;
  /** A session takes one operation at a time, so reads wait for one another even when the work starts several. */
  private readonly reads = new OneAtATime();

  constructor(cause: Cause, session: mongo.ClientSession, reader: Reader, clocks: Clocks) {
    this.cause = cause;
    this.viewer = cause.viewer;
    this.session = session;
    this.reader = reader;
    this.clocks = clocks;
    this.at = clocks.civil.now();
    this.today = instant.civilDate(this.at);
  }

  async load<S extends Identified>(repository: Repository<S>, ids: readonly string[]): Promise<Map<string, S>> {
    const kind = kindBehind(repository);
    await this.hold(kind, ids);
    const states = ids.flatMap((id) => this.writes.holding(kind, id)?.state ?? []);
    return new Map(states.map((state) => [state.id, state as S]));
  }

  async apply<S extends Identified>(
    repository: Repository<S>,
    id: string,
    decide: (state: S | undefined) => Decision<S>,
    options: { readonly cause?: Partial<Cause> } = {},
  ): Promise<S> {
    const kind = kindBehind(repository);
    const cause = { ...this.cause, ...options.cause };
    if (this.writes.holding(kind, id) === undefined) await this.hold(kind, [id]);
    return this.attemptNow(
      () => this.decided(kind, id, cause, decide as (state?: Identified) => Decision<Identified>) as S,
    );
  }

  async find<S extends Identified>(source: Readable<S>, id: string, as = this.viewer): Promise<S | undefined> {
    const kind = kindBehind(source);
    await this.hold(kind, [id]);
    const state = this.writes.holding(kind, id)?.state;
    if (state !== undefined) requireReach(kind, as, state);
    return state as S | undefined;
  }

  async list<S extends Identified>(
    source: Readable<S>,
    filter: Filter<S>,
    page: Page<S>,
    as = this.viewer,
  ): Promise<S[]> {
    const kind = kindBehind(source);
    const found = await this.reads.run(() => this.reader.page(kind, as, filter, page, this.session));
    return found.map((stored) => this.remember(kind, stored) as S);
  }

  async findByBlind<S extends Identified>(
    repository: Repository<S>,
    field: keyof S & string,
    normalised: string,
    as = this.viewer,
  ): Promise<S | undefined> {
    const kind = kindBehind(repository);
    const found = await this.reads.run(() => this.reader.byBlind(kind, field, normalised, this.session));
    if (found === undefined) return undefined;
    requireReach(kind, as, found.state);
    return this.remember(kind, found) as S;
  }

  append<R extends Identified>(journal: Journal<R>, records: readonly R[]): void {
    const kind = kindBehind(journal);
    for (const one of records) {
      const record = valid(kind, one);
      this.writes.undo.set(this.writes.records, `${kind.name}|${record.id}`, { kind, record });
    }
  }

  schedule(deadline: Deadline): void {
    this.set(deadline, this.cause);
  }

  unschedule(kind: string, subject: string): void {
    this.writes.undo.set(this.writes.deadlines, deadlineId(kind, subject), undefined);
  }

  audit(entry: AuditEntry, cause: Partial<Cause> = {}): void {
    this.writes.undo.push(this.writes.audits, { entry, cause: { ...this.cause, ...cause } });
  }

  advance(step: WatermarkAdvance): void {
    this.writes.undo.push(this.writes.advances, step);
  }

  park(row: ParkedRow): void {
    this.writes.undo.set(this.writes.parked, row.id, row);
  }

  resolve(parkedId: string): void {
    this.writes.undo.set(this.writes.parked, parkedId, undefined);
  }

  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const { mark } = this.writes.undo;
    try {
      return await work();
    } catch (error) {
      this.writes.undo.backTo(mark);
      throw error;
    }
  }

  newId(): string {
    return ulid(this.clocks.machine.nowMs());
  }

  private attemptNow<T>(work: () => T): T {
    const { mark } = this.writes.undo;
    try {
      return work();
    } catch (error) {
      this.writes.undo.backTo(mark);
      throw error;
    }
  }

  private decided(
    kind: Kind,
    id: string,
    cause: Cause,
    decide: (state?: Identified) => Decision<Identified>,
  ): Identified {
    const held = this.writes.holding(kind, id) as Held;
    if (held.state !== undefined) requireReach(kind, cause.viewer, held.state);
    const decision = decide(held.state);
    if (!decision.ok) throw new Refused(decision.refusal);
    const state = valid(kind, decision.state);
    if (state.id !== id) throw new StateInvalid(`${kind.name}/${id} decided on another id`);
    if (held.state === undefined) requireReach(kind, cause.viewer, state);
    this.writes.hold({ ...held, state, changed: true });
    for (const event of decision.events) this.writes.publish(kind, id, event, cause);
    for (const deadline of decision.deadlines ?? []) this.set(deadline, cause);
    for (const done of decision.done ?? []) this.unschedule(done.kind, done.subject);
    return state;
  }

  /** What it sets off can go on with the trace only where somebody keeps it. */
  private set(deadline: Deadline, { traceparent }: Cause): void {
    const isKept = traceparent !== undefined && isTraced() && keptTraceId(traceparent) !== undefined;
    const row = isKept ? { ...deadline, traceparent, setAt: this.at } : deadline;
    this.writes.undo.set(this.writes.deadlines, deadlineId(deadline.kind, deadline.subject), row);
  }

  /** Reads those not yet held, in one query; what does not exist is held as such, so that nothing is asked twice. */
  private async hold(kind: Kind, ids: readonly string[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => this.writes.holding(kind, id) === undefined);
    if (unknown.length === 0) return;
    const found = await this.reads.run(() => this.reader.byIds(kind, unknown, this.session));
    for (const stored of found) this.remember(kind, stored);
    for (const id of unknown) {
      if (this.writes.holding(kind, id) !== undefined) continue;
      this.writes.remember({ kind, id, meta: undefined, state: undefined, changed: false });
    }
  }

  /** The state as this transaction knows it: as decided, or as just read. */
  private remember(kind: Kind, { state, meta }: Stored): Identified {
    const held = this.writes.holding(kind, state.id);
    if (held?.state !== undefined) return held.state;
    this.writes.remember({ kind, id: state.id, meta, state, changed: false });
    return state;
  }
}

/** The state as its own schema gives it. Throws StateInvalid naming fields and rules, never values. */
function valid(kind: Kind, state: Identified): Identified {
  const result = kind.schema.safeParse(state);
  if (result.success) return result.data;
  const where = result.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
  throw new StateInvalid(`${kind.name}: ${where.join(', ')}`);
}

function deadlineId(kind: string, subject: string): string {
  if (kind === '' || kind.includes('|')) throw new RangeError('a kind of deadline is a word without |');
  return `${kind}|${subject}`;
}
