import { After, listOf, pageAfter, paged, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import { PersonId, VeteranId } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { AllowanceStatus } from '../domain/allowance.ts';
import { Limit } from './limit.ts';
import { allowanceView, AllowanceView } from './allowance-view.ts';
import { entryOf, OFFICERS } from './officer.ts';
import { AllowanceParams } from './on-allowance.ts';

export const readAllowance = ({ allowances }: Collections): Route =>
  query({
    path: '/allowances/:id',
    operationId: 'readAllowance',
    summary: 'One allowance with its calculation',
    roles: OFFICERS,
    params: AllowanceParams,
    reply: { body: AllowanceView },
    read: async ({ params, caller }) => {
      const allowance = await allowances.find(caller, params.id);
      if (allowance === undefined) throw new Refused({ code: 'allowance.not-found' });
      return allowanceView(allowance);
    },
    audit: (_, view) => seen(view),
  });

/** Oldest first: what waits for approval is worked off from its top. */
export const listAllowances = ({ allowances }: Collections): Route =>
  query({
    path: '/allowances',
    operationId: 'listAllowances',
    summary: 'The allowances of one’s district',
    roles: OFFICERS,
    query: z.strictObject({
      status: AllowanceStatus.optional(),
      veteranId: VeteranId.optional(),
      after: After,
      limit: Limit,
    }),
    reply: { body: listOf(AllowanceView) },
    read: async ({ query: { status, veteranId, after, limit }, caller }) => {
      const filter = { ...(status && { status }), ...(veteranId && { veteranId }) };
      return paged(await allowances.list(caller, filter, pageAfter(after, limit)), allowanceView, limit);
    },
    audit: (_, { items }) => items.map(seen),
  });

const seen = ({ allowanceId, personId }: z.input<typeof AllowanceView>) =>
  entryOf('allowance.read', { id: allowanceId, personId: PersonId.parse(personId) });
