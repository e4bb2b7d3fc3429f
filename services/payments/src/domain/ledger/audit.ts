import { fen } from '@minzheng/types';
import type { Fen } from '@minzheng/types';
import type { Budget } from '../budget.ts';
import type { BankReturn } from '../bank-return.ts';
import { isReissue, PAYABLE } from '../payment.ts';
import type { Payment } from '../payment.ts';
import type { PayRun } from '../pay-run.ts';
import { heldFen, isOfPriorYear, openFen } from '../recovery.ts';
import type { Recovery } from '../recovery.ts';
import type { RecoveryReceipt } from '../recovery-receipt.ts';
import { payableOf } from './chart.ts';
import type { LedgerAccountId } from './chart.ts';
import { balanceOf, emptyLedgerAccount } from './ledger-account.ts';
import type { LedgerAccount } from './ledger-account.ts';
import type { Posting, Transfer } from './transfer.ts';

/** Everything of one moment that must agree. */
export interface Books {
  readonly accounts: readonly LedgerAccount[];
  readonly transfers: readonly Transfer[];
  readonly payments: readonly Payment[];
  readonly runs: readonly PayRun[];
  readonly budgets: readonly Budget[];
  readonly returns: readonly BankReturn[];
  readonly recoveries: readonly Recovery[];
  readonly receipts: readonly RecoveryReceipt[];
}

/** Names the record at fault; undefined when all is well. */
type Audit = (books: Books) => string | undefined;

const sumOf = (postings: readonly Posting[], side: Posting['side']): Fen =>
  fen.sum(postings.filter((posting) => posting.side === side).map(({ amountFen }) => amountFen));

const balanceIn = (accounts: Books['accounts'], id: LedgerAccountId): Fen =>
  accounts.find((account) => account.id === id)?.balanceFen ?? fen.zero;

/** I1: each transfer balances, and so do all together. */
export const debitsEqualCredits: Audit = ({ transfers }) =>
  faulty('transfer', transfers.find(({ postings }) => sumOf(postings, 'debit') !== sumOf(postings, 'credit'))?.id);

/** I2 and I3: each balance is the fold of the account's postings, which are numbered without a gap. */
export const balancesEqualFolds: Audit = ({ accounts, transfers }) => {
  const postings = Map.groupBy(
    transfers.flatMap((transfer) => transfer.postings),
    ({ account }) => account,
  );
  const kept = new Map(accounts.map((account) => [account.id, account]));
  const ids = [...new Set<LedgerAccountId>([...kept.keys(), ...postings.keys()])];
  return faulty(
    'account',
    ids.find((id) => !isFold(kept.get(id) ?? emptyLedgerAccount(id), postings.get(id) ?? [])),
  );
};

function isFold(account: LedgerAccount, postings: readonly Posting[]): boolean {
  const inOrder = postings.toSorted((a, b) => a.seq - b.seq);
  const debitFen = sumOf(postings, 'debit');
  const creditFen = sumOf(postings, 'credit');
  const isGapFree = account.postings === postings.length && inOrder.every(({ seq }, i) => seq === i + 1);
  const isSum = account.debitFen === debitFen && account.creditFen === creditFen;
  const balance = balanceOf(account.id, debitFen, creditFen);
  const isLast = (inOrder.at(-1)?.balanceFen ?? fen.zero) === balance;
  return isGapFree && isSum && isLast && account.balanceFen === balance;
}

/** I4: nothing is below its floor. */
export const nothingBelowFloor: Audit = ({ accounts }) =>
  faulty('account', accounts.find(({ balanceFen }) => balanceFen < 0)?.id);

/** DOMAIN §3.5: what is payable for a programme is the sum of its lines that the bank has not answered for; a re-issue lies in suspense. */
export const payablesEqualOpenLines: Audit = ({ accounts, payments }) => {
  const open = Map.groupBy(
    payments.filter((payment) => PAYABLE.includes(payment.status) && !isReissue(payment)),
    ({ programme }) => payableOf(programme),
  );
  const payables = accounts.filter(({ id }) => id.startsWith('240'));
  const wrong = payables.find(({ id, balanceFen }) => {
    return fen.sum((open.get(id) ?? []).map(({ amountFen }) => amountFen)) !== balanceFen;
  });
  const missing = [...open.keys()].find((id) => !payables.some((account) => account.id === id));
  return faulty('account', wrong?.id ?? missing);
};

const isFailed = ({ status }: Payment): boolean => status === 'rejected' || status === 'returned';

/**
 * DOMAIN §3.5: suspense is what was rejected or returned, until a replacement has come to an end of its own, and what was repaid
 * for a payment that was returned as well.
 */
export const suspenseEqualsUnreplaced: Audit = ({ accounts, payments, recoveries }) => {
  const ended = payments.filter((payment) => payment.status === 'settled' || isFailed(payment));
  const replaced = new Set(ended.map(({ replacesId }) => replacesId));
  const waiting = payments.filter((payment) => isFailed(payment) && !replaced.has(payment.id));
  const sum = fen.sum([...waiting.map(({ amountFen }) => amountFen), ...recoveries.map(heldFen)]);
  return faulty('account', balanceIn(accounts, '2501') === sum ? undefined : '2501');
};

/** I5: a replacement pays the sum of one failed payment to the same person again, and no payment is replaced twice. */
export const replacementsFit: Audit = ({ payments }) => {
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const replacements = payments.filter(({ replacesId }) => replacesId !== undefined);
  const seen = new Set<string>();
  const wrong = replacements.find(({ replacesId, personId, amountFen }) => {
    const replaced = replacesId === undefined || seen.has(replacesId) ? undefined : byId.get(replacesId);
    if (replacesId !== undefined) seen.add(replacesId);
    return !(replaced && isFailed(replaced) && replaced.personId === personId && replaced.amountFen === amountFen);
  });
  return faulty('payment', wrong?.id);
};

