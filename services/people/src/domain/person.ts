import { decided, DivisionCode, LocalDate, PersonId, PersonRegistered } from '@minzheng/types';
import type { Decision, ResidentId } from '@minzheng/types';
import { z } from 'zod';

/** 人员: who somebody is. The resident ID and the name are sealed at rest and never leave this service but for a purpose. */
export const Person = z.strictObject({
  id: PersonId,
  residentId: z.string().length(18),
  name: z.string().min(1),
  /** The street whose counter first confirmed the person; the district until one has. */
  divisionCode: DivisionCode,
  registeredOn: LocalDate,
});
export type Person = z.infer<typeof Person>;

/** What somebody says of a person, read and normalised. */
export interface Identity {
  readonly residentId: ResidentId;
  readonly name: string;
}

export interface Registration {
  readonly id: PersonId;
  readonly identity: Identity;
  readonly divisionCode: DivisionCode;
  readonly on: LocalDate;
}

/** A person seen for the first time; others learn the random personId and nothing else. */
export function register({ id, identity, divisionCode, on }: Registration): Decision<Person> {
  const person: Person = { id, ...identity, divisionCode, registeredOn: on };
  return decided(person, PersonRegistered.of({ subject: id, personId: id, divisionCode, data: { personId: id } }));
}

/** True when the name is that of the person whose ID number was given. */
export const isSamePerson = (person: Person, { name }: Identity): boolean => person.name === name;

/** The first street that confirms a person known to the district alone takes care of them from then on. */
export function confirmAt(person: Person, divisionCode: DivisionCode): Decision<Person> {
  const isNarrower = divisionCode.length > person.divisionCode.length && divisionCode.startsWith(person.divisionCode);
  return decided(isNarrower ? { ...person, divisionCode } : person);
}
