import {
  decided,
  DivisionCode,
  Instant,
  LocalDate,
  PersonId,
  PersonMerged,
  PersonRegistered,
  refuse,
  StaffNo,
} from '@minzheng/types';
import type { Decision, ResidentId } from '@minzheng/types';
import { z } from 'zod';

/** Why two ids are one person. No free text: it would hold what belongs nowhere else. */
export const MergeReason = z.enum([
  /** 身份证号更正 */ 'id-number-corrected',
  /** 旧证号 */ 'earlier-id-number',
  /** 重复登记 */ 'registered-twice',
]);

/** 合并申请. */
export const Merge = z.strictObject({
  intoPersonId: PersonId,
  reason: MergeReason,
  proposedBy: StaffNo,
  proposedAt: Instant,
});
export type Merge = z.infer<typeof Merge>;

/** 人员: who somebody is. The resident ID and the name are sealed at rest and never leave this service but for a purpose. */
export const Person = z.strictObject({
  id: PersonId,
  residentId: z.string().length(18),
  name: z.string().min(1),
  /** The street whose counter first confirmed the person; the district until one has. */
  divisionCode: DivisionCode,
  registeredOn: LocalDate,
  /** 拟合并: what one officer has proposed and another has to confirm. */
  merge: Merge.optional(),
  /** 已合并: this id stands for another person's from here on. */
  mergedInto: PersonId.optional(),
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

/** 提出合并: `into` is the person that stays. A later proposal takes the place of the earlier. */
export function proposeMerge(person: Person, into: Person, merge: Omit<Merge, 'intoPersonId'>): Decision<Person> {
  if (person.id === into.id) return refuse('person.merge-with-itself');
  if (person.mergedInto !== undefined || into.mergedInto !== undefined) return refuse('person.merged-already');
  return decided({ ...person, merge: { ...merge, intoPersonId: into.id } });
}

/** 确认合并: by another officer. `into` is looked at again: it may have been merged meanwhile. */
export function confirmMerge(person: Person, into: Person, by: string): Decision<Person> {
  const { merge, ...rest } = person;
  if (merge === undefined || merge.intoPersonId !== into.id) return refuse('person.merge-not-proposed');
  if (merge.proposedBy === by) return refuse('person.merge-confirmed-by-its-proposer');
  if (into.mergedInto !== undefined) return refuse('person.merged-already');
  const { id: personId, divisionCode } = person;
  const data = { personId, intoPersonId: into.id };
  return decided(
    { ...rest, mergedInto: into.id },
    PersonMerged.of({ subject: personId, personId, divisionCode, data }),
  );
}

/** 不予合并: they are two people after all. */
export function rejectMerge({ merge, ...person }: Person): Decision<Person> {
  return merge === undefined ? refuse('person.merge-not-proposed') : decided(person);
}
