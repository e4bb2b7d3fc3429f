import { Fen, Instant } from '@minzheng/types';
import { z } from 'zod';
import { LedgerAccountId } from './chart.ts';
import { LedgerEvent } from './entries.ts';
import type { Entry } from './entries.ts';
import { Side } from './ledger-account.ts';
import type { LedgerAccount } from './ledger-account.ts';

/** 分录: one side of a transfer, `seq`-th posting of its account, after which the account stands at `balanceFen`. */
export const Posting = z.strictObject({
  account: LedgerAccountId,
  side: Side,
  amountFen: Fen.positive(),
  seq: z.int().positive(),
  balanceFen: Fen,
});
export type Posting = z.infer<typeof Posting>;

/** 凭证: postings that balance, with their cause and who stands behind it (I1, I9). Never changed, never deleted. */
export const Transfer = z.strictObject({
  id: z.string(),
  event: LedgerEvent,
  causeId: z.string(),
  actor: z.string(),
  at: Instant,
  postings: z.array(Posting).min(2),
});
export type Transfer = z.infer<typeof Transfer>;

export const transferId = ({ event, causeId }: Pick<Entry, 'event' | 'causeId'>): string => `${event}-${causeId}`;

/** The record of an entry, given both accounts as they stand after it. */
export function transferOf(
  entry: Entry,
  after: { readonly debit: LedgerAccount; readonly credit: LedgerAccount },
  stamp: { readonly actor: string; readonly at: Instant },
): Transfer {
  const { event, causeId, amountFen } = entry;
  const posting = (side: Side, { id, postings, balanceFen }: LedgerAccount): Posting => ({
    account: id,
    side,
    amountFen,
    seq: postings,
    balanceFen,
  });
  return {
    id: transferId(entry),
    event,
    causeId,
    ...stamp,
    postings: [posting('debit', after.debit), posting('credit', after.credit)],
  };
}
