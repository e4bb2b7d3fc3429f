import { calendar, instant, Period } from '@minzheng/types';
import type { Api } from './api.ts';
import type { Means } from './carry-case.ts';
import { officeHours } from './clock.ts';

interface PayRun {
  readonly payRunId: string;
  readonly kind: 'NORMAL' | 'ONE_OFF';
  readonly status: string;
  readonly count: number;
  readonly totalFen: number;
  readonly linesHash: string;
}

/** What the demonstration reads of a payment. */
export interface PaymentView {
  readonly paymentId: string;
  readonly status: string;
  readonly kind: string;
  readonly programme: string;
  readonly amountFen: number;
  readonly period: string;
  readonly reason?: string;
}

const quotaFen = 100_000_000;
const minuteMs = 60_000;
const maker = 'finance-maker-1';

/** What may be spent, granted once. */
export async function grantQuota(api: Api, amountFen = quotaFen): Promise<void> {
  const body = { amountFen, source: 'district', reference: 'demo-quota' };
  await api.command(maker, 'POST', '/budget/quota', body, 'demo-quota');
}

/** PAY-1: a month is drawn up after its cut-off and paid on its pay day, or at once where that has passed. */
export async function payMonth(means: Means, period: Period): Promise<void> {
  await means.clock.passTo(officeHours(calendar.cutOff(period).date));
  const payDay = officeHours(calendar.payDay(period).date);
  await carryRun(means, period, 'NORMAL', () => means.clock.passTo(payDay));
}

/** A month is drawn up, approved and released; the bank gets it when the clock comes to the pay day. */
export const releaseMonth = (means: Means, period: Period): Promise<void> =>
  carryRun(means, period, 'NORMAL', () => Promise.resolve(), 'released');

/** What is owed once is paid on the day it is decided. */
export const payAtOnce = (means: Means, period: Period): Promise<void> =>
  carryRun(means, period, 'ONE_OFF', () => Promise.resolve());

type Wait = () => Promise<void>;

/** Three people: one draws up, one approves exactly these lines, one releases them. */
async function carryRun(
  means: Means,
  period: Period,
  kind: PayRun['kind'],
  untilDue: Wait,
  end: 'released' | 'completed' = 'completed',
): Promise<void> {
  const { api } = means;
  const { items } = await api.get<{ items: readonly PayRun[] }>(maker, `/pay-runs?period=${period}`);
  const known = items.find((run) => run.kind === kind);
  const key = `demo-run-${kind}-${period}`;
  let run = known ?? (await api.command<PayRun>(maker, 'POST', '/pay-runs', { period, kind }, key));
  while (run.status !== end) {
    await nextStep(means, run, untilDue);
    run = await api.get<PayRun>(maker, `/pay-runs/${run.payRunId}`);
  }
}

async function nextStep({ api, clock }: Means, run: PayRun, untilDue: Wait): Promise<void> {
  const exactly = { linesHash: run.linesHash, totalFen: run.totalFen };
  const step = (account: string, verb: string, body: unknown): Promise<unknown> =>
    api.command(account, 'POST', `/pay-runs/${run.payRunId}/${verb}`, body, `demo-${run.payRunId}-${verb}`);
  switch (run.status) {
    case 'drawn':
      return void (await step(maker, 'submit', {}));
    case 'submitted':
      return void (await step('finance-checker-1', 'approve', exactly));
    case 'approved':
      return void (await step('finance-releaser-1', 'release', exactly));
    case 'released':
      await untilDue();
      // The bank is asked again and again until it has answered for the last line.
      return await clock.passTo(instant.plus(await clock.known(), minuteMs));
    default:
      throw new Error(`the pay run stands at ${run.status}, where the demonstration has no step`);
  }
}

/** All payments of one person, oldest month first. */
export async function paymentsOf(api: Api, personId: string): Promise<readonly PaymentView[]> {
  const { items } = await api.get<{ items: readonly PaymentView[] }>(maker, `/payments?personId=${personId}`);
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

const key = ({ period, kind }: PaymentView): string => `${period} ${kind === 'RETURN' ? 1 : 0}`;

/** '2025-11' read as a month. */
export const month = (text: string): Period => Period.parse(text);
