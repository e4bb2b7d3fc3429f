import { describe, expect, test } from '@jest/globals';
import { fen, LocalDate } from '@minzheng/types';
import type { Fen } from '@minzheng/types';
import { at, emptyRun, fileOf, today } from '../../../test/samples.ts';
import { audits } from './audit.ts';
import type { Books } from './audit.ts';
import { BankReturn } from '../bank-return.ts';
import { QuotaGrant } from '../budget.ts';
import type { Payment } from '../payment.ts';
import { RecoveryReceipt } from '../recovery-receipt.ts';
import { noticeRecovery } from '../recovery.ts';
import type { Recovery } from '../recovery.ts';
import { replacementId } from '../reissue.ts';
import { entryFor, quotaGranted } from './entries.ts';
import type { Entry } from './entries.ts';
import { emptyLedgerAccount, post } from './ledger-account.ts';
import type { LedgerAccount } from './ledger-account.ts';
import { decisionOn, endOf, receiptOf } from './recovery-entries.ts';
import { transferOf } from './transfer.ts';
import type { Transfer } from './transfer.ts';

interface Ledger {
  readonly accounts: ReadonlyMap<string, LedgerAccount>;
  readonly transfers: readonly Transfer[];
}

const grant = QuotaGrant.parse({
  id: 'q-1',
  divisionCode: '330302',
  amountFen: 1_000_00,
  source: 'district',
  grantedBy: 'FM-1',
  grantedAt: at,
});

function posted(account: LedgerAccount, side: 'debit' | 'credit', amountFen: Fen): LedgerAccount {
  const decision = post(account, side, amountFen);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.state;
}

function booked(ledger: Ledger, entry: Entry): Ledger {
  const accounts = new Map(ledger.accounts);
  const side = (id: Entry['debit'], of: 'debit' | 'credit'): LedgerAccount => {
    const after = posted(accounts.get(id) ?? emptyLedgerAccount(id), of, entry.amountFen);
    accounts.set(id, after);
    return after;
  };
  const after = { debit: side(entry.debit, 'debit'), credit: side(entry.credit, 'credit') };
  return { accounts, transfers: [...ledger.transfers, transferOf(entry, after, { actor: 'FC-1', at })] };
}

const bookAll = (...entries: Entry[]): Ledger => entries.reduce(booked, { accounts: new Map(), transfers: [] });
const yuan = (n: number): Fen => fen.of(n * 100);
const balances = ({ accounts }: Ledger) =>
  Object.fromEntries([...accounts].map(([id, { balanceFen }]) => [id, balanceFen]));

describe('P3: lines of 100.00 and 200.00 approved, the first paid, the second not', () => {
  const begun = [quotaGranted(grant), ...entryFor('roll-approved', 'f-1', 'DB', yuan(300))];
  const expected = { '1001': 900_00, '2401.DB': 0, '2501': 200_00, '4001.district': 1_000_00, '5001.DB': 300_00 };

  test('rejected by the bank: payable 0, suspense 200.00, quota −100.00', () => {
    const paid = entryFor('paid', 'f-1-1', 'DB', yuan(100));
    const rejected = entryFor('rejected', 'f-1-1', 'DB', yuan(200));
    expect(balances(bookAll(...begun, ...paid, ...rejected))).toEqual(expected);
  });

  test('the second paid again from suspense: nothing is left in it, and the quota is lower by both', () => {
    const paid = entryFor('paid', 'f-1-1', 'DB', yuan(100));
    const rejected = entryFor('rejected', 'f-1-1', 'DB', yuan(200));
    const again = entryFor('reissue-paid', 'f-2-1', 'DB', yuan(200));
    const after = { ...expected, '1001': 700_00, '2501': 0 };
    expect(balances(bookAll(...begun, ...paid, ...rejected, ...again))).toEqual(after);
  });

  test('paid and then returned: the same', () => {
    const paid = entryFor('paid', 'f-1-1', 'DB', yuan(300));
    const returned = entryFor('returned', 'r-1', 'DB', yuan(200));
    expect(balances(bookAll(...begun, ...paid, ...returned))).toEqual(expected);
  });
});

