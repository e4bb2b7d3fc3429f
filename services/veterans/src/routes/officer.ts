import { Refused } from '@minzheng/store';
import type { AuditEntry, Transaction } from '@minzheng/store';
import type { Caller, PersonId, Role } from '@minzheng/types';
import type { Act } from '../domain/act.ts';

/** Who keeps the register and awards; the store narrows it to their division. */
export const OFFICERS: readonly Role[] = ['veterans-officer'];

/** Officers are compared by staff number, so a token without one may not act. */
export function actOf({ at }: Transaction, { staffNo }: Caller): Act {
  if (staffNo === undefined) throw new Refused({ code: 'auth.role-not-allowed' });
  return { by: staffNo, at };
}

interface Concerned {
  readonly id: string;
  readonly personId: PersonId;
}

/** What a change or a read of one record leaves in the audit. */
export const entryOf = (action: `${'veteran' | 'allowance'}.${string}`, { id, personId }: Concerned): AuditEntry => ({
  action,
  subjectPersonId: personId,
  object: `${action.split('.')[0]}/${id}`,
  purpose: 'veterans affairs',
});
