import { decided, digestId, LocalDate, next, refuse, StaffNo } from '@minzheng/types';
import type { Decision, Transitions } from '@minzheng/types';
import { z } from 'zod';
import { CourseCode, Score, takesLearners } from './course.ts';
import type { Course } from './course.ts';

export const EnrolmentStatus = z.enum(['enrolled', 'passed', 'failed']);
export type EnrolmentStatus = z.infer<typeof EnrolmentStatus>;

/** 报名: one learner on one course, as often as they take it. */
export const Enrolment = z.strictObject({
  id: z.string(),
  courseCode: CourseCode,
  staffNo: StaffNo,
  status: EnrolmentStatus,
  /** 1 for the first time on this course. */
  attempt: z.int().min(1),
  enrolledOn: LocalDate,
  completedOn: LocalDate.optional(),
  score: Score.optional(),
  recordedBy: StaffNo.optional(),
});
export type Enrolment = z.infer<typeof Enrolment>;

export type EnrolmentCommand = 'enrol' | 'pass' | 'fail';

/** A course is taken again to renew a certificate, or after a failure. */
export const enrolmentTransitions = {
  enrolled: { pass: 'passed', fail: 'failed' },
  passed: { enrol: 'enrolled' },
  failed: { enrol: 'enrolled' },
} as const satisfies Transitions<EnrolmentStatus, EnrolmentCommand>;

/** One learner on one course. */
export const enrolmentId = (courseCode: CourseCode, staffNo: StaffNo): string => digestId([courseCode, staffNo]);

export function enrol(
  known: Enrolment | undefined,
  course: Course,
  staffNo: StaffNo,
  on: LocalDate,
): Decision<Enrolment> {
  if (!takesLearners(course)) return refuse('course.transition-not-there');
  const status = known ? move(known, 'enrol') : 'enrolled';
  if (status === undefined) return refuse('enrolment.transition-not-there');
  const courseCode = course.id;
  const attempt = (known?.attempt ?? 0) + 1;
  return decided({ id: enrolmentId(courseCode, staffNo), courseCode, staffNo, status, attempt, enrolledOn: on });
}

/** What a trainer says of somebody's course. */
export interface Result {
  readonly score: number;
  readonly completedOn: LocalDate;
  readonly recordedBy: StaffNo;
}

/** Passed or failed by the course's own mark. Nobody records their own. */
export function recordResult(
  enrolment: Enrolment | undefined,
  { passScore }: Course,
  { score, completedOn, recordedBy }: Result,
  today: LocalDate,
): Decision<Enrolment> {
  if (enrolment === undefined) return refuse('enrolment.not-found');
  if (recordedBy === enrolment.staffNo) return refuse('enrolment.recorded-by-the-learner');
  const status = move(enrolment, score >= passScore ? 'pass' : 'fail');
  if (status === undefined) return refuse('enrolment.transition-not-there');
  if (completedOn < enrolment.enrolledOn || completedOn > today) return refuse('enrolment.completed-on-invalid');
  return decided({ ...enrolment, status, completedOn, score, recordedBy });
}

const move = ({ status }: Enrolment, command: EnrolmentCommand): EnrolmentStatus | undefined =>
  next<EnrolmentStatus, EnrolmentCommand>(enrolmentTransitions, status, command);
