import { ApplicationId, instant, localDate, Period } from '@minzheng/types';
import type { EntitlementOrigin } from '@minzheng/types';
import { Account } from '../src/domain/account.ts';
import type { BankFile } from '../src/domain/bank-file.ts';
import { DeskTask } from '../src/domain/desk-task.ts';
import { drawLines } from '../src/domain/draw-lines.ts';
import { Entitlement, entitlementId } from '../src/domain/entitlement.ts';
import type { Payment } from '../src/domain/payment.ts';
import { openPayRun, PayRun } from '../src/domain/pay-run.ts';

/** Valid states to start a test from; belong to nobody. */
export const today = localDate.of(2026, 11, 24);
export const at = instant.startOfDay(today);
export const month = Period.parse('2026-12');

const originOf = (person: number): EntitlementOrigin => ({
  kind: 'application',
  applicationId: ApplicationId.parse(`app-${person}`),
});

export const entitlementOf = (person: number, amountFen = 130_000, changes: object = {}): Entitlement =>
  Entitlement.parse({
    id: entitlementId(originOf(person), 'dec-1'),
    origin: originOf(person),
    decisionId: 'dec-1',
    personId: `p-${person}`,
    divisionCode: '330302006',
    programme: 'DB',
    monthlyFen: amountFen,
    from: month,
    decidedOn: today,
    startedAt: at,
    sample: false,
    status: 'active',
    ...changes,
  });

export const emptyRun = (changes: object = {}): PayRun => {
  const opened = openPayRun({
    id: 'run-1' as PayRun['id'],
    divisionCode: '330302' as PayRun['divisionCode'],
    period: month,
    decidedBy: localDate.of(2026, 11, 30),
    payDay: localDate.of(2026, 12, 10),
    drawnBy: 'FM-1',
    drawnAt: at,
  });
  if (!opened.ok) throw new Error('a run can always be opened');
  return PayRun.parse({ ...opened.state, ...changes });
};

/** A file with one line per amount. */
export function fileOf(...amounts: number[]): { file: BankFile; lines: readonly Payment[] } {
  const page = drawLines(emptyRun(), {
    entitlements: amounts.map((amountFen, person) => entitlementOf(person, amountFen)),
    payeeOf: ({ personId }) => ({ accountId: `acc-${personId}` as Account['id'], last4: '0111' }),
    replacements: [],
    existing: new Set(),
  });
  const [drawn] = page.files;
  if (drawn === undefined) throw new Error('there are amounts to draw');
  return drawn;
}

export const account: Account = Account.parse({
  id: 'acc-p-0',
  personId: 'p-0',
  programme: 'DB',
  bankCode: '102333000001',
  accountNumber: '6217000000000000111',
  holderName: '样例·𠮷',
  last4: '0111',
  status: 'active',
  registeredAt: at,
});

export const task: DeskTask = DeskTask.parse({
  id: 'account-missing-e-1',
  kind: 'account-missing',
  status: 'open',
  entitlementId: 'e-1',
  personId: 'p-0',
  divisionCode: '330302006',
  programme: 'DB',
  period: month,
  openedAt: at,
});
