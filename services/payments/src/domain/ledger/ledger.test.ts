import { describe, expect, test } from '@jest/globals';
import { fen } from '@minzheng/types';
import type { Fen } from '@minzheng/types';
import { at, emptyRun, fileOf, today } from '../../../test/samples.ts';
import { audits } from './audit.ts';
import type { Books } from './audit.ts';
import { BankReturn } from '../bank-return.ts';
import { QuotaGrant } from '../budget.ts';
import { replacementId } from '../reissue.ts';
import { entryFor, quotaGranted } from './entries.ts';
import type { Entry } from './entries.ts';
import { emptyLedgerAccount, post } from './ledger-account.ts';
import type { LedgerAccount } from './ledger-account.ts';
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
