import { describe, expect, test } from '@jest/globals';
import { LicenceGranted, LocalDate, RequirementSet, StaffNo } from '@minzheng/types';
import { certificateId, issueCertificate, monthsAfter } from './certificate.ts';
import { CourseCode } from './course.ts';
import type { Course } from './course.ts';
import type { Enrolment } from './enrolment.ts';
import { grantLicence, licenceId } from './licence.ts';
import { setRequirement } from './requirement.ts';

const day = (text: string): LocalDate => LocalDate.parse(text);
const officerRef = StaffNo.parse('DD-1');
const code = CourseCode.parse('DB-101');
const plain: Course = { id: code, title: '低保确认', kind: 'mandatory', hours: 24, passScore: 60, status: 'open' };
const licensing: Course = { ...plain, grants: { scopes: ['case.decide'], validityMonths: 12 } };
const passed: Enrolment = {
  id: 'e-1',
  courseCode: code,
  staffNo: officerRef,
  status: 'passed',
  attempt: 1,
  enrolledOn: day('2026-11-01'),
};

describe('a period of months ends on the day of the same number, or on the month’s last (民法典§202)', () => {
  test.each([
    ['2026-11-26', 12, '2027-11-26'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-01-31', 1, '2026-02-28'],
  ])('%s and %i months: %s', (from, months, until) => {
    expect(monthsAfter(day(from), months)).toBe(until);
  });
});

describe('a certificate', () => {
  test('carries the hours, and until when its licences hold, counted from completion', () => {
    expect(issueCertificate(passed, licensing, day('2026-11-20'))).toMatchObject({
      state: { hours: 24, issuedOn: '2026-11-20', scopes: ['case.decide'], validUntil: '2027-11-20' },
    });
  });

  test('of a course that grants nothing has no end', () => {
    const { state } = issueCertificate(passed, plain, day('2026-11-20')) as { state: object };
    expect(state).toMatchObject({ scopes: [] });
    expect(state).not.toHaveProperty('validUntil');
  });

  test('is another one for each time the course is passed', () => {
    expect(certificateId({ ...passed, attempt: 2 })).not.toBe(certificateId(passed));
  });
});

describe('a licence', () => {
  const grant = {
    officerRef,
    scope: 'case.decide' as const,
    certificateId: 'c-1',
    validFrom: day('2026-11-20'),
    validUntil: day('2027-11-20'),
  };

  test('tells who, for what, from when and until when', () => {
    const { certificateId: _, ...told } = grant;
    expect(grantLicence(undefined, grant)).toMatchObject({
      state: { ...grant, id: licenceId(officerRef, 'case.decide') },
      events: [{ type: LicenceGranted.type, data: told }],
    });
  });

  test('goes on when it is renewed in time; what is told is the renewal alone', () => {
    const renewal = { ...grant, certificateId: 'c-2', validFrom: day('2027-11-01'), validUntil: day('2028-11-01') };
    const held = { ...grant, id: licenceId(officerRef, 'case.decide') };
    expect(grantLicence(held, renewal)).toMatchObject({
      state: { certificateId: 'c-2', validFrom: '2026-11-20', validUntil: '2028-11-01' },
      events: [{ data: { validFrom: '2027-11-01', validUntil: '2028-11-01' } }],
    });
  });
});

describe('a requirement', () => {
  test.each([
    ['2026-11-25', false],
    ['2026-11-26', true],
    ['2027-07-01', true],
  ])('set on 26 November from %s: %s', (from, isTaken) => {
    const decision = setRequirement('case.decide', day(from), day('2026-11-26'));
    expect(decision.ok).toBe(isTaken);
    if (decision.ok) {
      expect(decision.events).toMatchObject([{ type: RequirementSet.type, data: { scope: 'case.decide', from } }]);
    } else expect(decision.refusal.code).toBe('requirement.in-the-past');
  });
});
