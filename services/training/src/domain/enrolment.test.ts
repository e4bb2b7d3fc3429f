import { describe, expect, test } from '@jest/globals';
import { LocalDate, StaffNo } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { announceCourse, closeCourse, CourseCode } from './course.ts';
import type { Course, CourseStatus } from './course.ts';
import { enrol, enrolmentId, recordResult } from './enrolment.ts';
import type { Enrolment, EnrolmentCommand, EnrolmentStatus } from './enrolment.ts';

const day = (text: string): LocalDate => LocalDate.parse(text);
const today = day('2026-11-26');
const learner = StaffNo.parse('DD-1');
const trainer = StaffNo.parse('TN-1');
const code = CourseCode.parse('DB-101');
const course: Course = { id: code, title: '低保确认', kind: 'mandatory', hours: 24, passScore: 60, status: 'open' };
const closed: Course = { ...course, status: 'closed' };
const enrolled: Enrolment = {
  id: enrolmentId(code, learner),
  courseCode: code,
  staffNo: learner,
  status: 'enrolled',
  attempt: 1,
  enrolledOn: day('2026-11-01'),
};
const result = { score: 60, completedOn: day('2026-11-20'), recordedBy: trainer };
const states: Record<EnrolmentStatus, Enrolment> = {
  enrolled,
  passed: { ...enrolled, status: 'passed' },
  failed: { ...enrolled, status: 'failed' },
};
const commands: Record<EnrolmentCommand, (enrolment: Enrolment) => Decision<Enrolment>> = {
  enrol: (enrolment) => enrol(enrolment, course, learner, today),
  pass: (enrolment) => recordResult(enrolment, course, result, today),
  fail: (enrolment) => recordResult(enrolment, course, { ...result, score: 59 }, today),
};

describe('every state and every command of an enrolment', () => {
  test.each<[EnrolmentStatus, EnrolmentCommand, EnrolmentStatus | undefined]>([
    ['enrolled', 'enrol', undefined],
    ['enrolled', 'pass', 'passed'],
    ['enrolled', 'fail', 'failed'],
    ['passed', 'enrol', 'enrolled'],
    ['passed', 'pass', undefined],
    ['passed', 'fail', undefined],
    ['failed', 'enrol', 'enrolled'],
    ['failed', 'pass', undefined],
    ['failed', 'fail', undefined],
  ])('%s, %s → %s', (state, command, to) => {
    const decision = commands[command](states[state]);
    if (to !== undefined) expect(decision).toMatchObject({ ok: true, state: { status: to } });
    else expect(decision).toMatchObject({ ok: false, refusal: { code: 'enrolment.transition-not-there' } });
  });
});

describe('every state and every command of a course', () => {
  test.each<[CourseStatus, 'announce' | 'enrol' | 'close', boolean]>([
    ['open', 'announce', false],
    ['open', 'enrol', true],
    ['open', 'close', true],
    ['closed', 'announce', false],
    ['closed', 'enrol', false],
    ['closed', 'close', false],
  ])('%s, %s: %s', (state, command, isThere) => {
    const found = { open: course, closed }[state];
    const decisions = {
      announce: () => announceCourse(found, course),
      enrol: () => enrol(undefined, found, learner, today),
      close: () => closeCourse(found),
    };
    const code409 = command === 'announce' ? 'course.code-taken' : 'course.transition-not-there';
    const decision = decisions[command]();
    expect(decision.ok).toBe(isThere);
    if (!decision.ok) expect(decision.refusal.code).toBe(code409);
  });
});

test('a course taken again is the next attempt, with nothing left of the last', () => {
  const again = enrol({ ...states.passed, score: 90, completedOn: today, recordedBy: trainer }, course, learner, today);
  expect(again).toEqual({ ok: true, events: [], state: { ...enrolled, attempt: 2, enrolledOn: today } });
});

describe('a result', () => {
  test('of exactly the pass mark passes, one below does not (CAL-4)', () => {
    expect(recordResult(enrolled, course, result, today)).toMatchObject({ state: { status: 'passed', score: 60 } });
    expect(recordResult(enrolled, course, { ...result, score: 59 }, today)).toMatchObject({
      state: { status: 'failed' },
    });
  });

  test('is never recorded by the learner', () => {
    const own = recordResult(enrolled, course, { ...result, recordedBy: learner }, today);
    expect(own).toMatchObject({ ok: false, refusal: { code: 'enrolment.recorded-by-the-learner' } });
  });

  test.each([
    ['2026-10-31', false],
    ['2026-11-01', true],
    ['2026-11-26', true],
    ['2026-11-27', false],
  ])('of %s, enrolled on 1 November, recorded on 26 November: %s', (completedOn, isRight) => {
    const decision = recordResult(enrolled, course, { ...result, completedOn: day(completedOn) }, today);
    expect(decision.ok).toBe(isRight);
    if (!decision.ok) expect(decision.refusal.code).toBe('enrolment.completed-on-invalid');
  });

  test('of somebody who never enrolled is refused', () => {
    expect(recordResult(undefined, course, result, today)).toMatchObject({
      refusal: { code: 'enrolment.not-found' },
    });
  });

  test('is still taken when the course has closed to others', () => {
    expect(recordResult(enrolled, closed, result, today)).toMatchObject({ state: { status: 'passed' } });
  });
});
