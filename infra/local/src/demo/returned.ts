import { instant, localDate } from '@minzheng/types';
import type { Api } from './api.ts';
import type { Means } from './carry-case.ts';
import type { DemoHousehold } from './households.ts';
import { officeHours } from './clock.ts';
import { paymentsOf } from './pay.ts';

/** Where the bank is, as platform.json says. */
export interface BankSystem {
  readonly url: string;
  readonly token: string;
}

/** An account of the same person at another branch. */
const otherAccountNumber = '6217000000000000152';
const backAfterDays = 3;

/** The account has been closed: the money that was paid on the pay day comes back (R03), and the resident gives another account. */
export async function comeBack(
  means: Means,
  bank: BankSystem,
  household: DemoHousehold,
  personId: string,
  accountNumber = otherAccountNumber,
): Promise<void> {
  const payments = await paymentsOf(means.api, personId);
  const [paid] = payments.filter(({ status, kind }) => status === 'settled' && kind === 'NORMAL');
  if (paid === undefined || payments.some(({ kind, status }) => kind === 'RETURN' || status === 'returned')) return;
  await control(bank, { return: { code: 'R03', afterDays: backAfterDays, txnRef: paid.paymentId } });
  // Asked for at the end of each working day; on the next the resident has read why.
  const day = instant.civilDate(await means.clock.known());
  await means.clock.passTo(officeHours(localDate.addDays(day, backAfterDays + 1)));
  await giveAnother(means.api, household, accountNumber);
}

async function giveAnother(api: Api, { account, members }: DemoHousehold, accountNumber: string): Promise<void> {
  const body = { programme: 'DB', bankCode: '102333000001', accountNumber, holderName: members[0]?.name };
  await api.command(account, 'POST', '/accounts', body, `demo-other-account-${account}`);
}

/** Makes the bank do what a real one does when it likes: see infra/bank-simulator. */
export async function control({ url, token }: BankSystem, body: object): Promise<void> {
  const response = await fetch(`${url}/control`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`the bank answers ${response.status}`);
}
