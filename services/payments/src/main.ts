import { outbound } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { defineService, run } from '@minzheng/service';
import { httpBank } from './adapters/bank.ts';
import { ledgerChecks } from './adapters/checks.ts';
import { delimitedFormat } from './adapters/delimited-format.ts';
import { openStores } from './adapters/stores.ts';
import type { Stores } from './adapters/stores.ts';
import { unitePersons } from './adapters/unite-persons.ts';
import { PaymentsSettings } from './config.ts';
import { approveFiles } from './jobs/approve-files.ts';
import { askReturns } from './jobs/ask-returns.ts';
import { drawRest } from './jobs/draw-rest.ts';
import { endAfterDeath } from './jobs/end-after-death.ts';
import { lapseRecoveries } from './jobs/lapse-recoveries.ts';
import { pollBank } from './jobs/poll-bank.ts';
import { queueFiles } from './jobs/queue-files.ts';
import { remindUnclaimed } from './jobs/remind-unclaimed.ts';
import { submitFile } from './jobs/submit-file.ts';
import { onAllowanceAwarded } from './reactions/allowance-awarded.ts';
import { onAllowanceEnded } from './reactions/allowance-ended.ts';
import { onCaseConfirmed } from './reactions/case-confirmed.ts';
import { onLifeEvent } from './reactions/life-event-received.ts';
import { accountRoutes } from './routes/accounts.ts';
import { budgetRoutes } from './routes/budget.ts';
import { entitlementRoutes } from './routes/entitlements.ts';
import { ledgerRoutes } from './routes/ledger.ts';
import { payRunRoutes } from './routes/pay-runs.ts';
import { paymentRoutes } from './routes/payments.ts';
import { recoveryDecisionRoutes } from './routes/recovery-decisions.ts';
import { recoveryRoutes } from './routes/recoveries.ts';
import { reissueRoutes } from './routes/reissues.ts';
import { taskRoutes } from './routes/tasks.ts';

/** The whole table, of what stands behind it; the contract is generated from it. */
export const routes = (stores: Stores): Route[] => [
  ...accountRoutes(stores),
  ...entitlementRoutes(stores),
  ...payRunRoutes(stores),
  ...paymentRoutes(stores),
  ...reissueRoutes(stores),
  ...recoveryRoutes(stores),
  ...recoveryDecisionRoutes(stores),
  ...budgetRoutes(stores),
  ...ledgerRoutes(stores),
  ...taskRoutes(stores),
];

/** From entitlement to settled payment: accounts, pay runs, bank files, and the ledger that proves them. */
export const payments = defineService({
  name: 'payments',
  settings: PaymentsSettings,
  migrations: new URL('../migrations/', import.meta.url),
  build: ({ settings, store, metrics, persons }) => {
    const stores = openStores(store, persons);
    const client = outbound({
      name: 'bank',
      baseUrl: settings.BANK_URL,
      headers: { authorization: `Bearer ${settings.BANK_TOKEN}` },
      metrics,
    });
    const side = { bank: httpBank(client), format: delimitedFormat, payerAccount: settings.PAYER_ACCOUNT };
    return {
      routes: routes(stores),
      reactions: [
        onCaseConfirmed(stores),
        onAllowanceAwarded(stores),
        onAllowanceEnded(stores),
        ...onLifeEvent(stores),
      ],
      jobs: [
        drawRest(stores),
        endAfterDeath(stores),
        approveFiles(stores),
        queueFiles(stores),
        submitFile(stores, side),
        pollBank(stores, side),
        askReturns(stores, side),
        remindUnclaimed(stores),
        lapseRecoveries(stores),
      ],
      unite: (tx, merged) => unitePersons(tx, stores, merged),
      checks: ledgerChecks(store, stores),
      status: () => ({ breakers: client.breakers() }),
      close: () => client.close(),
    };
  },
});

if (import.meta.main) await run(payments, process.env);
