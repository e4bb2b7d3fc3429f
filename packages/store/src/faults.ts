import type { Refusal, RefusalCode } from '@minzheng/types';

/** What went wrong on our side, and says itself whether the same attempt may be made again. */
export abstract class Fault extends Error {
  abstract readonly retriable: boolean;
  /** What a caller over HTTP is told. */
  abstract readonly code: RefusalCode;

  override get name(): string {
    return this.constructor.name;
  }
}

/** A decision said no. Nothing of its commit was kept. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly retriable = false;
  readonly refusal: Refusal;
  /** True when this is the stored outcome of an earlier command with the same Idempotency-Key. */
  readonly replayed: boolean;

  constructor(refusal: Refusal, replayed = false) {
    super(refusal.code);
    this.refusal = refusal;
    this.replayed = replayed;
  }
}

/** MongoDB could not be reached in time, and surely nothing was committed. */
export class Unavailable extends Fault {
  readonly retriable = true;
  readonly code = 'service.unavailable';
}

/** The deadline passed while the commit was under way: learn the truth by idempotency key or watermark, never assume it. */
export class OutcomeUnknown extends Fault {
  readonly retriable = true;
  readonly code = 'service.outcome-unknown';
}

/** Others changed the same records faster than the bounded retries; nothing was committed. */
export class VersionConflict extends Fault {
  readonly retriable = true;
  readonly code = 'version.conflict';
}

/** Another command with this Idempotency-Key is being worked on. */
export class InProgress extends Fault {
  readonly retriable = true;
  readonly code = 'request.in-progress';
}

/** This Idempotency-Key belongs to another body. */
export class KeyReused extends Fault {
  readonly retriable = false;
  readonly code = 'request.idempotency-key-reused';
}

/** A unique index holds the value already, and still did when the work was run again. */
export class DuplicateKey extends Fault {
  readonly retriable = false;
  readonly code = 'version.conflict';
  readonly collection: string;
  readonly index: string;

  constructor(collection: string, index: string) {
    super(`${collection} has this value already (${index})`);
    this.collection = collection;
    this.index = index;
  }
}

/** A journal holds a record of the same id with other content: first wins, somebody must look. */
export class JournalConflict extends Fault {
  readonly retriable = false;
  readonly code = 'service.internal';
  readonly collection: string;
  readonly recordId: string;

  constructor(collection: string, recordId: string) {
    super(`${collection}/${recordId} exists with other content`);
    this.collection = collection;
    this.recordId = recordId;
  }
}

/** The watermark is not where this chunk begins: another consumer has taken the partition. Read it again, then go on from there. */
export class WatermarkMoved extends Fault {
  readonly retriable = true;
  readonly code = 'service.internal';
}

/** Another process owns the slot now; what this one sent was sent, it only stops sending. */
export class LeaseLost extends Fault {
  readonly retriable = false;
  readonly code = 'service.internal';
}

/** A state or record does not fit its own schema. Names fields and rules, never values. */
export class StateInvalid extends Fault {
  readonly retriable = false;
  readonly code = 'service.internal';
}

/** A sealed value does not open: moved, altered, or its key is gone. Never says what it might have been. */
export class SealBroken extends Fault {
  readonly retriable = false;
  readonly code = 'service.internal';
}

/** The database is not in the shape that this release needs; run the migrations. */
export class NotMigrated extends Fault {
  readonly retriable = false;
  readonly code = 'service.unavailable';
}