const oldLine = (period: string, settledOn: string) => {
  const [line] = fileOf(50_00).lines;
  if (line === undefined) throw new Error('a line was drawn');
  return { ...line, programme: 'OLD', period, status: 'settled', settledOn } as Payment;
};

function asDecided(payment: Payment, decidedOn: string): Recovery {
  const noticed = noticeRecovery('paid-after-death', payment, { sample: true, today });
  if (!noticed.ok) throw new Error(noticed.refusal.code);
  return { ...noticed.state, status: 'decided', decidedOn: LocalDate.parse(decidedOn) };
}

const receiptFor = ({ id, personId, divisionCode }: Recovery, reference: string, amountFen: Fen): RecoveryReceipt =>
  RecoveryReceipt.parse({
    id: reference,
    recoveryId: id,
    personId,
    divisionCode,
    amountFen,
    receivedOn: today,
    recordedBy: 'FM-1',
    recordedAt: at,
  });

describe('E39: 50.00 a month paid for May, June and July, of which only May is due', () => {
  const paid = [
    quotaGranted(grant),
    ...['5', '6', '7'].flatMap((n) => [
      ...entryFor('roll-approved', `f-${n}`, 'OLD', yuan(50)),
      ...entryFor('paid', `f-${n}-1`, 'OLD', yuan(50)),
    ]),
  ];
  const [june, july] = [
    asDecided(oldLine('2026-06', '2026-06-10'), '2026-07-30'),
    asDecided(oldLine('2026-07', '2026-07-10'), '2026-07-30'),
  ];
  const decisions = [...decisionOn(june), ...decisionOn(july)];
  const begun = { '1001': 850_00, '2402.OLD': 0, '4001.district': 1_000_00, '5002.OLD': 150_00 };

  test('decided: 100.00 are receivable, and May alone is spent', () => {
    expect(balances(bookAll(...paid, ...decisions))).toEqual({ ...begun, '1231': 100_00, '5002.OLD': 50_00 });
  });

  test('repaid, June at once and July as 20.00 and 30.00: nothing is receivable, the quota is lower by May alone', () => {
    const receipts = [
      ...receiptOf(june, receiptFor(june, 'b-1', yuan(50))),
      ...receiptOf(july, receiptFor(july, 'b-2', yuan(20))),
      ...receiptOf(july, receiptFor(july, 'b-3', yuan(30))),
    ];
    expect(balances(bookAll(...paid, ...decisions, ...receipts))).toEqual({
      ...begun,
      '1001': 950_00,
      '1231': 0,
      '5002.OLD': 50_00,
    });
  });

  test('July comes back from the bank after 20.00 were repaid: it is spent as before, and the 20.00 are held for who repaid them', () => {
    const instalment = receiptOf(july, receiptFor(july, 'b-2', yuan(20)));
    const end = endOf({ ...july, repaidFen: yuan(20) });
    expect(balances(bookAll(...paid, ...decisions, ...instalment, ...end))).toEqual({
      ...begun,
      '1001': 870_00,
      '1231': 50_00,
      '2501': 20_00,
      '5002.OLD': 100_00,
    });
  });

  test('decided in the year after, it belongs to the treasury and not to this year’s quota', () => {
    const late = asDecided(oldLine('2026-07', '2026-07-10'), '2027-01-15');
    const received = receiptOf(late, receiptFor(late, 'b-4', yuan(20)));
    expect(balances(bookAll(...paid, ...decisionOn(late), ...received))).toEqual({
      ...begun,
      '1002': 20_00,
      '1231': 30_00,
      '2601': 50_00,
    });
  });

  test('before the decision nothing is booked, so nothing is booked back', () => {
    expect(endOf({ ...june, status: 'proposed' })).toEqual([]);
  });
});

