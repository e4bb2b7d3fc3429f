import { After, listOf, pageAfter, paged, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import { PersonId, VeteranId } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { VeteranStatus } from '../domain/veteran.ts';
import { Limit } from './limit.ts';
import { entryOf, OFFICERS } from './officer.ts';
import { veteranView, VeteranView } from './veteran-view.ts';

export const readVeteran = ({ veterans }: Collections): Route =>
  query({
    path: '/veterans/:id',
    operationId: 'readVeteran',
    summary: 'One registration with its facts',
    roles: OFFICERS,
    params: z.strictObject({ id: VeteranId }),
    reply: { body: VeteranView },
    read: async ({ params, caller }) => {
      const veteran = await veterans.find(caller, params.id);
      if (veteran === undefined) throw new Refused({ code: 'veteran.not-found' });
      return veteranView(veteran);
    },
    audit: (_, view) => seen(view),
  });

/** Oldest first: what waits for a colleague is worked off from its top. */
export const listVeterans = ({ veterans }: Collections): Route =>
  query({
    path: '/veterans',
    operationId: 'listVeterans',
    summary: 'The register of one’s district',
    roles: OFFICERS,
    query: z.strictObject({
      status: VeteranStatus.optional(),
      personId: PersonId.optional(),
      after: After,
      limit: Limit,
    }),
    reply: { body: listOf(VeteranView) },
    read: async ({ query: { status, personId, after, limit }, caller }) => {
      const filter = { ...(status && { status }), ...(personId && { personId }) };
      return paged(await veterans.list(caller, filter, pageAfter(after, limit)), veteranView, limit);
    },
    audit: (_, { items }) => items.map(seen),
  });

const seen = ({ veteranId, personId }: z.input<typeof VeteranView>) =>
  entryOf('veteran.read', { id: veteranId, personId: PersonId.parse(personId) });
