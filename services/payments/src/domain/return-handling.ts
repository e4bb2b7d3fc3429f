import { localDate, period } from '@minzheng/types';
import type { LocalDate, ReturnCode } from '@minzheng/types';

/** What is done about a sum that did not reach its payee (DOMAIN §3.3). */
export type Handling =
  /** 更换账户: the account is closed, and the payee asked for another */
  | 'collect-account'
  /** The payee sees to it at the bank; a later run tries again, into the same account too */
  | 'retry'
  /** 暂停使用: an officer decides, and nothing goes into the account before */
  | 'hold-account'
  /** An officer decides; the account is not at fault */
  | 'hold';

const HANDLING: Readonly<Record<ReturnCode, Handling>> = {
  R01: 'hold-account',
  R02: 'collect-account',
  R03: 'collect-account',
  R04: 'hold-account',
  R05: 'retry',
  R06: 'retry',
  R07: 'hold-account',
  R08: 'collect-account',
  // Neither ends a payment, so neither is paid again without a person.
  R09: 'hold',
  R10: 'hold',
  R11: 'hold-account',
  R99: 'hold',
};

const MONTHLY: ReturnCode = 'R06';
const MONTHLY_TRIES = 3;

/** `attempt` counts the replacements of one sum: 1 for the first. R06 is tried again three times. */
export const handlingOf = (reason: ReturnCode, attempt: number): Handling =>
  reason === MONTHLY && attempt > MONTHLY_TRIES ? 'hold' : HANDLING[reason];

/** The first day on which a replacement may be drawn: R06 is tried once a month. */
export const drawableFrom = (reason: ReturnCode, failedOn: LocalDate): LocalDate =>
  reason === MONTHLY ? period.first(period.next(localDate.period(failedOn))) : failedOn;
