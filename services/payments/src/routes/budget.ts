import { command, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import type { Transaction } from '@minzheng/store';
import { Fen } from '@minzheng/types';
import { z } from 'zod';
import { book } from '../adapters/book.ts';
import type { Stores } from '../adapters/stores.ts';
import { addQuota, availableFen, emptyBudget, grantQuota, QuotaGrant, QuotaSource } from '../domain/budget.ts';
import { quotaGranted } from '../domain/ledger/entries.ts';
import { officerOf } from './officer.ts';
import type { Officer } from './officer.ts';

const MAX_GRANT_FEN = 100_000_000_000_00;

const Grant = z.strictObject({
  amountFen: Fen.positive().max(MAX_GRANT_FEN),
  source: QuotaSource,
  reference: QuotaGrant.shape.id,
});
type Grant = z.output<typeof Grant>;

const GrantView = z.strictObject({ reference: z.string(), amountFen: Fen, source: QuotaSource });
const BudgetView = z.strictObject({ grantedFen: Fen, reservedFen: Fen, spentFen: Fen, availableFen: Fen });

/** What may be paid from. */
export function budgetRoutes(stores: Stores): Route[] {
  return [
    command({
      path: '/budget/quota',
      operationId: 'grantQuota',
      summary: 'Enters a quota granted by the treasury; the same reference counts once',
      roles: ['finance-maker'],
      body: Grant,
      reply: { status: 201, body: GrantView },
      decide: (tx, { caller, body }) => grant(tx, stores, officerOf(caller), body),
    }),
    query({
      path: '/budget',
      operationId: 'getBudget',
      summary: 'Granted, reserved, spent and available',
      roles: ['finance-maker', 'finance-checker', 'finance-releaser', 'auditor'],
      reply: { body: BudgetView },
      read: async ({ caller }) => {
        const { division } = officerOf(caller);
        const budget = (await stores.budgets.find(caller, division)) ?? emptyBudget(division);
        const { grantedFen, reservedFen, spentFen } = budget;
        return { grantedFen, reservedFen, spentFen, availableFen: availableFen(budget) };
      },
    }),
  ];
}

async function grant(tx: Transaction, stores: Stores, { staffNo, division }: Officer, body: Grant) {
  const { reference, amountFen, source } = body;
  const known = await tx.find(stores.quotaGrants, reference);
  const asked = { id: reference, divisionCode: division, amountFen, source, grantedBy: staffNo, grantedAt: tx.at };
  const granted = await tx.apply(stores.quotaGrants, reference, (state) => grantQuota(state, asked));
  if (known === undefined) {
    await tx.apply(stores.budgets, division, (budget) => addQuota(budget ?? emptyBudget(division), amountFen));
    await book(tx, stores, [quotaGranted(granted)], staffNo);
  }
  return { reference, amountFen: granted.amountFen, source: granted.source };
}
