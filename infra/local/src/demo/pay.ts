import { calendar } from '@minzheng/types';
import type { Period } from '@minzheng/types';
import { type Api, until } from './api.ts';
import type { Means } from './carry-case.ts';
import { officeHours } from './clock.ts';

interface PayRun {
  readonly payRunId: string;
  readonly status: string;
  readonly count: number;
  readonly totalFen: number;
  readonly linesHash: string;
}

/** What the demonstration reads of a payment. */
export interface PaymentView {
  readonly status: string;
  readonly amountFen: number;
  readonly period: string;
}

const quotaFen = 100_000_000;

/**
 * Three people pay `period`: after its cut-off one draws up, one approves exactly these lines, one releases them; on the pay day they go
 * to the bank (PAY-1).
 */
export async function payMonth({ api, clock }: Means, personId: string, period: Period): Promise<void> {
  const reference = `demo-quota-${period}`;
  await api.command(
    'finance-maker-1',
    'POST',
    '/budget/quota',
    { amountFen: quotaFen, source: 'district', reference },
    reference,
  );
  await until('the entitlement of the confirmed case', () =>
    firstItem(api, 'finance-maker-1', `/entitlements?personId=${personId}`),
  );
  await clock.passTo(officeHours(calendar.cutOff(period).date));
  let run =
    (await firstItem<PayRun>(api, 'finance-maker-1', `/pay-runs?period=${period}`)) ??
    (await api.command<PayRun>('finance-maker-1', 'POST', '/pay-runs', { period }, `demo-run-${period}`));
  while (run.status !== 'completed') {
    await nextStep({ api, clock }, run, period);
    run = await api.get<PayRun>('finance-maker-1', `/pay-runs/${run.payRunId}`);
  }
}

async function nextStep({ api, clock }: Means, run: PayRun, period: Period): Promise<void> {
  const exactly = { linesHash: run.linesHash, totalFen: run.totalFen };
  const step = (account: string, verb: string, body: unknown): Promise<unknown> =>
    api.command(account, 'POST', `/pay-runs/${run.payRunId}/${verb}`, body, `demo-${run.payRunId}-${verb}`);
  switch (run.status) {
    case 'drawn':
      return void (await step('finance-maker-1', 'submit', {}));
    case 'submitted':
      return void (await step('finance-checker-1', 'approve', exactly));
    case 'approved':
      return void (await step('finance-releaser-1', 'release', exactly));
    case 'released':
      return await clock.passTo(officeHours(calendar.payDay(period).date));
    default:
      throw new Error(`the pay run stands at ${run.status}, where the demonstration has no step`);
  }
}

/** The payment of one person for the month, however it stands. */
export const paymentOf = (api: Api, personId: string): Promise<PaymentView | undefined> =>
  firstItem<PaymentView>(api, 'finance-maker-1', `/payments?personId=${personId}`);

async function firstItem<T>(api: Api, account: string, path: string): Promise<T | undefined> {
  const { items } = await api.get<{ items: readonly T[] }>(account, path);
  return items[0];
}
