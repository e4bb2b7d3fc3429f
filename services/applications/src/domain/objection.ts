import {
  ApplicationId,
  decided,
  digestId,
  DivisionCode,
  Instant,
  ObjectionId,
  PersonId,
  refuse,
} from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';
import { StaffNo } from './segregation.ts';

const MAX_GROUNDS_LENGTH = 2_000;

/** 异议理由: what somebody says against a notice; sealed at rest, since it is about a household. */
export const Grounds = z.string().trim().min(1).max(MAX_GROUNDS_LENGTH);

/** 异议: an objection to a public notice, and whose it is: a resident's, or what an officer has taken down. */
export const Objection = z.strictObject({
  id: ObjectionId,
  applicationId: ApplicationId,
  applicantId: PersonId,
  divisionCode: DivisionCode,
  grounds: Grounds,
  filedAt: Instant,
  objectorId: PersonId.optional(),
  takenDownBy: StaffNo.optional(),
});
export type Objection = z.infer<typeof Objection>;

/** A resident objects to a notice once: the same person and case make the same objection. */
export const objectionIdOf = (applicationId: ApplicationId, objectorId: PersonId): ObjectionId =>
  ObjectionId.parse(digestId(['objection', applicationId, objectorId]));

export const fileObjection = (known: Objection | undefined, objection: Objection): Decision<Objection> =>
  known === undefined ? decided(objection) : refuse('application.objection-filed-already');
