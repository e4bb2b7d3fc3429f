import { query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import { ApplicationId } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { ReliefStatus } from '../domain/application-state.ts';
import { CaseParams } from './on-case.ts';
import { paged, readers, seen } from './reading.ts';
import { ReliefView, reliefView } from './relief-view.ts';

export const readEmergency = ({ applications }: Collections): Route =>
  query({
    path: '/emergencies/:id',
    operationId: 'readEmergency',
    summary: 'One emergency with its steps and, once decided, its calculation',
    roles: readers,
    params: CaseParams,
    reply: { body: ReliefView },
    read: async ({ params, caller, at }) => {
      const application = await applications.find(caller, params.id);
      if (application?.programme !== 'TL_E') throw new Refused({ code: 'application.not-found' });
      return reliefView(application, caller, at);
    },
    audit: ({ caller }, view) => seen(caller, view),
  });

/** Oldest first: whoever has waited longest stands at the top. */
export const listEmergencies = ({ applications }: Collections): Route =>
  query({
    path: '/emergencies',
    operationId: 'listEmergencies',
    summary: 'One’s own emergencies, or those of one’s street or district',
    roles: readers,
    query: z.strictObject({ status: ReliefStatus.optional(), ...paged }),
    reply: { body: z.strictObject({ items: z.array(ReliefView), next: ApplicationId.optional() }) },
    read: async ({ query: { status, limit, after }, caller, at }) => {
      const page = { limit, ...(after && { after: { id: after } }) };
      const filter = { programme: 'TL_E' as const, ...(status && { status }) };
      const found = await applications.list(caller, filter, page);
      const last = found.at(limit - 1);
      return { items: found.map((one) => reliefView(one, caller, at)), ...(last && { next: last.id }) };
    },
    audit: ({ caller }, { items }) => items.flatMap((view) => seen(caller, view) ?? []),
  });
