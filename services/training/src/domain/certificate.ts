import { decided, digestId, LicenceScope, LocalDate, localDate, Period, period, StaffNo } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';
import { CourseCode } from './course.ts';
import type { Course } from './course.ts';
import type { Enrolment } from './enrolment.ts';

/** 结业证书: what somebody has learned, its credit hours and, where the course grants licences, how long they hold. */
export const Certificate = z.strictObject({
  id: z.string(),
  staffNo: StaffNo,
  courseCode: CourseCode,
  hours: z.int().min(1),
  issuedOn: LocalDate,
  scopes: z.array(LicenceScope),
  validUntil: LocalDate.optional(),
});
export type Certificate = z.infer<typeof Certificate>;

/** One certificate for each time a course is passed. */
export const certificateId = ({ id, attempt }: Enrolment): string => digestId([id, String(attempt)]);

/** It dates from the day of completion, however late that is recorded. */
export function issueCertificate(enrolment: Enrolment, course: Course, issuedOn: LocalDate): Decision<Certificate> {
  const { grants } = course;
  return decided({
    id: certificateId(enrolment),
    staffNo: enrolment.staffNo,
    courseCode: course.id,
    hours: course.hours,
    issuedOn,
    scopes: grants?.scopes ?? [],
    ...(grants && { validUntil: monthsAfter(issuedOn, grants.validityMonths) }),
  });
}

/** The day of the same number so many months on, the last of its period; the month's last day where there is none (民法典§202). */
export function monthsAfter(date: LocalDate, months: number): LocalDate {
  const month = period.add(localDate.period(date), months);
  return localDate.parse(`${month}${date.slice(7)}`) ?? period.last(Period.parse(month));
}
