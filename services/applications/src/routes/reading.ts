import type { AuditEntry } from '@minzheng/store';
import { ApplicationId, PersonId } from '@minzheng/types';
import type { Caller, Role } from '@minzheng/types';
import { z } from 'zod';
import type { Members } from '../domain/application-state.ts';
import { isStaff } from './case-view.ts';

export const readers: readonly Role[] = [
  'resident',
  'street-officer',
  'district-reviewer',
  'district-decider',
  'auditor',
];

const DEFAULT_PAGE = 20;
const MAX_PAGE = 50;

/** A page of a list goes on after the last id of the one before. */
export const paged = {
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE),
  after: ApplicationId.optional(),
};

interface Shown {
  readonly applicationId: string;
  readonly members: z.input<typeof Members>;
}

/** A resident who looks at their own case leaves no trace; an officer always does. */
export function seen(caller: Caller, { applicationId, members }: Shown): AuditEntry | undefined {
  if (!isStaff(caller)) return undefined;
  const applicant = members.find(({ relation }) => relation === 'self');
  return {
    action: 'application.read',
    subjectPersonId: applicant && PersonId.parse(applicant.personId),
    object: `application/${applicationId}`,
    purpose: 'case handling',
  };
}
