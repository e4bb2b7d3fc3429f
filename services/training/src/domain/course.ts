import { decided, LicenceScope, next, refuse } from '@minzheng/types';
import type { Decision, Transitions } from '@minzheng/types';
import { z } from 'zod';

const MAX_TITLE = 100;
const MAX_HOURS = 400;
const FULL_SCORE = 100;
const MAX_VALIDITY_MONTHS = 120;

export const CourseCode = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,31}$/)
  .brand<'CourseCode'>();
export type CourseCode = z.infer<typeof CourseCode>;

/** What a certificate of the course lets its holder do, and for how long. */
export const CourseGrant = z.strictObject({
  scopes: z.array(LicenceScope).min(1).max(LicenceScope.options.length),
  validityMonths: z.int().min(1).max(MAX_VALIDITY_MONTHS),
});
export type CourseGrant = z.infer<typeof CourseGrant>;

export const CourseStatus = z.enum(['open', 'closed']);
export type CourseStatus = z.infer<typeof CourseStatus>;

/** A mark, 0 to 100. */
export const Score = z.int().min(0).max(FULL_SCORE);

/** 课程: what is taught, what it counts for and, for some, the licences it grants (DOMAIN §6). It does not change once it is announced. */
export const Course = z.strictObject({
  id: CourseCode,
  title: z.string().min(1).max(MAX_TITLE),
  /** 必修, 选修 */
  kind: z.enum(['mandatory', 'elective']),
  /** 学时: credit hours. */
  hours: z.int().min(1).max(MAX_HOURS),
  /** 及格线: this mark and above pass (CAL-4). */
  passScore: Score,
  grants: CourseGrant.optional(),
  status: CourseStatus,
});
export type Course = z.infer<typeof Course>;

export type CourseCommand = 'enrol' | 'close';

export const courseTransitions = {
  open: { enrol: 'open', close: 'closed' },
  closed: {},
} as const satisfies Transitions<CourseStatus, CourseCommand>;

/** A code names one course for ever. */
export function announceCourse(known: Course | undefined, course: Omit<Course, 'status'>): Decision<Course> {
  if (known) return refuse('course.code-taken');
  return decided({ ...course, status: 'open' });
}

/** Nobody enrols any more; who has enrolled may finish. */
export function closeCourse(course: Course): Decision<Course> {
  const status = next<CourseStatus, CourseCommand>(courseTransitions, course.status, 'close');
  return status === undefined ? refuse('course.transition-not-there') : decided({ ...course, status });
}

/** True while the course takes learners. */
export const takesLearners = ({ status }: Course): boolean =>
  next<CourseStatus, CourseCommand>(courseTransitions, status, 'enrol') !== undefined;