/** What the bank has given back belongs to a payment that we know; otherwise somebody must look. */
export const returnsAreMatched: Audit = ({ returns }) =>
  faulty('return', returns.find(({ outcome }) => outcome === 'unmatched')?.id);

/** DOMAIN §3.5: what is receivable is what two officers have decided on and nobody has repaid. */
export const receivableEqualsOpenRecoveries: Audit = ({ accounts, recoveries }) =>
  faulty('account', balanceIn(accounts, '1231') === fen.sum(recoveries.map(openFen)) ? undefined : '1231');

/** DOMAIN §3.5: of what was spent in an earlier year the treasury is due what is decided on; the special account has what is repaid. */
export const treasuryEqualsPriorYearRecoveries: Audit = ({ accounts, recoveries }) => {
  const ofPriorYear = recoveries.filter(isOfPriorYear);
  const due = fen.sum(ofPriorYear.map((each) => fen.sub(fen.add(each.repaidFen, openFen(each)), heldFen(each))));
  const repaid = fen.sum(ofPriorYear.map(({ repaidFen }) => repaidFen));
  if (balanceIn(accounts, '2601') !== due) return faulty('account', '2601');
  return faulty('account', balanceIn(accounts, '1002') === repaid ? undefined : '1002');
};

/** PAY-8: each asks back one payment's own sum, of its payee, and none that the bank has given back; its receipts are what is repaid. */
export const recoveriesFit: Audit = ({ payments, recoveries, receipts }) => {
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const received = Map.groupBy(receipts, (receipt) => receipt.recoveryId);
  const wrong = recoveries.find((recovery) => {
    const { id, paymentId, personId, amountFen, repaidFen, status } = recovery;
    const payment = byId.get(paymentId);
    const isFitting = payment?.personId === personId && payment.amountFen === amountFen && repaidFen <= amountFen;
    const isPaid = payment?.status === 'settled' || (payment?.status === 'returned' && status === 'withdrawn');
    const isClosed = status === 'withdrawn' || (status === 'closed') === (repaidFen === amountFen);
    const sum = fen.sum((received.get(id) ?? []).map((receipt) => receipt.amountFen));
    return !(isFitting && isPaid && isClosed && sum === repaidFen);
  });
  const known = new Set(recoveries.map(({ id }) => id));
  const stray = receipts.find(({ recoveryId }) => !known.has(recoveryId));
  return faulty('recovery', wrong?.id) ?? faulty('receipt', stray?.id);
};

/** I7: the lines of a run are its control total, in number and in fen. */
export const linesEqualControlTotals: Audit = ({ runs, payments }) => {
  const lines = Map.groupBy(payments, ({ payRunId }) => payRunId);
  const wrong = runs.find((run) => {
    const drawn = lines.get(run.id) ?? [];
    return drawn.length !== run.count || fen.sum(drawn.map(({ amountFen }) => amountFen)) !== run.totalFen;
  });
  return faulty('pay run', wrong?.id);
};

/** I9: every posting has a cause and somebody behind it. */
export const postingsAreAccountedFor: Audit = ({ transfers }) =>
  faulty('transfer', transfers.find(({ actor, causeId }) => actor === '' || causeId === '')?.id);

/** I4: what was granted is in the ledger, what was spent has left it or is held for somebody else, what is reserved is on its way. */
export const budgetsEqualLedger: Audit = ({ accounts, budgets, payments, runs, recoveries }) => {
  const granted = fen.sum(accounts.filter(({ id }) => id.startsWith('4001')).map(({ balanceFen }) => balanceFen));
  const held = fen.sum(recoveries.filter((each) => !isOfPriorYear(each)).map(heldFen));
  const left = fen.sub(balanceIn(accounts, '1001'), held);
  const released = new Set(runs.filter(({ releasedBy }) => releasedBy !== undefined).map(({ id }) => id));
  const onTheWay = payments.filter(
    ({ payRunId, status }) => released.has(payRunId) && (status === 'planned' || PAYABLE.includes(status)),
  );
  const isTrue =
    fen.sum(budgets.map(({ grantedFen }) => grantedFen)) === granted &&
    fen.sum(budgets.map(({ spentFen }) => spentFen)) === fen.sub(granted, left) &&
    fen.sum(budgets.map(({ reservedFen }) => reservedFen)) === fen.sum(onTheWay.map(({ amountFen }) => amountFen));
  return faulty('budget', isTrue ? undefined : budgets.map(({ id }) => id).join(', ') || 'none');
};

/** The audits that /ops/verify runs, by the name it gives them. */
export const audits: Readonly<Record<string, Audit>> = {
  'ledger-debits-equal-credits': debitsEqualCredits,
  'ledger-balances-equal-folds': balancesEqualFolds,
  'ledger-nothing-below-floor': nothingBelowFloor,
  'ledger-payables-equal-open-lines': payablesEqualOpenLines,
  'ledger-suspense-equals-unreplaced': suspenseEqualsUnreplaced,
  'payments-replacements-fit': replacementsFit,
  'bank-returns-matched': returnsAreMatched,
  'ledger-postings-accounted-for': postingsAreAccountedFor,
  'ledger-receivable-equals-open-recoveries': receivableEqualsOpenRecoveries,
  'ledger-treasury-equals-prior-year-recoveries': treasuryEqualsPriorYearRecoveries,
  'recoveries-fit': recoveriesFit,
  'pay-run-lines-equal-control-totals': linesEqualControlTotals,
  'budget-equals-ledger': budgetsEqualLedger,
};

const faulty = (kind: string, id: string | undefined): string | undefined =>
  id === undefined ? undefined : `${kind} ${id}`;
