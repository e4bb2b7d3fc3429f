import { decided, fen, Fen, refuse } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';
import { LedgerAccountId, typeOf } from './chart.ts';

export const Side = z.enum(['debit', 'credit']);
export type Side = z.infer<typeof Side>;

/** One account's kept balance: the fold of its postings (I2), `postings` of them so far (I3). Positive on the account's own side. */
export const LedgerAccount = z.strictObject({
  id: LedgerAccountId,
  debitFen: Fen.nonnegative(),
  creditFen: Fen.nonnegative(),
  balanceFen: Fen,
  postings: z.int().nonnegative(),
});
export type LedgerAccount = z.infer<typeof LedgerAccount>;

export const emptyLedgerAccount = (id: LedgerAccountId): LedgerAccount => ({
  id,
  debitFen: fen.zero,
  creditFen: fen.zero,
  balanceFen: fen.zero,
  postings: 0,
});

/** What the sums of both sides leave, on the side on which an account of its type grows. */
export function balanceOf(id: LedgerAccountId, debitFen: Fen, creditFen: Fen): Fen {
  const growsByDebit = typeOf(id) === 'A' || typeOf(id) === 'E';
  return growsByDebit ? fen.sub(debitFen, creditFen) : fen.sub(creditFen, debitFen);
}

/** Books one posting. No balance goes below zero (I4): money that is not there is not paid. */
export function post(account: LedgerAccount, side: Side, amountFen: Fen): Decision<LedgerAccount> {
  const debitFen = side === 'debit' ? fen.add(account.debitFen, amountFen) : account.debitFen;
  const creditFen = side === 'credit' ? fen.add(account.creditFen, amountFen) : account.creditFen;
  const balanceFen = balanceOf(account.id, debitFen, creditFen);
  if (balanceFen < 0) return refuse('pay-run.budget-exceeded');
  return decided({ ...account, debitFen, creditFen, balanceFen, postings: account.postings + 1 });
}
