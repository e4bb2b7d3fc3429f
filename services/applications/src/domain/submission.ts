import { divisions } from '@minzheng/types';
import type { DivisionCode, FieldError, PersonId } from '@minzheng/types';
import type { Member } from './application-state.ts';
import type { Facts } from './means-test/facts.ts';

const notInList = (pointer: string): FieldError => ({ pointer, code: 'field.not-in-list' });

/** Every wage and pension must be a member's: income of somebody else would be counted for the wrong household. */
export function strangersIn(facts: Facts, members: readonly Member[]): FieldError[] {
  const persons = new Set<string>(members.map(({ personId }) => personId));
  return (['wages', 'pensions'] as const).flatMap((kind) =>
    facts[kind].flatMap(({ personId }, i) =>
      persons.has(personId) ? [] : [notInList(`/facts/${kind}/${i}/personId`)],
    ),
  );
}

/** The applicant is the one 'self'; nobody stands in a household twice. */
export function householdErrors(members: readonly Member[], applicantId: PersonId): FieldError[] {
  const isApplicantMissing = !members.some(({ personId }) => personId === applicantId);
  const errors = members.flatMap(({ personId, relation }, i) => {
    const isFirst = members.findIndex((other) => other.personId === personId) === i;
    const isSelf = relation === 'self';
    return [
      ...(isFirst ? [] : [notInList(`/members/${i}/personId`)]),
      ...(isSelf === (personId === applicantId) ? [] : [notInList(`/members/${i}/relation`)]),
    ];
  });
  return isApplicantMissing ? [...errors, notInList('/members')] : errors;
}

/** An application goes to a street or town of this district, or to a community within one. */
export function divisionErrors(divisionCode: DivisionCode, district: DivisionCode): FieldError[] {
  const isHere = divisions.streetsOf(district).some(({ code }) => divisions.isWithin(divisionCode, code));
  return isHere ? [] : [notInList('/divisionCode')];
}
