import type { DueJob } from '@minzheng/service';
import type { Transaction } from '@minzheng/store';
import { decided, PersonId } from '@minzheng/types';
import type { Period } from '@minzheng/types';
import { existing } from '../adapters/existing.ts';
import { recoverPaidAfterDeath } from '../adapters/recover-paid-after-death.ts';
import type { Stores } from '../adapters/stores.ts';
import {
  END_AFTER_DEATH,
  endAtDeath,
  lastMonthOf,
  openPaidAfterDeath,
  OUT_OR_ON_ITS_WAY,
  paidAfterDeathId,
} from '../domain/death.ts';
import type { Payment } from '../domain/payment.ts';

/** More than one person can be owed or paid. */
const MOST = 1_000;

/** Ends everything a dead person is owed with the month of the death, names what goes beyond it and asks back what was paid, in one commit. */
export function endAfterDeath(stores: Stores): DueJob {
  return {
    type: 'due',
    kind: END_AFTER_DEATH,
    run: async ({ kind, subject }, { store, cause }) => {
      const personId = PersonId.parse(subject);
      await store.commit(cause, async (tx) => {
        tx.unschedule(kind, subject);
        const death = await tx.find(stores.deaths, personId);
        if (death === undefined) return;
        await endEntitlements(tx, stores, personId, lastMonthOf(death));
        const beyond = await paidBeyond(tx, stores, personId, lastMonthOf(death));
        await recoverPaidAfterDeath(
          tx,
          stores,
          beyond.filter(({ status }) => status === 'settled'),
        );
      });
    },
  };
}

async function endEntitlements(
  tx: Transaction,
  { entitlements, persons }: Stores,
  personId: PersonId,
  lastMonth: Period,
): Promise<void> {
  for (const { id } of await tx.list(entitlements, { personId: { $in: persons.allOf(personId) } }, { limit: MOST })) {
    await tx.apply(
      entitlements,
      id,
      existing('request.not-found', (entitlement) => endAtDeath(entitlement, lastMonth)),
    );
  }
}

/** What has left cannot be called back from here, and what is in a run would change what others have put their names to. */
async function paidBeyond(
  tx: Transaction,
  { payments, tasks, persons }: Stores,
  personId: PersonId,
  lastMonth: Period,
): Promise<Payment[]> {
  const beyond = {
    personId: { $in: persons.allOf(personId) },
    period: { $gt: lastMonth },
    status: { $in: OUT_OR_ON_ITS_WAY },
  };
  const found = await tx.list(payments, beyond, { limit: MOST });
  for (const payment of found) {
    await tx.apply(tasks, paidAfterDeathId(payment), (known) => openPaidAfterDeath(known, payment, tx.at));
    // Written as it was: whoever settles or returns it at this moment has to look again, and sees the death.
    await tx.apply(payments, payment.id, existing('payment.nothing-to-replace', decided));
  }
  return found;
}
