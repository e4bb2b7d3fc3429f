import { After, command, listOf, pageAfter, paged, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import { AgencyCode, DivisionCode, divisions, GrantId, LocalDate } from '@minzheng/types';
import type { Caller } from '@minzheng/types';
import { z } from 'zod';
import { existing } from '../adapters/existing.ts';
import type { Stores } from '../adapters/stores.ts';
import { EventTypes, giveGrant, GrantStatus, LegalBasis, revokeGrant } from '../domain/grant.ts';
import type { Grant } from '../domain/grant.ts';
import { ofAgency } from './agency.ts';

const terms = {
  agency: AgencyCode,
  divisionCode: DivisionCode,
  receives: EventTypes.default([]),
  sends: EventTypes.default([]),
  legalBasis: LegalBasis,
  validFrom: LocalDate,
  validTo: LocalDate.optional(),
};
const GrantView = z.strictObject({ grantId: GrantId, ...terms, status: GrantStatus });
const AS_SYSTEM = { cause: { viewer: 'system' } } as const;

/** What the desk lets other agencies receive and send. */
export function grantRoutes({ grants }: Stores): Route[] {
  return [
    command({
      path: '/grants',
      operationId: 'giveGrant',
      summary: 'Lets an agency receive public events, or send us events, on a legal basis',
      roles: ['agency-desk'],
      body: z.strictObject(terms),
      reply: { status: 201, body: GrantView },
      decide: async (tx, { body: { validTo, ...asked }, caller, at }) => {
        const id = GrantId.parse(tx.newId());
        const givenBy = officerFor(caller, asked.divisionCode);
        const wanted = { id, ...asked, ...(validTo !== undefined && { validTo }), givenBy };
        const grant = await tx.apply(grants, id, () => giveGrant(wanted, at), AS_SYSTEM);
        tx.audit({ action: 'grant.give', object: `grants/${id}`, purpose: 'data-sharing' });
        return viewOf(grant);
      },
    }),
    command({
      path: '/grants/:grantId/revoke',
      operationId: 'revokeGrant',
      summary: 'Ends a grant at once, also for what is on its way',
      roles: ['agency-desk'],
      params: z.strictObject({ grantId: GrantId }),
      reply: { status: 200, body: GrantView },
      decide: async (tx, { params: { grantId }, caller, at }) => {
        const decide = existing<Grant>('grant.not-found', (grant) => {
          officerFor(caller, grant.divisionCode);
          return revokeGrant(grant, at);
        });
        const grant = await tx.apply(grants, grantId, decide, AS_SYSTEM);
        tx.audit({ action: 'grant.revoke', object: `grants/${grantId}`, purpose: 'data-sharing' });
        return viewOf(grant);
      },
    }),
    query({
      path: '/grants',
      operationId: 'listGrants',
      summary: 'Grants; an agency sees its own',
      roles: ['agency-desk', 'agency-engineer'],
      query: z.strictObject({ agency: AgencyCode.optional(), after: After }),
      reply: { body: listOf(GrantView) },
      read: async ({ caller, query: { agency, after } }) =>
        paged(await grants.list('system', ofAgency(caller, agency), pageAfter(after)), viewOf),
    }),
  ];
}

/** The desk speaks for its own division only. Throws Refused. */
function officerFor({ staffNo, division }: Caller, of: DivisionCode): string {
  if (staffNo === undefined) throw new Refused({ code: 'auth.role-not-allowed' });
  if (division === undefined || !divisions.isWithin(of, division)) throw new Refused({ code: 'auth.outside-division' });
  return staffNo;
}

function viewOf({ id, agency, divisionCode, receives, sends, legalBasis, validFrom, validTo, status }: Grant) {
  return {
    grantId: id,
    agency,
    divisionCode,
    receives,
    sends,
    legalBasis,
    validFrom,
    ...(validTo !== undefined && { validTo }),
    status,
  };
}