describe('booking', () => {
  test.each([
    ['assistance', 'DB', '5001.DB', '2401.DB'],
    ['welfare', 'OLD', '5002.OLD', '2402.OLD'],
    ['veterans’ living', 'VET_LIVING', '5003.VET_LIVING', '2403.VET_LIVING'],
    ['veterans’ nursing', 'VET_NURSING', '5003.VET_NURSING', '2403.VET_NURSING'],
  ] as const)('%s has accounts of its own', (_, programme, debit, credit) => {
    expect(entryFor('roll-approved', 'f-1', programme, yuan(50))).toMatchObject([{ debit, credit }]);
  });

  test('nothing is no entry', () => {
    expect(entryFor('paid', 'f-1-1', 'DB', fen.zero)).toEqual([]);
  });

  test('no balance goes below its floor (I4)', () => {
    const decision = post(emptyLedgerAccount('1001'), 'credit', yuan(1));
    expect(decision).toMatchObject({ ok: false, refusal: { code: 'pay-run.budget-exceeded' } });
  });
});

const altered = (transfer: Transfer, change: object): Transfer => ({
  ...transfer,
  postings: transfer.postings.map((posting, i) => (i === 0 ? { ...posting, ...change } : posting)),
});

describe('the audits', () => {
  const ledger = bookAll(quotaGranted(grant), ...entryFor('roll-approved', 'run-1-0001', 'DB', yuan(300)));
  const { lines } = fileOf(100_00, 200_00);
  const [failed, other] = lines;
  if (failed === undefined || other === undefined) throw new Error('two lines were drawn');
  const again = { ...failed, id: replacementId(failed), kind: 'RETURN', replacesId: failed.id } as const;
  const suspended = { ...emptyLedgerAccount('2501'), balanceFen: yuan(100) };
  const stranger = BankReturn.parse({
    id: '7',
    number: 7,
    txnRef: 'x',
    amountFen: 1,
    code: 'R03',
    returnedOn: today,
    outcome: 'booked',
  });
  const settled = { ...failed, status: 'settled', settledOn: today } as const;
  const asked = asDecided(settled, today);
  const repaid = receiptFor(asked, 'b-1', yuan(40));
  const books: Books = {
    accounts: [...ledger.accounts.values()],
    transfers: ledger.transfers,
    payments: lines.map((line) => ({ ...line, status: 'approved' })),
    runs: [emptyRun({ status: 'approved', count: 2, totalFen: 300_00 })],
    budgets: [
      {
        id: '330302',
        divisionCode: grant.divisionCode,
        grantedFen: yuan(1_000),
        reservedFen: fen.zero,
        spentFen: fen.zero,
      },
    ],
    returns: [],
    recoveries: [],
    receipts: [],
  };
  const [first, second] = ledger.transfers;
  if (first === undefined || second === undefined) throw new Error('two transfers were booked');
  const firstBy = (change: object) => ({ transfers: [altered(first, change), second] });
  const accountsBy = (id: string, change: object) => ({
    accounts: books.accounts.map((account) => (account.id === id ? { ...account, ...change } : account)),
  });

  test.each(Object.entries(audits))('%s holds for books in order', (_, audit) => {
    expect(audit(books)).toBeUndefined();
  });

  test.each<[string, string, Partial<Books>, string]>([
    [
      'ledger-debits-equal-credits',
      'an amount was altered',
      firstBy({ amountFen: yuan(999) }),
      'transfer quota-granted-q-1',
    ],
    ['ledger-balances-equal-folds', 'an amount was altered', firstBy({ amountFen: yuan(999) }), 'account 1001'],
    ['ledger-balances-equal-folds', 'a number is missing', firstBy({ seq: 2 }), 'account 1001'],
    ['ledger-balances-equal-folds', 'a transfer was deleted', { transfers: [first] }, 'account 5001.DB'],
    ['ledger-balances-equal-folds', 'an account was deleted', { accounts: books.accounts.slice(1) }, 'account 1001'],
    [
      'ledger-balances-equal-folds',
      'a balance was altered',
      accountsBy('1001', { balanceFen: yuan(2_000) }),
      'account 1001',
    ],
    [
      'ledger-nothing-below-floor',
      'a balance was altered',
      accountsBy('1001', { balanceFen: yuan(-1) }),
      'account 1001',
    ],
    [
      'ledger-payables-equal-open-lines',
      'a line was deleted',
      { payments: books.payments.slice(1) },
      'account 2401.DB',
    ],
    ['ledger-payables-equal-open-lines', 'the payable is not there', { accounts: [] }, 'account 2401.DB'],
    [
      'ledger-suspense-equals-unreplaced',
      'a rejection was not booked',
      { payments: [{ ...failed, status: 'rejected' }] },
      'account 2501',
    ],
    [
      'ledger-suspense-equals-unreplaced',
      'a replacement was settled without its entry',
      {
        accounts: [suspended],
        payments: [
          { ...failed, status: 'rejected' },
          { ...again, status: 'settled' },
        ],
      },
      'account 2501',
    ],
    [
      'payments-replacements-fit',
      'a settled payment is replaced',
      { payments: [{ ...failed, status: 'settled' }, again] },
      `payment ${again.id}`,
    ],
    [
      'payments-replacements-fit',
      'a payment is replaced twice',
      { payments: [{ ...failed, status: 'returned' }, again, { ...again, id: other.id }] },
      `payment ${other.id}`,
    ],
    [
      'payments-replacements-fit',
      'a replacement pays more',
      {
        payments: [
          { ...failed, status: 'returned' },
          { ...again, amountFen: yuan(101) },
        ],
      },
      `payment ${again.id}`,
    ],
    [
      'bank-returns-matched',
      'the bank has given back what was never ours',
      { returns: [{ ...stranger, outcome: 'unmatched' }] },
      'return 7',
    ],
    [
      'ledger-receivable-equals-open-recoveries',
      'a decision was not booked',
      { payments: [settled], recoveries: [asked] },
      'account 1231',
    ],
    [
      'ledger-treasury-equals-prior-year-recoveries',
      'a prior year’s decision was not booked',
      { recoveries: [{ ...asked, settledOn: LocalDate.parse('2025-12-10') }] },
      'account 2601',
    ],
    [
      'ledger-treasury-equals-prior-year-recoveries',
      'a prior year’s receipt was not booked',
      {
        accounts: [{ ...emptyLedgerAccount('2601'), balanceFen: yuan(100) }],
        recoveries: [{ ...asked, settledOn: LocalDate.parse('2025-12-10'), repaidFen: yuan(40) }],
      },
      'account 1002',
    ],
    [
      'recoveries-fit',
      'what the bank gave back is still asked for',
      { payments: [{ ...settled, status: 'returned' }], recoveries: [asked] },
      `recovery ${asked.id}`,
    ],
    [
      'recoveries-fit',
      'more is asked back than was paid',
      { payments: [settled], recoveries: [{ ...asked, amountFen: yuan(101) }] },
      `recovery ${asked.id}`,
    ],
    [
      'recoveries-fit',
      'a receipt does not count',
      { payments: [settled], recoveries: [asked], receipts: [repaid] },
      `recovery ${asked.id}`,
    ],
    [
      'ledger-suspense-equals-unreplaced',
      'what was repaid and then returned by the bank is not held',
      { recoveries: [{ ...asked, repaidFen: yuan(40), withdrawal: { reason: 'returned-by-bank', on: today } }] },
      'account 2501',
    ],
    ['recoveries-fit', 'a receipt belongs to nothing', { receipts: [repaid] }, 'receipt b-1'],
    [
      'ledger-postings-accounted-for',
      'nobody stands behind it',
      { transfers: [{ ...first, actor: '' }] },
      'transfer quota-granted-q-1',
    ],
    [
      'pay-run-lines-equal-control-totals',
      'a line was deleted',
      { payments: books.payments.slice(1) },
      'pay run run-1',
    ],
    [
      'budget-equals-ledger',
      'the budget was altered',
      { budgets: books.budgets.map((b) => ({ ...b, grantedFen: yuan(9) })) },
      'budget 330302',
    ],
    ['budget-equals-ledger', 'the budget was deleted', { budgets: [] }, 'budget none'],
  ])('%s names the culprit when %s', (name, _, change, culprit) => {
    expect(audits[name]?.({ ...books, ...change })).toBe(culprit);
  });
});
