import type { Logger } from '@minzheng/observability';
import type { MachineClock } from '@minzheng/types';
import type mongoose from 'mongoose';
import { exportHead } from './audit-export.ts';
import { AuditHeads } from './audit-heads.ts';
import type { AuditKeys } from './audit-keys.ts';
import { AuditRows } from './audit-rows.ts';
import { AuditSealer } from './audit-sealer.ts';
import { CHUNK, sealChunk } from './audit-sealing.ts';
import { AuditVerifier } from './audit-verify.ts';
import type { AuditVerdict } from './audit-verify.ts';
import type { AuditWitness } from './audit-witness.ts';
import type { Collections } from './collections.ts';
import { headSigner } from './head-signature.ts';
import { Leases } from './leases.ts';
import { ulid } from './ulid.ts';

/** The audit once its rows are written: sealed, exported, proved. */
export interface AuditPort {
  /** From now on this process numbers and chains rows and exports the head, while no other does. */
  startSealing(): void;
  /** Seals what is left, exports the head and gives the lease back; without it another goes on after five seconds. */
  stopSealing(): Promise<void>;
  /** Recomputes up to `mostRows` rows (10,000 unless told), the whole chain when it is not longer, else the next part of it. */
  verify(mostRows?: number): Promise<AuditVerdict>;
  status(): Promise<AuditStatus>;
}

export interface AuditStatus {
  /** The number of the last sealed row. */
  readonly sealed: number;
  readonly isSealedHere: boolean;
  /** The last head that left the database; 'nowhere' without a witness. `at` is machine time in ms. */
  readonly exported: { readonly n: number; readonly at: number } | 'nothing yet' | 'unreadable' | 'nowhere';
  /** Proves what was exported. */
  readonly keyId: string;
  readonly publicKey: string;
}

export interface AuditParts {
  readonly service: string;
  readonly client: mongoose.mongo.MongoClient;
  readonly collections: Collections;
  readonly keys: AuditKeys;
  readonly witness: AuditWitness | undefined;
  readonly machine: MachineClock;
  readonly log: Logger;
}

export function auditPort(parts: AuditParts): AuditPort {
  const { service, client, collections, keys, witness, machine, log } = parts;
  const rows = new AuditRows(collections.audit);
  const heads = new AuditHeads(collections.auditHeads, keys.head);
  const signer = headSigner(service, keys.signing);
  const verifier = new AuditVerifier({ service, rows, heads, keys, signer, witness, machine });
  const sealer = new AuditSealer({
    leases: new Leases(collections.auditLeases),
    owner: ulid(machine.nowMs()),
    machine,
    log,
    sealChunk: async () => (await sealChunk({ client, rows, heads, chainKey: keys.chain })) === CHUNK,
    exportHead: witness && (() => exportHead({ service, rows, heads, signer, witness, machine })),
  });
  return {
    startSealing: () => sealer.start(),
    stopSealing: () => sealer.stop(),
    verify: (mostRows) => verifier.verify(mostRows),
    status: async () => ({
      sealed: (await heads.find()).link.n,
      isSealedHere: sealer.isOwner,
      exported: await lastExported(service, witness),
      keyId: signer.keyId,
      publicKey: signer.publicKey,
    }),
  };
}

async function lastExported(service: string, witness: AuditWitness | undefined): Promise<AuditStatus['exported']> {
  if (witness === undefined) return 'nowhere';
  try {
    const head = await witness.latest(service);
    return head === undefined ? 'nothing yet' : { n: head.n, at: head.at };
  } catch {
    // What there is to see must be seen although the witness is away; `verify` says that it is.
    return 'unreadable';
  }
}
