import { calendar, decided, Fen, instant, LocalDate, PaymentId, ReturnCode } from '@minzheng/types';
import type { Decision, Instant } from '@minzheng/types';
import { z } from 'zod';
import type { Payment, PaymentStatus } from './payment.ts';

/** What the bank says of one payment that came back, under a number of its own that it never gives twice. */
export const ToldReturn = z.strictObject({
  number: z.int().positive(),
  txnRef: z.string(),
  amountFen: Fen,
  code: ReturnCode,
  returnedOn: LocalDate,
});
export type ToldReturn = z.infer<typeof ToldReturn>;

/** 退票: a return as the bank told it, and what it came to. Its id is the bank's number, so it is booked once. */
export const BankReturn = z.strictObject({
  ...ToldReturn.shape,
  id: z.string(),
  outcome: z.enum([
    /** 已入账 */ 'booked',
    /** The payment had come back before, under another number */ 'repeated',
    /** 待核实: no settled payment of ours and of that sum */ 'unmatched',
  ]),
});
export type BankReturn = z.infer<typeof BankReturn>;

/** 退票查询: the one chain of asking the bank what has come back; begun with the first settled payment. */
export const ReturnWatch = z.strictObject({ id: z.literal('bank'), lastNumber: z.int().nonnegative() });
export type ReturnWatch = z.infer<typeof ReturnWatch>;

export const RETURN_WATCH = 'bank';
/** The deadline of the chain; there is one, because it has one subject. */
export const BANK_RETURNS = 'bank.returns';

const ASKS_AT_MS = 17 * 3_600_000;
const SOON_MS = 60_000;

const hourOf = (date: LocalDate): Instant => instant.plus(instant.startOfDay(date), ASKS_AT_MS);

/** Each working day at 17:00, when the bank has closed its day. */
export function nextAskAt(now: Instant): Instant {
  const today = instant.civilDate(now);
  const isStillToday = calendar.isWorkingDay(today).value && now < hourOf(today);
  return isStillToday ? hourOf(today) : hourOf(calendar.nextWorkingDay(today).date);
}

/** A return that came before the results of its own payment is asked for again a little later. */
export const askSoonAt = (now: Instant): Instant => instant.plus(now, SOON_MS);

const OUTCOMES: Readonly<Record<PaymentStatus, BankReturn['outcome'] | 'early'>> = {
  planned: 'unmatched',
  approved: 'unmatched',
  queued: 'unmatched',
  submitted: 'early',
  settled: 'booked',
  rejected: 'unmatched',
  unknown: 'early',
  returned: 'repeated',
  cancelled: 'unmatched',
};

/** What a page of returns comes to, as far as it can be booked. */
export interface SortedReturns {
  readonly kept: readonly BankReturn[];
  /** The bank's results of a payment are not in yet: its return, and those behind it, are asked for again. */
  readonly isEarly: boolean;
}

/** A return is booked for a settled payment of ours and of its sum, once; whatever else the bank tells is kept for somebody to look at. */
export function sortReturns(told: readonly ToldReturn[], payments: ReadonlyMap<string, Payment>): SortedReturns {
  const kept: BankReturn[] = [];
  const booked = new Set<string>();
  for (const each of told) {
    const outcome = booked.has(each.txnRef) ? 'repeated' : outcomeOf(payments.get(each.txnRef), each);
    if (outcome === 'early') return { kept, isEarly: true };
    if (outcome === 'booked') booked.add(each.txnRef);
    kept.push({ ...each, id: String(each.number), outcome });
  }
  return { kept, isEarly: false };
}

function outcomeOf(payment: Payment | undefined, { amountFen }: ToldReturn): BankReturn['outcome'] | 'early' {
  if (payment === undefined || payment.amountFen !== amountFen) return 'unmatched';
  return OUTCOMES[payment.status];
}

/** The id a payment must have to be meant; undefined for a reference that is none of ours. */
export const paymentIdOf = ({ txnRef }: ToldReturn): PaymentId | undefined => PaymentId.safeParse(txnRef).data;

/** Whether two tellings of one number say the same. */
export const isSameReturn = (known: ToldReturn, told: ToldReturn): boolean =>
  (['number', 'txnRef', 'amountFen', 'code', 'returnedOn'] as const).every((field) => known[field] === told[field]);

/** The chain begins once. */
export const beginWatch = (): Decision<ReturnWatch> => decided({ id: 'bank', lastNumber: 0 });

export const watchTo = (watch: ReturnWatch, number: number): Decision<ReturnWatch> =>
  decided({ ...watch, lastNumber: Math.max(watch.lastNumber, number) });
