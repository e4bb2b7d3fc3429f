import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '@minzheng/observability';
import type { Clocks } from '@minzheng/types';
import type { mongo } from 'mongoose';
import { auditScribe } from './audit.ts';
import type { AuditScribe } from './audit.ts';
import { auditKeys } from './audit-keys.ts';
import { auditPort } from './audit-port.ts';
import type { AuditWitness } from './audit-witness.ts';
import type { AuditEntry, Cause } from './cause.ts';
import { collectionsOf } from './collections.ts';
import type { Collections } from './collections.ts';
import { Committer } from './committer.ts';
import { connect } from './connection.ts';
import { DataKeys } from './data-keys.ts';
import { deadlinePort } from './deadlines.ts';
import { IdempotencyKeys } from './idempotency-keys.ts';
import { keptClock } from './kept-clock.ts';
import { aggregateKind, journalKind } from './kind.ts';
import { Outbox } from './outbox.ts';
import { parkedPort } from './parked.ts';
import { journal, repository } from './readables.ts';
import { Reader } from './reader.ts';
import { RowCodec } from './rows.ts';
import type { Store, StoreSettings } from './store.ts';
import { translated } from './translated.ts';
import { blindIndexer, createOwnSeal, createVault } from './vault.ts';
import { watermarkPort } from './watermarks.ts';

const COMMIT_DEADLINE_MS = 8_000;
const READY_MS = 2_000;
const CLOSE_MS = 3_000;

interface Deps {
  readonly clocks: Clocks;
  readonly log: Logger;
  /** Where heads of the audit are exported to; nowhere without one. */
  readonly witness?: AuditWitness | undefined;
}

/** Connects to a service's database. Throws when no primary answers in time; what the migrations make must be there already. */
export async function openStore(settings: StoreSettings, { clocks, log, witness }: Deps): Promise<Store> {
  const connection = await connect(settings.uri, settings.database, settings.service);
  const db = connection.getClient().db(settings.database);
  const nowMs = (): number => clocks.machine.nowMs();
  const blindIndex = blindIndexer(settings.blindIndexKey, settings.service);
  const dataKeys = new DataKeys(db, settings.service, settings.masterKey, clocks.machine);
  const ownSeal = createOwnSeal(settings.masterKey, settings.service);
  const auditing = auditKeys(settings.masterKey, settings.service);
  const scribe = auditScribe(auditing.row);
  const collections = collectionsOf(db);
  const codec = new RowCodec(dataKeys, blindIndex);
  const reader = new Reader(codec);
  const committer = new Committer({
    client: connection.getClient(),
    clocks,
    log,
    reader,
    keys: new IdempotencyKeys(collections.keys, { seal: ownSeal, blindIndex }, nowMs),
    flushing: { collections, codec, ownSeal, scribe, source: sourceOf(settings.service), slots: settings.slots, nowMs },
    deadlineMs: settings.commitDeadlineMs ?? COMMIT_DEADLINE_MS,
  });
  return {
    service: settings.service,
    clocks,
    connection,
    repository: (spec) => repository(spec, aggregateKind(db, spec), reader),
    journal: (spec) => journal(spec, journalKind(db, spec), reader),
    commit: (cause, work) => committer.commit(cause, work),
    commitOnce: (cause, once, work) => committer.commitOnce(cause, once, work),
    auditRead: (cause, entry) => auditRead(collections, scribe, clocks, cause, [entry].flat()),
    onCommitted: (listener) => committer.onCommitted(listener),
    outbox: new Outbox(collections.outbox, collections.leases, settings.slots, nowMs),
    watermarks: watermarkPort(collections.watermarks, nowMs),
    parked: parkedPort(collections.parked, ownSeal),
    deadlines: deadlinePort(collections.deadlines),
    audit: auditPort({
      service: settings.service,
      client: connection.getClient(),
      collections,
      keys: auditing,
      witness,
      machine: clocks.machine,
      log,
    }),
    vault: createVault(dataKeys, blindIndex),
    kept: keptClock(db),
    commits: () => committer.count,
    ready: () => ready(db),
    close: () => Promise.race([connection.close(true), wait(CLOSE_MS, undefined, { ref: false })]),
  };
}

/** The CloudEvents `source` of a service's events. */
const sourceOf = (service: string): string => `https://minzheng.org/services/${service}`;

async function auditRead(
  { audit }: Collections,
  scribe: AuditScribe,
  { civil, machine }: Clocks,
  cause: Cause,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => scribe(entry, cause, civil.now(), machine.nowMs()));
  await translated(audit.insertMany(rows));
}

async function ready(db: mongo.Db): ReturnType<Store['ready']> {
  const answered = db.command({ hello: 1 }).then(
    (hello) => (hello['isWritablePrimary'] === true ? 'primary' : 'no primary'),
    () => 'MongoDB does not answer',
  );
  const answer = await Promise.race([answered, wait(READY_MS, 'MongoDB does not answer in time', { ref: false })]);
  return answer === 'primary' ? { ok: true } : { ok: false, reason: answer };
}
