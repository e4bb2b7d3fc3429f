import { deriveKey } from './crypto.ts';

/** The audit's keys of one service: no two uses share one, and none is the master key. */
export interface AuditKeys {
  /** Marks a row as written by the service. */
  readonly row: Buffer;
  /** Links sealed rows. */
  readonly chain: Buffer;
  /** Marks the head that is kept in the database. */
  readonly head: Buffer;
  /** The seed of the Ed25519 key that signs what is exported. */
  readonly signing: Buffer;
}

export function auditKeys(masterKey: Buffer, service: string): AuditKeys {
  const key = (use: string): Buffer => deriveKey(masterKey, `minzheng|${service}|audit|${use}`);
  return { row: key('row'), chain: key('chain'), head: key('head'), signing: key('signing') };
}
