import type mongoose from 'mongoose';
import { chained } from './audit-chain.ts';
import type { AuditHeads } from './audit-heads.ts';
import type { AuditRows } from './audit-rows.ts';
import { inTransaction } from './attempts.ts';
import { OneAtATime } from './one-at-a-time.ts';

/** Rows sealed in one transaction, at most. */
export const CHUNK = 500;
const DEADLINE_MS = 8_000;

export interface SealingParts {
  readonly client: mongoose.mongo.MongoClient;
  readonly rows: AuditRows;
  readonly heads: AuditHeads;
  readonly chainKey: Buffer;
}

/**
 * Numbers and chains the oldest unsealed rows: seals and head in one transaction, the head by equality and first. Whoever comes
 * late, or dies on the way, has sealed nothing; nobody can fork the chain. Commits only add rows, so they are never in the way.
 * Gives the number of rows sealed.
 */
export async function sealChunk({ client, rows, heads, chainKey }: SealingParts): Promise<number> {
  const attempt = async (session: mongoose.mongo.ClientSession): Promise<number> => {
    const from = await heads.get(session);
    const open = await rows.unsealed(CHUNK, session);
    const links = chained(chainKey, from, open);
    const to = links.at(-1);
    if (to === undefined) return 0;
    await heads.advance(from, to, session);
    await rows.seal(open, links, session);
    return links.length;
  };
  return await inTransaction(client, DEADLINE_MS, {
    attempt,
    committed: ignore,
    again: ignore,
    reruns: new OneAtATime(),
  });
}

/** Nobody waits for a seal. */
const ignore = (): void => undefined;
