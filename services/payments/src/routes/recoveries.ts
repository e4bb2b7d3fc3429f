import { After, listOf, pageAfter, paged, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import { PersonId, RecoveryId } from '@minzheng/types';
import { z } from 'zod';
import type { Stores } from '../adapters/stores.ts';
import { RecoveryStatus } from '../domain/recovery.ts';
import { isOwnData, personAudit, PERSON_READERS } from './person-audit.ts';
import { ReceiptView, receiptView, RecoveryView, recoveryView } from './recovery-view.ts';

/** Instalments shown with one recovery, the earliest references first. */
const MAX_RECEIPTS = 100;

/** 追缴: what is asked back, of whom, and how far it has got. */
export function recoveryRoutes({ recoveries, receipts }: Stores): Route[] {
  return [
    query({
      path: '/recoveries',
      operationId: 'listRecoveries',
      summary: 'Sums that are asked back, of a person or in a status',
      roles: PERSON_READERS,
      query: z.strictObject({ personId: PersonId.optional(), status: RecoveryStatus.optional(), after: After }),
      reply: { body: listOf(RecoveryView) },
      audit: personAudit('recovery.read', 'recoveries'),
      read: async ({ caller, query: { personId, status, after } }) => {
        const filter = { ...(personId !== undefined && { personId }), ...(status !== undefined && { status }) };
        return paged(await recoveries.list(caller, filter, pageAfter(after)), recoveryView);
      },
    }),
    query({
      path: '/recoveries/:id',
      operationId: 'getRecovery',
      summary: 'One sum that is asked back, with what has come in for it',
      roles: PERSON_READERS,
      params: z.strictObject({ id: RecoveryId }),
      reply: { body: RecoveryView.extend({ receipts: z.array(ReceiptView) }) },
      audit: ({ caller, params }, { personId }) => ({
        action: 'recovery.read',
        object: `recoveries/${params.id}`,
        purpose: isOwnData(caller) ? 'own-data' : 'payment',
        subjectPersonId: PersonId.parse(personId),
      }),
      read: async ({ caller, params: { id } }) => {
        const recovery = await recoveries.find(caller, id);
        if (recovery === undefined) throw new Refused({ code: 'recovery.not-found' });
        const received = await receipts.list(caller, { recoveryId: id }, { limit: MAX_RECEIPTS });
        return { ...recoveryView(recovery), receipts: received.map(receiptView) };
      },
    }),
  ];
}
