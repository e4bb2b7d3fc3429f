import { Refused } from '@minzheng/store';
import { personsOf, StaffNo } from '@minzheng/types';
import type { Caller, PersonId } from '@minzheng/types';

/** A resident's token speaks for a person only once the person is known. Throws Refused. */
export function ownPerson({ personId }: Caller): PersonId {
  if (personId === undefined) throw new Refused({ code: 'auth.not-yours' });
  return personId;
}

/** The same, with the ids from before a merge. Throws Refused. */
export function ownPersons(caller: Caller): readonly PersonId[] {
  ownPerson(caller);
  return personsOf(caller);
}

/** Staff are compared by staff number, so a token without one may do nothing here. Throws Refused. */
export function staffNoOf({ staffNo }: Caller): StaffNo {
  const read = StaffNo.safeParse(staffNo);
  if (!read.success) throw new Refused({ code: 'auth.role-not-allowed' });
  return read.data;
}
