import { command, listOf, pageAfter, paged, Paging, query, staffNoOf } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { LocalDate, StaffNo } from '@minzheng/types';
import type { Caller } from '@minzheng/types';
import { z } from 'zod';
import type { Repositories } from '../adapters/repositories.ts';
import { certificateId, issueCertificate } from '../domain/certificate.ts';
import { Score } from '../domain/course.ts';
import type { Course, CourseCode } from '../domain/course.ts';
import { enrol, Enrolment, enrolmentId, recordResult } from '../domain/enrolment.ts';
import { grantLicence, licenceId } from '../domain/licence.ts';
import { bySystem, courseOf, workingStaff } from './acting.ts';
import { CourseParams } from './courses.ts';

const EnrolmentView = Enrolment.omit({ id: true }).extend({ enrolmentId: Enrolment.shape.id });

/** Who takes which course, and how it went. */
export function enrolmentRoutes(repositories: Repositories): Route[] {
  const { enrolments } = repositories;
  return [
    command({
      path: '/courses/:code/enrolments',
      operationId: 'enrol',
      summary: 'Enrols oneself, or as a trainer a colleague',
      roles: ['staff', 'trainer'],
      params: CourseParams,
      body: z.strictObject({ staffNo: StaffNo }),
      reply: { status: 201, body: EnrolmentView },
      decide: async (tx, { params: { code }, body: { staffNo }, caller, today }) => {
        requireOwnOrTrainer(caller, staffNo);
        await workingStaff(tx, repositories, staffNo);
        const course = await courseOf(tx, repositories, code);
        const id = enrolmentId(code, staffNo);
        const made = await tx.apply(enrolments, id, (known) => enrol(known, course, staffNo, today), bySystem);
        tx.audit({ action: 'course.enrol', object: `enrolment/${id}`, purpose: 'training' });
        return viewOf(made);
      },
    }),
    command({
      path: '/courses/:code/enrolments/:staffNo/result',
      operationId: 'recordResult',
      summary: 'Records how a course went; who passes is given the certificate and its licences',
      roles: ['trainer'],
      params: CourseParams.extend({ staffNo: StaffNo }),
      body: z.strictObject({ score: Score, completedOn: LocalDate }),
      reply: { status: 200, body: EnrolmentView },
      decide: async (tx, { params: { code, staffNo }, body, caller, today }) => {
        const result = { ...body, recordedBy: staffNoOf(caller) };
        await workingStaff(tx, repositories, staffNo);
        const course = await courseOf(tx, repositories, code);
        const id = enrolmentId(code, staffNo);
        const done = await tx.apply(enrolments, id, (known) => recordResult(known, course, result, today), bySystem);
        tx.audit({ action: 'course.record-result', object: `enrolment/${id}`, purpose: 'training' });
        if (done.status === 'passed') await certify(tx, repositories, done, course, body.completedOn);
        return viewOf(done);
      },
    }),
    query({
      path: '/courses/:code/enrolments',
      operationId: 'listEnrolments',
      summary: 'Who takes a course',
      roles: ['trainer'],
      params: CourseParams,
      query: Paging,
      reply: { body: listOf(EnrolmentView) },
      read: ({ params: { code }, query: page }) => pageOf(repositories, { courseCode: code }, page),
    }),
    query({
      path: '/enrolments/me',
      operationId: 'listMyEnrolments',
      summary: 'The courses one takes or has taken',
      roles: ['staff', 'trainer'],
      query: Paging,
      reply: { body: listOf(EnrolmentView) },
      read: ({ caller, query: page }) => pageOf(repositories, { staffNo: staffNoOf(caller) }, page),
    }),
  ];
}

/** Certificate and licences in the transaction of the result: there is never one without the others. */
async function certify(
  tx: Transaction,
  { certificates, licences }: Repositories,
  enrolment: Enrolment,
  course: Course,
  completedOn: LocalDate,
): Promise<void> {
  const certificate = await tx.apply(
    certificates,
    certificateId(enrolment),
    () => issueCertificate(enrolment, course, completedOn),
    bySystem,
  );
  const { id, staffNo: officerRef, scopes, issuedOn: validFrom, validUntil } = certificate;
  if (validUntil === undefined) return;
  for (const scope of new Set(scopes)) {
    const grant = { officerRef, scope, certificateId: id, validFrom, validUntil };
    await tx.apply(licences, licenceId(officerRef, scope), (held) => grantLicence(held, grant), bySystem);
  }
}

function requireOwnOrTrainer(caller: Caller, staffNo: StaffNo): void {
  if (staffNoOf(caller) !== staffNo && !caller.roles.includes('trainer')) throw new Refused({ code: 'auth.not-yours' });
}

type Whose = { readonly courseCode: CourseCode } | { readonly staffNo: StaffNo };

async function pageOf({ enrolments }: Repositories, whose: Whose, { after }: z.output<typeof Paging>) {
  return paged(await enrolments.list('system', whose, pageAfter(after)), viewOf);
}

const viewOf = ({ id, ...rest }: Enrolment): z.output<typeof EnrolmentView> => ({ enrolmentId: id, ...rest });
