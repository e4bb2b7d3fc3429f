import type { Clocks } from '@minzheng/types';
import type { Connection } from 'mongoose';
import type { AuditPort } from './audit-port.ts';
import type { AuditEntry, Cause } from './cause.ts';
import type { KeptClock } from './kept-clock.ts';
import type { DeadlinePort, OutboxPort, ParkedPort, WatermarkPort } from './ports.ts';
import type { Journal, JournalSpec, Repository, RepositorySpec } from './repository.ts';
import type { Transaction } from './transaction.ts';
import type { Vault } from './vault.ts';

export interface StoreSettings {
  /** A replica set's URI, with or without a database in it. */
  readonly uri: string;
  readonly database: string;
  /** The owner: stands in the `source` of its events and binds its keys. */
  readonly service: string;
  /** Outbox slots, fixed at birth: 1 locally, 8 in a city, 32 in a province. */
  readonly slots: number;
  /** 32 bytes: wraps the persons' data keys. */
  readonly masterKey: Buffer;
  /** 32 bytes. */
  readonly blindIndexKey: Buffer;
  /** How long a unit of work may take before its caller is told that the outcome is unknown; 8,000 unless a test says otherwise. */
  readonly commitDeadlineMs?: number;
}

/** What a command answers, kept for as long as its Idempotency-Key. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** One command of one subject on one route; `fingerprint` is a digest of what it asks for. */
export interface Once {
  readonly key: string;
  readonly subject: string;
  readonly route: string;
  readonly fingerprint: string;
}

/** What a commit left for others to do: slots with rows to publish, and whether a deadline was set. */
export type CommitListener = (slots: ReadonlySet<number>, scheduled: boolean) => void;

/** One service's MongoDB database. */
export interface Store {
  readonly service: string;
  readonly clocks: Clocks;
  readonly connection: Connection;
  /** One aggregate kind, one collection. Throws TypeError when the declaration itself is impossible. */
  repository<S extends { id: string }>(spec: RepositorySpec<S>): Repository<S>;
  journal<R extends { id: string }>(spec: JournalSpec<R>): Journal<R>;
  /**
   * ONE transaction of states, events, deadlines and audit: majority, journalled, run again on conflicts.
   * Throws Refused, or a Fault: Unavailable, OutcomeUnknown, VersionConflict, DuplicateKey, JournalConflict, WatermarkMoved.
   */
  commit<T>(cause: Cause, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * The same under an Idempotency-Key. The first outcome, an answer or a refusal of the domain, is kept for 72 hours and given again.
   * Refusals of status 400, 401 and 403 are not kept. Also throws InProgress and KeyReused.
   */
  commitOnce(
    cause: Cause,
    once: Once,
    work: (tx: Transaction) => Promise<Reply>,
  ): Promise<Reply & { readonly replayed: boolean }>;
  /** Writes one audit row, majority; await it before answering a read of personal data. */
  auditRead(cause: Cause, entry: AuditEntry | readonly AuditEntry[]): Promise<void>;
  /** Called after each commit that left something to do. */
  onCommitted(listener: CommitListener): void;
  readonly outbox: OutboxPort;
  readonly watermarks: WatermarkPort;
  readonly parked: ParkedPort;
  readonly deadlines: DeadlinePort;
  readonly audit: AuditPort;
  readonly vault: Vault;
  /** Where a virtual civil clock stands, kept over a restart; of a local platform only. */
  readonly kept: KeptClock;
  /** Commits made so far by this process. */
  commits(): number;
  /** Whether a primary answers. */
  ready(): Promise<{ ok: true } | { ok: false; reason: string }>;
  /** Waits three seconds at most: a server that is away must not keep a process from ending. */
  close(): Promise<void>;
}
