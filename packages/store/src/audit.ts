import type { Instant } from '@minzheng/types';
import type { mongo } from 'mongoose';
import type { BsonDate } from './bson-date.ts';
import { bsonDate } from './bson-date.ts';
import { canonical } from './canonical-form.ts';
import type { AuditEntry, Cause } from './cause.ts';
import { hmac } from './crypto.ts';
import { ulid } from './ulid.ts';

/** What is said of one access or change. */
export interface AuditRecord {
  readonly _id: string;
  /** Civil time. */
  readonly at: Instant;
  /** Machine time. */
  readonly recordedAt: BsonDate;
  readonly actor: string;
  /** The token's subject, where a token stands behind it. */
  readonly sub?: string;
  readonly action: string;
  readonly object: string;
  readonly subjectPersonId?: string;
  readonly purpose: string;
  readonly correlationId: string;
}

/** One audit row: written unsealed, so that commits do not wait for one another, and chained by the sealer afterwards. */
export interface AuditDocument extends AuditRecord {
  /** Of the record, under the service's key: without it a row put into the database by hand would be sealed like any other. */
  readonly mac: string;
  /** Its number, 1, 2, 3…, and its link of the chain: set once, together. */
  readonly n?: mongo.Long | number;
  readonly h?: string;
}

/** Makes audit rows that bear the service's mark. */
export type AuditScribe = (entry: AuditEntry, cause: Cause, at: Instant, nowMs: number) => AuditDocument;

export function auditScribe(key: Buffer): AuditScribe {
  return (entry, cause, at, nowMs) => {
    const record = auditRecord(entry, cause, at, nowMs);
    return { ...record, mac: hmac(key, canonical(record)) };
  };
}

function auditRecord(entry: AuditEntry, cause: Cause, at: Instant, nowMs: number): AuditRecord {
  const { action, object, subjectPersonId, purpose } = entry;
  return {
    _id: ulid(nowMs),
    at,
    recordedAt: bsonDate(nowMs),
    actor: cause.actor,
    ...(cause.viewer !== 'system' && { sub: cause.viewer.sub }),
    action,
    object,
    ...(subjectPersonId !== undefined && { subjectPersonId }),
    purpose,
    correlationId: cause.correlationId,
  };
}
