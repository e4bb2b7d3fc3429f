import type { MergedPersons } from '@minzheng/service';
import type { Journal, Repository, Store } from '@minzheng/store';
import { Account } from '../domain/account.ts';
import { BankFile } from '../domain/bank-file.ts';
import { BankReturn, ReturnWatch } from '../domain/bank-return.ts';
import { Budget, QuotaGrant } from '../domain/budget.ts';
import { Death } from '../domain/death.ts';
import { DeskTask } from '../domain/desk-task.ts';
import { Entitlement } from '../domain/entitlement.ts';
import { LedgerAccount } from '../domain/ledger/ledger-account.ts';
import { Transfer } from '../domain/ledger/transfer.ts';
import { PayRun } from '../domain/pay-run.ts';
import { Payment } from '../domain/payment.ts';
import { Recovery } from '../domain/recovery.ts';
import { RecoveryReceipt } from '../domain/recovery-receipt.ts';
import { Reissue } from '../domain/reissue.ts';

/** Everything this service keeps, one collection each. The ledger is the whole district's and reached through its own routes only. */
export interface Stores {
  readonly accounts: Repository<Account>;
  readonly entitlements: Repository<Entitlement>;
  readonly payRuns: Repository<PayRun>;
  readonly bankFiles: Repository<BankFile>;
  readonly payments: Repository<Payment>;
  readonly reissues: Repository<Reissue>;
  readonly bankReturns: Repository<BankReturn>;
  readonly returnWatch: Repository<ReturnWatch>;
  readonly budgets: Repository<Budget>;
  readonly quotaGrants: Repository<QuotaGrant>;
  readonly tasks: Repository<DeskTask>;
  readonly deaths: Repository<Death>;
  readonly recoveries: Repository<Recovery>;
  readonly receipts: Repository<RecoveryReceipt>;
  readonly ledgerAccounts: Repository<LedgerAccount>;
  readonly transfers: Journal<Transfer>;
  /** Which ids are one person. */
  readonly persons: MergedPersons;
}

const ofPerson = {
  scope: ({ divisionCode, personId }: Pick<Payment, 'divisionCode' | 'personId'>) => ({
    division: divisionCode,
    personId,
  }),
  scopeFields: { division: 'divisionCode', personId: 'personId' },
} as const;

const ofDivision = {
  scope: ({ divisionCode }: Pick<PayRun, 'divisionCode'>) => ({ division: divisionCode }),
  scopeFields: { division: 'divisionCode' },
} as const;

/** Declares the collections; the indexes are the migrations' business. */
export function openStores(store: Store, persons: MergedPersons): Stores {
  return {
    accounts: store.repository({
      collection: 'accounts',
      state: Account,
      scope: ({ personId }) => ({ personId }),
      scopeFields: { personId: 'personId' },
      sealed: {
        personOf: ({ personId }) => personId,
        fields: ['accountNumber', 'holderName'],
        blind: ['accountNumber'],
      },
    }),
    entitlements: store.repository({ collection: 'entitlements', state: Entitlement, ...ofPerson }),
    payRuns: store.repository({ collection: 'pay_runs', state: PayRun, ...ofDivision }),
    bankFiles: store.repository({ collection: 'bank_files', state: BankFile, ...ofDivision }),
    payments: store.repository({ collection: 'payments', state: Payment, ...ofPerson }),
    reissues: store.repository({ collection: 'reissues', state: Reissue, ...ofPerson }),
    bankReturns: store.repository({ collection: 'bank_returns', state: BankReturn }),
    returnWatch: store.repository({ collection: 'return_watch', state: ReturnWatch }),
    budgets: store.repository({ collection: 'budgets', state: Budget, ...ofDivision }),
    quotaGrants: store.repository({ collection: 'quota_grants', state: QuotaGrant, ...ofDivision }),
    tasks: store.repository({ collection: 'desk_tasks', state: DeskTask, ...ofPerson }),
    deaths: store.repository({ collection: 'deaths', state: Death }),
    recoveries: store.repository({
      collection: 'recoveries',
      state: Recovery,
      ...ofPerson,
      sealed: { personOf: ({ personId }) => personId, fields: ['answer'] },
    }),
    receipts: store.repository({ collection: 'recovery_receipts', state: RecoveryReceipt, ...ofPerson }),
    ledgerAccounts: store.repository({ collection: 'ledger_accounts', state: LedgerAccount }),
    transfers: store.journal({ collection: 'ledger_transfers', record: Transfer }),
    persons,
  };
}
