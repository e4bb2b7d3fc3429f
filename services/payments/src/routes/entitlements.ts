import { After, listOf, pageAfter, paged, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { EntitlementId, EntitlementOrigin, Fen, Period, PersonId, ProgrammeCode } from '@minzheng/types';
import { z } from 'zod';
import type { Stores } from '../adapters/stores.ts';
import { EntitlementStatus } from '../domain/entitlement.ts';
import type { Entitlement } from '../domain/entitlement.ts';
import { personAudit, PERSON_READERS } from './person-audit.ts';

const EntitlementView = z.strictObject({
  entitlementId: EntitlementId,
  origin: EntitlementOrigin,
  personId: PersonId,
  programme: ProgrammeCode,
  monthlyFen: Fen,
  oneOffFen: Fen.optional(),
  from: Period,
  until: Period.optional(),
  status: EntitlementStatus,
  sample: z.boolean(),
});

/** What is owed every month or once, to whoever may see it. */
export function entitlementRoutes({ entitlements }: Stores): Route[] {
  return [
    query({
      path: '/entitlements',
      operationId: 'listEntitlements',
      summary: 'Sums owed every month, or once',
      roles: PERSON_READERS,
      query: z.strictObject({ personId: PersonId.optional(), after: After }),
      reply: { body: listOf(EntitlementView) },
      audit: personAudit('entitlement.read', 'entitlements'),
      read: async ({ caller, query: { personId, after } }) => {
        const filter = personId === undefined ? {} : { personId };
        return paged(await entitlements.list(caller, filter, pageAfter(after)), viewOf);
      },
    }),
  ];
}

function viewOf({ id, origin, personId, programme, monthlyFen, oneOffFen, from, until, status, sample }: Entitlement) {
  return {
    entitlementId: id,
    origin,
    personId,
    programme,
    monthlyFen,
    ...(oneOffFen !== undefined && { oneOffFen }),
    from,
    ...(until !== undefined && { until }),
    status,
    sample,
  };
}
