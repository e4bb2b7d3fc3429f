import type { Instant } from '@minzheng/types';
import type { BsonDate } from './bson-date.ts';
import { bsonDate } from './bson-date.ts';
import type { AuditEntry, Cause } from './cause.ts';
import { ulid } from './ulid.ts';

/** One audit row; plain, so that commits do not wait for one another. The sealer chains rows afterwards. */
export interface AuditDocument {
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

export function auditDocument(entry: AuditEntry, cause: Cause, at: Instant, nowMs: number): AuditDocument {
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
