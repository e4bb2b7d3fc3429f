import { AccountId, AccountRegistered, decided, Instant, PersonId, ProgrammeCode } from '@minzheng/types';
import type { Decision, Transitions } from '@minzheng/types';
import { z } from 'zod';
import { moved } from './moved.ts';

const MAX_NAME_LENGTH = 50;

/** 联行号: 12 digits that name a bank's branch. */
export const BankCode = z.string().regex(/^\d{12}$/);

/** 户名, as the bank knows it. What would break a line of a bank file cannot be part of a name. */
export const HolderName = z
  .string()
  .trim()
  .min(1)
  .max(MAX_NAME_LENGTH)
  .regex(/^[^|\p{Cc}\p{Cs}]+$/u);

/** The last four digits: all of an account number that may leave this service. */
export const Last4 = z.string().regex(/^\d{4}$/);

export const AccountStatus = z.enum(['active', 'closed']);
export type AccountStatus = z.infer<typeof AccountStatus>;

/** 收款账户: where one person's money of one programme goes (PAY-10). Its number never changes; another number is another account. */
export const Account = z.strictObject({
  id: AccountId,
  personId: PersonId,
  programme: ProgrammeCode,
  bankCode: BankCode,
  accountNumber: z.string(),
  holderName: HolderName,
  last4: Last4,
  status: AccountStatus,
  registeredAt: Instant,
});
export type Account = z.infer<typeof Account>;

export type AccountCommand = 'close';

export const accountTransitions = {
  active: { close: 'closed' },
  closed: {},
} as const satisfies Transitions<AccountStatus, AccountCommand>;

/** A new account, ready to be paid into. */
export function registerAccount(account: Omit<Account, 'status'>): Decision<Account> {
  const { id, personId, last4 } = account;
  return decided(
    { ...account, status: 'active' },
    AccountRegistered.of({ subject: id, personId, data: { accountId: id, last4 } }),
  );
}

/** Nothing new is paid into it; what is under way still is. */
export function closeAccount(account: Account): Decision<Account> {
  return moved(accountTransitions, 'account.transition-not-there', account, 'close', decided);
}
