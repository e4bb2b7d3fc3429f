import type { mongo } from 'mongoose';
import type { AuditDocument } from './audit.ts';
import type { AuditHeadDocument } from './audit-heads.ts';
import type { DeadlineDocument } from './deadlines.ts';
import type { KeyDocument } from './idempotency-keys.ts';
import type { LeaseDocument } from './leases.ts';
import type { OutboxDocument } from './outbox-rows.ts';
import type { ParkedDocument } from './parked.ts';
import type { WatermarkDocument } from './watermarks.ts';

/** The store's own collections, the same in every service's database (DELIVERY §3.4). */
export interface Collections {
  readonly outbox: mongo.Collection<OutboxDocument>;
  readonly leases: mongo.Collection<LeaseDocument>;
  readonly watermarks: mongo.Collection<WatermarkDocument>;
  readonly parked: mongo.Collection<ParkedDocument>;
  readonly deadlines: mongo.Collection<DeadlineDocument>;
  readonly keys: mongo.Collection<KeyDocument>;
  readonly audit: mongo.Collection<AuditDocument>;
  readonly auditHeads: mongo.Collection<AuditHeadDocument>;
  readonly auditLeases: mongo.Collection<LeaseDocument>;
}

export function collectionsOf(db: mongo.Db): Collections {
  return {
    outbox: db.collection('outbox'),
    leases: db.collection('relay_leases'),
    watermarks: db.collection('watermarks'),
    parked: db.collection('parked'),
    deadlines: db.collection('deadlines'),
    keys: db.collection('idempotency_keys'),
    audit: db.collection('audit'),
    auditHeads: db.collection('audit_heads'),
    auditLeases: db.collection('audit_leases'),
  };
}
