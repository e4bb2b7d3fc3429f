import { query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { fen, Fen } from '@minzheng/types';
import { z } from 'zod';
import type { Stores } from '../adapters/stores.ts';
import { LedgerAccountId } from '../domain/ledger/chart.ts';

const MAX_ACCOUNTS = 1_000;

const TrialBalance = z.strictObject({
  accounts: z.array(z.strictObject({ account: LedgerAccountId, debitFen: Fen, creditFen: Fen, balanceFen: Fen })),
  debitFen: Fen,
  creditFen: Fen,
});

/** The books, for those whose work they are. They name no person, so reading them leaves no audit. */
export function ledgerRoutes({ ledgerAccounts }: Stores): Route[] {
  return [
    query({
      path: '/ledger/trial-balance',
      operationId: 'getTrialBalance',
      summary: 'Every account with its sums and balance',
      roles: ['finance-maker', 'finance-checker', 'finance-releaser', 'auditor'],
      reply: { body: TrialBalance },
      read: async () => {
        const rows = await ledgerAccounts.list('system', {}, { limit: MAX_ACCOUNTS });
        return {
          accounts: rows.map(({ id, debitFen, creditFen, balanceFen }) => ({
            account: id,
            debitFen,
            creditFen,
            balanceFen,
          })),
          debitFen: fen.sum(rows.map(({ debitFen }) => debitFen)),
          creditFen: fen.sum(rows.map(({ creditFen }) => creditFen)),
        };
      },
    }),
  ];
}
