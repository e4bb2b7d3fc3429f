import type { QueryRequest } from '@minzheng/http';
import type { AuditEntry } from '@minzheng/store';
import type { Caller, PersonId, Role } from '@minzheng/types';

/** Who may read what a person is owed and paid; the store narrows it to their division, or to themselves. */
export const PERSON_READERS: readonly Role[] = [
  'resident',
  'finance-maker',
  'finance-checker',
  'finance-releaser',
  'auditor',
];

/** Whether somebody acts for themselves only, and for no office. */
export const isOwnData = ({ roles }: Caller): boolean => roles.every((role) => role === 'resident');

/** What such a read leaves behind: whose data it was, where one person was asked for. */
export function personAudit(action: string, kind: string) {
  return ({ caller, query }: QueryRequest<unknown, { personId?: PersonId | undefined }>): AuditEntry => {
    const isOwn = isOwnData(caller);
    const personId = isOwn ? caller.personId : query.personId;
    return {
      action,
      object: personId === undefined ? `${kind}/list` : `${kind}/of-person`,
      purpose: isOwn ? 'own-data' : 'payment',
      ...(personId !== undefined && { subjectPersonId: personId }),
    };
  };
}
