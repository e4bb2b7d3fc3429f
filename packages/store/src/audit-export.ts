import type { MachineClock } from '@minzheng/types';
import type { AuditHeads } from './audit-heads.ts';
import type { AuditRows } from './audit-rows.ts';
import type { AuditHead, AuditWitness } from './audit-witness.ts';
import { SealBroken } from './faults.ts';
import type { HeadSigner } from './head-signature.ts';

export interface AuditExportParts {
  readonly service: string;
  readonly rows: AuditRows;
  readonly heads: AuditHeads;
  readonly signer: HeadSigner;
  readonly witness: AuditWitness;
  readonly machine: MachineClock;
}

/**
 * Signs the head and gives it to the witness, unless that has it already: false then. Throws SealBroken when the chain does not hold what
 * was exported last: a new head would hide that.
 */
export async function exportHead(parts: AuditExportParts): Promise<boolean> {
  const { service, rows, heads, signer, witness, machine } = parts;
  const latest = await witness.latest(service);
  const { link, isOurs } = await heads.find();
  if (!isOurs) throw new SealBroken('the head of the audit was not written by this service');
  if (latest !== undefined && !(await holds(rows, latest)))
    throw new SealBroken('the audit does not hold what was exported last');
  if (link.n <= (latest?.n ?? 0)) return false;
  await witness.write(signer.sign(link, machine.nowMs()));
  return true;
}

/** Whether the chain still has an exported head. */
export async function holds(rows: AuditRows, { n, hash }: AuditHead): Promise<boolean> {
  return (await rows.hashAt(n)) === hash;
}
