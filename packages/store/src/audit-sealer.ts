import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '@minzheng/observability';
import type { MachineClock } from '@minzheng/types';
import type { HeldLease, Leases } from './leases.ts';

/** Half of the second after which a row has to be sealed. */
const POLL_MS = 500;
const LONGEST_PAUSE_MS = 2_000;
/** Another process goes on before unsealed rows would count as late. */
const LEASE_MS = 5_000;
const RENEW_MS = 1_500;
const ASK_MS = 1_000;
const EXPORT_MS = 60_000;
/** The first rows of a new service are soon known outside too. */
const LOOK_AGAIN_MS = 5_000;
const LEASE_ID = 'sealer';

export interface AuditSealerParts {
  readonly leases: Leases;
  readonly owner: string;
  readonly machine: MachineClock;
  readonly log: Logger;
  /** Seals one chunk; true when there may be more. */
  readonly sealChunk: () => Promise<boolean>;
  /** Exports the head, and says whether it had moved; absent without a witness. */
  readonly exportHead?: (() => Promise<boolean>) | undefined;
}

/** The sealer of one process: it works while it holds the service's lease, and asks for it otherwise. */
export class AuditSealer {
  private readonly parts: AuditSealerParts;
  private readonly stopping = new AbortController();
  private lease: HeldLease | undefined;
  private askAtMs = 0;
  private exportAtMs = 0;
  private failures = 0;
  private running: Promise<void> | undefined;

  constructor(parts: AuditSealerParts) {
    this.parts = parts;
  }

  get isOwner(): boolean {
    return this.lease !== undefined;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Seals what is left, exports, gives the lease back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.askAtMs = 0;
    try {
      await this.sealAll();
      if (this.isOwner) await this.export();
    } finally {
      if (this.lease !== undefined) await this.parts.leases.release(this.lease);
      this.lease = undefined;
    }
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.round();
      const pauseMs = Math.min(LONGEST_PAUSE_MS, POLL_MS * 2 ** this.failures);
      await wait(pauseMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  private async round(): Promise<void> {
    try {
      await this.sealAll();
      if (this.isOwner && this.nowMs() >= this.exportAtMs) await this.export();
      if (this.failures > 0) this.parts.log.info({}, 'audit is sealed again');
      this.failures = 0;
    } catch (error) {
      this.failures += 1;
      if (this.failures === 1) this.complain(error);
    }
  }

  /** Between chunks the lease is looked after: much to seal must not outlast it. */
  private async sealAll(): Promise<void> {
    let hasMore = true;
    while (hasMore && (await this.holdsLease())) hasMore = await this.parts.sealChunk();
  }

  /** A witness that is away, or that contradicts the chain, does not keep rows from being sealed. */
  private async export(): Promise<void> {
    this.exportAtMs = this.nowMs() + EXPORT_MS;
    try {
      const wasNew = await this.parts.exportHead?.();
      if (wasNew === false) this.exportAtMs = this.nowMs() + LOOK_AGAIN_MS;
    } catch (error) {
      this.parts.log.error({ err: error }, 'head of the audit could not be exported');
    }
  }

  private async holdsLease(): Promise<boolean> {
    if (this.nowMs() < this.askAtMs) return this.isOwner;
    const { leases, owner } = this.parts;
    const isKept = this.lease !== undefined && (await leases.renew(this.lease, LEASE_MS));
    if (!isKept) this.lease = undefined;
    this.lease ??= await leases.take(LEASE_ID, owner, LEASE_MS);
    this.askAtMs = this.nowMs() + (this.isOwner ? RENEW_MS : ASK_MS);
    return this.isOwner;
  }

  private complain(error: unknown): void {
    const { log } = this.parts;
    const isRetriable = typeof error === 'object' && error !== null && 'retriable' in error && error.retriable === true;
    if (isRetriable) log.warn({ err: error }, 'audit will be sealed later');
    else log.error({ err: error }, 'audit cannot be sealed');
  }

  private nowMs(): number {
    return this.parts.machine.monotonicMs();
  }
}
