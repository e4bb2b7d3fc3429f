import type { MachineClock } from '@minzheng/types';
import { START, walked } from './audit-chain.ts';
import type { Link } from './audit-chain.ts';
import { holds } from './audit-export.ts';
import type { AuditHeads, FoundHead } from './audit-heads.ts';
import type { AuditKeys } from './audit-keys.ts';
import type { AuditRows } from './audit-rows.ts';
import type { AuditHead, AuditWitness } from './audit-witness.ts';
import type { HeadSigner } from './head-signature.ts';
import { OneAtATime } from './one-at-a-time.ts';

/** How the audit came out. `firstBad` is the first number that is not as it was sealed. */
export type AuditVerdict =
  | { readonly ok: true; readonly sealed: number; readonly recomputed: number }
  | { readonly ok: false; readonly culprit: string; readonly firstBad?: number };

export interface AuditVerifierParts {
  readonly service: string;
  readonly rows: AuditRows;
  readonly heads: AuditHeads;
  readonly keys: AuditKeys;
  readonly signer: HeadSigner;
  readonly witness: AuditWitness | undefined;
  readonly machine: MachineClock;
}

/** Rows recomputed by one call: under a second of work. */
const MOST_ROWS = 10_000;
const PAGE = 500;
const LATE_MS = 10_000;

/** Proves the audit, or names where it was touched. */
export class AuditVerifier {
  private readonly parts: AuditVerifierParts;
  private readonly turns = new OneAtATime();
  /** How far earlier calls have come; a longer chain is gone through in turns, over and over. */
  private at: Link = START;

  constructor(parts: AuditVerifierParts) {
    this.parts = parts;
  }

  verify(mostRows = MOST_ROWS): Promise<AuditVerdict> {
    return this.turns.run(() => this.check(mostRows));
  }

  /** Witness, last row, head, in this order: each may only be behind the one read after it, whatever is sealed meanwhile. */
  private async check(mostRows: number): Promise<AuditVerdict> {
    const { rows, heads, service, witness } = this.parts;
    const exported = await witness?.latest(service);
    const edges = await rows.edges();
    const head = await heads.find();
    const end = head.isOurs ? head.link.n : wholeNumber(edges.last);
    const bad =
      (await this.walk(end, mostRows)) ??
      (await this.missingAtEnd(head)) ??
      outside(edges, head, end) ??
      (await this.unlikeExported(exported, end)) ??
      (await this.unsealed());
    return bad ?? { ok: true, sealed: end, recomputed: Math.min(end, mostRows) };
  }

  /** Stays before what is bad, so that the next call finds it again or finds it mended. */
  private async walk(end: number, mostRows: number): Promise<Bad | undefined> {
    if (end <= mostRows) this.at = START;
    for (let left = Math.min(end, mostRows); left > 0;) {
      if (this.at.n >= end) this.at = START;
      const upTo = Math.min(end, this.at.n + Math.min(PAGE, left));
      left -= upTo - this.at.n;
      const { last, bad } = walked(this.parts.keys, this.at, upTo, await this.parts.rows.page(this.at.n, upTo));
      this.at = last;
      if (bad !== undefined) return broken(bad, 'is not as it was sealed');
    }
    return undefined;
  }

  /** A chain that was cut is seen at once, however far the walk has come. */
  private async missingAtEnd({ link, isOurs }: FoundHead): Promise<Bad | undefined> {
    const { rows } = this.parts;
    if (!isOurs || link.n === 0 || (await rows.hashAt(link.n)) === link.h) return undefined;
    const { last } = await rows.edges();
    return broken(Math.min(link.n, wholeNumber(last) + 1), `is missing or altered; the audit ends at ${link.n}`);
  }

  /** The exported head must be in the chain still: a collection set back to yesterday is whole in itself. */
  private async unlikeExported(exported: AuditHead | undefined, end: number): Promise<Bad | undefined> {
    const { rows, signer } = this.parts;
    if (exported === undefined) return undefined;
    if (!signer.isOurs(exported)) return { ok: false, culprit: 'the exported head was not signed by this service' };
    if (exported.n > end) return broken(end + 1, `is missing; ${exported.n} were exported`);
    if (await holds(rows, exported)) return undefined;
    return broken(exported.n, 'is not the one that was exported');
  }

  private async unsealed(): Promise<Bad | undefined> {
    const late = await this.parts.rows.unsealedBefore(this.parts.machine.nowMs() - LATE_MS);
    if (late === null) return undefined;
    const { _id: id } = late;
    return { ok: false, culprit: `audit row ${id} has not been sealed` };
  }
}

type Bad = Extract<AuditVerdict, { ok: false }>;

const broken = (firstBad: number, what: string): Bad => ({
  ok: false,
  firstBad,
  culprit: `audit number ${firstBad} ${what}`,
});

const wholeNumber = (n: number): number => (Number.isSafeInteger(n) && n > 0 ? n : 0);

/** Numbers that the sealer never gave, and a head that it did not write. */
function outside(edges: { first: number; last: number }, head: FoundHead, end: number): Bad | undefined {
  if (edges.first !== 0 && edges.first !== 1) return broken(1, 'is not the first');
  if (!head.isOurs) return broken(end + 1, 'is where a head that is not ours begins');
  return edges.last <= end ? undefined : broken(end + 1, 'was added behind the end');
}
