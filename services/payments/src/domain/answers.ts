import type { LocalDate, ReturnCode } from '@minzheng/types';
import type { Payment } from './payment.ts';

/** What the bank says of one line. */
export type ItemAnswer =
  | { readonly result: 'settled'; readonly settledOn: LocalDate }
  | { readonly result: 'rejected'; readonly reason: ReturnCode }
  | { readonly result: 'pending' };

/** One line of a result file. */
export interface ItemResult {
  readonly txnRef: string;
  readonly amountFen: number;
  readonly answer: ItemAnswer;
}

/** A file's answers, sorted by what they mean for us. */
export interface Answers {
  readonly settle: readonly { readonly payment: Payment; readonly settledOn: LocalDate }[];
  readonly reject: readonly { readonly payment: Payment; readonly reason: ReturnCode }[];
  /** 状态不明: the bank does not know either; ask again, never send again. */
  readonly loseTrack: readonly Payment[];
}

export type Sorted = { ok: true; value: Answers } | { ok: false; culprit: string };

/** R09 is no end and R10 is about an earlier line: both say that the outcome is still to be asked for (DOMAIN §3.3). */
const UNKNOWN: ReadonlySet<ReturnCode> = new Set(['R09', 'R10']);

/**
 * What the results change. Lines answered before are passed over when the bank repeats itself; not ok, with the line's
 * reference, when it contradicts itself, names a line that is not in the file, or another amount.
 */
export function sortAnswers(lines: readonly Payment[], results: readonly ItemResult[]): Sorted {
  const byRef = new Map<string, Payment>(lines.map((line) => [line.id, line]));
  const settle: Answers['settle'][number][] = [];
  const reject: Answers['reject'][number][] = [];
  const loseTrack: Payment[] = [];
  const seen = new Set<string>();
  for (const { txnRef, amountFen, answer } of results) {
    const payment = byRef.get(txnRef);
    if (payment === undefined || payment.amountFen !== amountFen || seen.has(txnRef) || contradicts(payment, answer)) {
      return { ok: false, culprit: txnRef };
    }
    seen.add(txnRef);
    if (!isOpen(payment) || answer.result === 'pending') continue;
    if (answer.result === 'settled') settle.push({ payment, settledOn: answer.settledOn });
    else if (!UNKNOWN.has(answer.reason)) reject.push({ payment, reason: answer.reason });
    else if (payment.status === 'submitted') loseTrack.push(payment);
  }
  return { ok: true, value: { settle, reject, loseTrack } };
}

const isOpen = ({ status }: Payment): boolean => status === 'submitted' || status === 'unknown';

function contradicts({ status }: Payment, { result }: ItemAnswer): boolean {
  if (status === 'settled' || status === 'returned') return result !== 'settled';
  return status === 'rejected' && result !== 'rejected';
}

/** The bank would not take the file: no line of it was paid, and somebody must look why (R99). */
export const refuseAll = (lines: readonly Payment[]): Answers => ({
  settle: [],
  reject: lines.map((payment) => ({ payment, reason: 'R99' })),
  loseTrack: [],
});
