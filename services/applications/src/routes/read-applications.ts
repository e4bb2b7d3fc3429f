import { query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import type { AuditEntry } from '@minzheng/store';
import { ApplicationId, PersonId } from '@minzheng/types';
import type { Caller, Role } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { ApplicationStatus } from '../domain/application-state.ts';
import { CaseView, caseView, isStaff } from './case-view.ts';
import { CaseParams } from './on-case.ts';

const readers: readonly Role[] = ['resident', 'street-officer', 'district-reviewer', 'district-decider', 'auditor'];

const DEFAULT_PAGE = 20;
const MAX_PAGE = 50;

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
      if (application === undefined) throw new Refused({ code: 'application.not-found' });
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
    query: z.strictObject({
      status: ApplicationStatus.optional(),
      limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE),
      after: ApplicationId.optional(),
    }),
    reply: { body: z.strictObject({ items: z.array(CaseView), next: ApplicationId.optional() }) },
    read: async ({ query: { status, limit, after }, caller, at }) => {
      const page = { limit, ...(after && { after: { id: after } }) };
      const found = await applications.list(caller, status ? { status } : {}, page);
      const last = found.at(limit - 1);
      return { items: found.map((one) => caseView(one, caller, at)), ...(last && { next: last.id }) };
    },
    audit: ({ caller }, { items }) => items.flatMap((view) => seen(caller, view) ?? []),
  });

type Shown = z.input<typeof CaseView>;

/** A resident who looks at their own case leaves no trace; an officer always does. */
function seen(caller: Caller, { applicationId, members }: Shown): AuditEntry | undefined {
  if (!isStaff(caller)) return undefined;
  const applicant = members.find(({ relation }) => relation === 'self');
  return {
    action: 'application.read',
    subjectPersonId: applicant && PersonId.parse(applicant.personId),
    object: `application/${applicationId}`,
    purpose: 'case handling',
  };
}
