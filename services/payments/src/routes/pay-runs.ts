import { After, command, listOf, pageAfter, paged, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { Fen, PayRunId, Period } from '@minzheng/types';
import type { Decision, Role } from '@minzheng/types';
import { z } from 'zod';
import { drawPage } from '../adapters/draw-page.ts';
import { accepted, existing } from '../adapters/existing.ts';
import type { Stores } from '../adapters/stores.ts';
import { emptyBudget, reserve } from '../domain/budget.ts';
import { payAtOnce, payMonth } from '../domain/pay-month.ts';
import { approvePayRun, openPayRun, PayRunKind, releasePayRun, submitPayRun } from '../domain/pay-run.ts';
import type { PayRun } from '../domain/pay-run.ts';
import { APPROVE_FILES, DRAW_REST, QUEUE_FILES } from '../domain/pay-run-jobs.ts';
import { officerOf } from './officer.ts';
import type { Officer } from './officer.ts';
import { payRunView, PayRunView } from './pay-run-view.ts';

const Path = z.strictObject({ id: PayRunId });
const Drawing = z.strictObject({ period: Period, kind: PayRunKind.default('NORMAL') });
type Drawing = z.output<typeof Drawing>;
const Exactly = z.strictObject({ linesHash: z.string().max(64), totalFen: Fen });
const READERS: readonly Role[] = ['finance-maker', 'finance-checker', 'finance-releaser', 'auditor'];

/** One month's payments: drawn up, approved and released by three different people. */
export function payRunRoutes(stores: Stores): Route[] {
  return [
    command({
      path: '/pay-runs',
      operationId: 'drawPayRun',
      summary: 'Draws up what is due for a month, or due once and at once, and not yet in any run',
      roles: ['finance-maker'],
      body: Drawing,
      reply: { status: 201, body: PayRunView },
      decide: async (tx, { caller, body }) => payRunView(await draw(tx, stores, officerOf(caller), body)),
    }),
    command({
      path: '/pay-runs/:id/submit',
      operationId: 'submitPayRun',
      summary: 'Hands a drawn pay run to the checker',
      roles: ['finance-maker'],
      params: Path,
      reply: { status: 200, body: PayRunView },
      decide: async (tx, { caller, params }) => {
        const { staffNo } = officerOf(caller);
        return payRunView(await change(tx, stores, params.id, (run) => submitPayRun(run, staffNo)));
      },
    }),
    command({
      path: '/pay-runs/:id/approve',
      operationId: 'approvePayRun',
      summary: 'Approves exactly these lines and this total',
      roles: ['finance-checker'],
      params: Path,
      body: Exactly,
      reply: { status: 200, body: PayRunView },
      decide: async (tx, { caller, params, body }) => {
        const { staffNo } = officerOf(caller);
        const run = await change(tx, stores, params.id, (state) => approvePayRun(state, staffNo, body));
        tx.schedule({ kind: APPROVE_FILES, subject: run.id, dueAt: tx.at });
        return payRunView(run);
      },
    }),
    command({
      path: '/pay-runs/:id/release',
      operationId: 'releasePayRun',
      summary: 'Lets exactly these lines go to the bank, where the budget covers them',
      roles: ['finance-releaser'],
      stepUp: true,
      params: Path,
      body: Exactly,
      reply: { status: 200, body: PayRunView },
      decide: async (tx, { caller, params, body }) => {
        const { staffNo } = officerOf(caller);
        const run = await change(tx, stores, params.id, (state) => releasePayRun(state, staffNo, body));
        const { divisionCode, totalFen } = run;
        await tx.apply(stores.budgets, divisionCode, (budget) =>
          reserve(budget ?? emptyBudget(divisionCode), totalFen),
        );
        tx.schedule({ kind: QUEUE_FILES, subject: run.id, dueAt: tx.at });
        return payRunView(run);
      },
    }),
    query({
      path: '/pay-runs',
      operationId: 'listPayRuns',
      summary: 'Pay runs, newest first',
      roles: READERS,
      query: z.strictObject({ period: Period.optional(), after: After }),
      reply: { body: listOf(PayRunView) },
      read: async ({ caller, query: { period, after } }) => {
        const page = { ...pageAfter(after), sort: { by: 'id', order: 'descending' } } as const;
        return paged(await stores.payRuns.list(caller, period === undefined ? {} : { period }, page), payRunView);
      },
    }),
    query({
      path: '/pay-runs/:id',
      operationId: 'getPayRun',
      summary: 'One pay run',
      roles: READERS,
      params: Path,
      reply: { body: PayRunView },
      read: async ({ caller, params }) => {
        const run = await stores.payRuns.find(caller, params.id);
        if (run === undefined) throw new Refused({ code: 'pay-run.not-found' });
        return payRunView(run);
      },
    }),
  ];
}

/** The first page in the maker's own request, so that a small run is whole at once; the rest is the job's. */
async function draw(
  tx: Transaction,
  stores: Stores,
  { staffNo, division }: Officer,
  { period, kind }: Drawing,
): Promise<PayRun> {
  const month = accepted((kind === 'ONE_OFF' ? payAtOnce : payMonth)(period, tx.today));
  const id = PayRunId.parse(tx.newId());
  const opening = { id, divisionCode: division, period, kind, drawnBy: staffNo, drawnAt: tx.at, ...month };
  const run = await drawPage(tx, stores, await tx.apply(stores.payRuns, id, () => openPayRun(opening)));
  const isEmpty = run.count === 0 && run.withoutAccount.count === 0;
  if (run.status === 'drawn' && isEmpty) throw new Refused({ code: 'pay-run.nothing-due' });
  if (run.status === 'drawing') tx.schedule({ kind: DRAW_REST, subject: id, dueAt: tx.at });
  return run;
}

const change = (
  tx: Transaction,
  { payRuns }: Stores,
  id: PayRunId,
  decide: (run: PayRun) => Decision<PayRun>,
): Promise<PayRun> => tx.apply(payRuns, id, existing('pay-run.not-found', decide));
