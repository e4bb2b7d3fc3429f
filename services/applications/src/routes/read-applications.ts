import { query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import { ApplicationId } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { HouseholdStatus } from '../domain/application-state.ts';
import { CaseView, caseView } from './case-view.ts';
import { CaseParams } from './on-case.ts';
import { paged, readers, seen } from './reading.ts';

export const readApplication = ({ applications }: Collections): Route =>
  query({
    path: '/applications/:id',
    operationId: 'readApplication',
    summary: 'One application with its steps and, once decided, its calculation',
    roles: readers,
    params: CaseParams,
    reply: { body: CaseView },
    read: async ({ params, caller, at }) => {
      const application = await applications.find(caller, params.id);
      if (application === undefined || application.programme === 'TL_E')
        throw new Refused({ code: 'application.not-found' });
      return caseView(application, caller, at);
    },
    audit: ({ caller }, view) => seen(caller, view),
  });

/** Oldest first: the list of an office is worked off from its top. */
export const listApplications = ({ applications }: Collections): Route =>
  query({
    path: '/applications',
    operationId: 'listApplications',
    summary: 'One’s own applications, or those of one’s street or district',
    roles: readers,
    query: z.strictObject({ status: HouseholdStatus.optional(), ...paged }),
    reply: { body: z.strictObject({ items: z.array(CaseView), next: ApplicationId.optional() }) },
    read: async ({ query: { status, limit, after }, caller, at }) => {
      const page = { limit, ...(after && { after: { id: after } }) };
      const filter = { programme: { $ne: 'TL_E' as const }, ...(status && { status }) };
      const found = await applications.list(caller, filter, page);
      const last = found.at(limit - 1);
      return { items: found.map((one) => caseView(one, caller, at)), ...(last && { next: last.id }) };
    },
    audit: ({ caller }, { items }) => items.flatMap((view) => seen(caller, view) ?? []),
  });
