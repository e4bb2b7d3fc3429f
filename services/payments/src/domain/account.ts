import {
  AccountId,
  AccountRegistered,
  calendar,
  decided,
  Instant,
  moved,
  PersonId,
  ProgrammeCode,
} from '@minzheng/types';
import type { Decision, Transitions } from '@minzheng/types';
import { z } from 'zod';

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

export const AccountStatus = z.enum([
  /** 使用中 */ 'active',
  /** 暂停使用: an officer has to look before anything is paid into it */ 'suspended',
  /** 已停用 */ 'closed',
]);
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
  /** PAY-10: an account that took the place of another is paid into from here on; absent for a first one. */
  usableFrom: Instant.optional(),
});
export type Account = z.infer<typeof Account>;

export type AccountCommand = 'close' | 'suspend' | 'resume';

export const accountTransitions = {
  active: { close: 'closed', suspend: 'suspended' },
  suspended: { close: 'closed', resume: 'active' },
  closed: {},
} as const satisfies Transitions<AccountStatus, AccountCommand>;

const COOLING_HOURS = 24;

/** PAY-10: a change waits a day, so that whoever did not make it has time to say so. */
export const coolingEnds = (changedAt: Instant): Instant => calendar.addClockHours(changedAt, COOLING_HOURS);

/** Whether a line drawn at that moment may name it. */
export const isUsable = ({ status, usableFrom }: Account, at: Instant): boolean =>
  status === 'active' && (usableFrom === undefined || usableFrom <= at);

/** A new account, ready to be paid into once a change has cooled. */
export function registerAccount(account: Omit<Account, 'status'>): Decision<Account> {
  const { id, personId, last4 } = account;
  return decided(
    { ...account, status: 'active' },
    AccountRegistered.of({ subject: id, personId, data: { accountId: id, last4 } }),
  );
}

const move = (account: Account, command: AccountCommand): Decision<Account> =>
  moved(accountTransitions, 'account.transition-not-there', account, command, decided);

/** Nothing new is paid into it; what is under way still is. */
export const closeAccount = (account: Account): Decision<Account> => move(account, 'close');
/** Nothing new is paid into it until an officer has looked. */
export const suspendAccount = (account: Account): Decision<Account> => move(account, 'suspend');
export const resumeAccount = (account: Account): Decision<Account> => move(account, 'resume');
