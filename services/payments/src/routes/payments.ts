import { After, listOf, pageAfter, paged, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import {
  EntitlementId,
  Fen,
  LocalDate,
  PaymentId,
  PayRunId,
  Period,
  PersonId,
  ProgrammeCode,
  ReturnCode,
} from '@minzheng/types';
import type { Language } from '@minzheng/types';
import { z } from 'zod';
import type { Stores } from '../adapters/stores.ts';
import { Last4 } from '../domain/account.ts';
import { Payment, PaymentStatus } from '../domain/payment.ts';
import { reasonIn } from '../domain/return-words.ts';
import { personAudit, PERSON_READERS } from './person-audit.ts';

const PaymentView = z.strictObject({
  paymentId: PaymentId,
  payRunId: PayRunId,
  entitlementId: EntitlementId,
  personId: PersonId,
  programme: ProgrammeCode,
  period: Period,
  kind: Payment.shape.kind,
  amountFen: Fen,
  last4: Last4,
  status: PaymentStatus,
  settledOn: LocalDate.optional(),
  reason: ReturnCode.optional(),
  /** The reason as a resident reads it. */
  reasonText: z.string().optional(),
  returnedOn: LocalDate.optional(),
  replacesId: PaymentId.optional(),
});

/** Single sums, of a run or of a person. */
export function paymentRoutes({ payments }: Stores): Route[] {
  return [
    query({
      path: '/payments',
      operationId: 'listPayments',
      summary: 'Single sums of a pay run or of a person',
      roles: PERSON_READERS,
      query: z.strictObject({ payRunId: PayRunId.optional(), personId: PersonId.optional(), after: After }),
      reply: { body: listOf(PaymentView) },
      audit: personAudit('payment.read', 'payments'),
      read: async ({ caller, language, query: { payRunId, personId, after } }) => {
        const filter = { ...(payRunId !== undefined && { payRunId }), ...(personId !== undefined && { personId }) };
        return paged(await payments.list(caller, filter, pageAfter(after)), (payment) => viewOf(payment, language));
      },
    }),
  ];
}

function viewOf(payment: Payment, language: Language): z.input<typeof PaymentView> {
  const { id, payRunId, entitlementId, personId, programme, period, kind, amountFen, last4, status } = payment;
  const { settledOn, reason, returnedOn, replacesId } = payment;
  return {
    paymentId: id,
    payRunId,
    entitlementId,
    personId,
    programme,
    period,
    kind,
    amountFen,
    last4,
    status,
    ...(settledOn !== undefined && { settledOn }),
    ...(reason !== undefined && { reason, reasonText: reasonIn(reason, language) }),
    ...(returnedOn !== undefined && { returnedOn }),
    ...(replacesId !== undefined && { replacesId }),
  };
}
