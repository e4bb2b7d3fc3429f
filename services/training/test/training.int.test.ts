import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Answer, ProblemBody, TestClient } from '@minzheng/testing';
import { localDate } from '@minzheng/types';
import type { LocalDate } from '@minzheng/types';
import { monthsAfter } from '../src/domain/certificate.ts';
import { TrainingDesk } from './training-desk.ts';

// Real servers on a busy machine: a test fails by what it expects, not by the clock.
jest.setTimeout(90_000);

let desk: TrainingDesk;

beforeAll(async () => {
  desk = await TrainingDesk.open();
});
afterAll(async () => {
  await desk?.platform.stop();
});

const expectRefused = ({ status, body }: Answer<ProblemBody>, wanted: number, code: string): void =>
  expect({ status, code: body.code }).toEqual({ status: wanted, code });

describe('from a course to a licence', () => {
  test('who passes is given certificate, hours and licence, and others hear of the licence', async () => {
    const [staffNo, code] = [await desk.newStaff(), await desk.newCourse()];
    const own = desk.staff(staffNo);
    expect(await desk.enrol(code, staffNo, own)).toMatchObject({ status: 201, body: { status: 'enrolled' } });
    expect(await desk.record(code, staffNo, 60)).toMatchObject({
      status: 200,
      body: { status: 'passed', score: 60, recordedBy: 'TN-1' },
    });
    const until = monthsAfter(desk.day(), 12);
    expect(await desk.items(own, '/certificates/me')).toMatchObject([
      { courseCode: code, hours: 24, issuedOn: desk.day(), validUntil: until },
    ]);
    const licence = { officerRef: staffNo, scope: 'case.decide', validFrom: desk.day(), validUntil: until };
    expect(await desk.items(own, '/licences/me')).toMatchObject([{ ...licence, isValidToday: true }]);
    expect(await desk.items(desk.trainer(), `/licences?staffNo=${staffNo}`)).toMatchObject([licence]);
    await desk.platform.eventually(async () => {
      const told = await desk.eventsOf('licence.granted', ({ officerRef }) => officerRef === staffNo);
      expect(told.map(({ data }) => data)).toEqual([licence]);
    });
  });

  test('a licence holds until its last day and has lapsed on the next, with nothing done', async () => {
    const [staffNo, code] = [await desk.newStaff(), await desk.newCourse()];
    await desk.enrol(code, staffNo);
    await desk.record(code, staffNo, 60);
    const own = desk.staff(staffNo);
    const year = localDate.diffDays(desk.day(), monthsAfter(desk.day(), 12));
    await desk.pass(year);
    expect(await desk.items(own, '/licences/me')).toMatchObject([{ isValidToday: true }]);
    await desk.pass(1);
    expect(await desk.items(own, '/licences/me')).toMatchObject([{ isValidToday: false }]);
  });

  test('who fails is given nothing, and may try again', async () => {
    const [staffNo, code] = [await desk.newStaff(), await desk.newCourse()];
    const own = desk.staff(staffNo);
    await desk.enrol(code, staffNo, own);
    expect(await desk.record(code, staffNo, 59)).toMatchObject({ status: 200, body: { status: 'failed' } });
    expect(await desk.items(own, '/certificates/me')).toEqual([]);
    expect(await desk.items(own, '/licences/me')).toEqual([]);
    expect(await desk.enrol(code, staffNo, own)).toMatchObject({ body: { status: 'enrolled', attempt: 2 } });
  });

  test('a course taken again renews the licence; each time is a certificate of its own', async () => {
    const [staffNo, code] = [await desk.newStaff(), await desk.newCourse()];
    for (let time = 0; time < 2; time += 1) {
      await desk.enrol(code, staffNo);
      await desk.record(code, staffNo, 90);
    }
    expect(await desk.items(desk.staff(staffNo), '/certificates/me')).toHaveLength(2);
    expect(await desk.items(desk.staff(staffNo), '/licences/me')).toHaveLength(1);
    await desk.platform.eventually(async () => {
      const told = await desk.eventsOf('licence.granted', ({ officerRef }) => officerRef === staffNo);
      expect(told.map(({ sequence }) => sequence)).toEqual([1, 2]);
    });
  });

  test('a course without licences gives a certificate alone', async () => {
    const [staffNo, code] = [await desk.newStaff(), await desk.newCourse({ grants: undefined })];
    await desk.enrol(code, staffNo);
    await desk.record(code, staffNo, 90);
    const own = desk.staff(staffNo);
    expect(await desk.items(own, '/certificates/me')).toMatchObject([{ courseCode: code, scopes: [] }]);
    expect(await desk.items(own, '/licences/me')).toEqual([]);
  });

  test('the same result sent ten times at once under one key is one certificate and one event', async () => {
    const [staffNo, code] = [await desk.newStaff(), await desk.newCourse()];
    await desk.enrol(code, staffNo);
    const path = `/courses/${code}/enrolments/${staffNo}/result`;
    const send = () =>
      desk.trainer().post('training', path, { score: 70, completedOn: desk.day() }, { key: `r-${code}` });
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(answers.every(({ status, body }) => status === 200 || body.code === 'request.in-progress')).toBe(true);
    expect(await desk.items(desk.staff(staffNo), '/certificates/me')).toHaveLength(1);
    await desk.platform.eventually(async () => {
      expect(await desk.eventsOf('licence.granted', ({ officerRef }) => officerRef === staffNo)).toHaveLength(1);
    });
  });

  test('nobody records their own, trainers least of all', async () => {
    const code = await desk.newCourse();
    await desk.post('/staff', { staffNo: 'TN-2', unit: '人事科', divisionCode: '330302' });
    await desk.enrol(code, 'TN-2', desk.trainer('TN-2'));
    const own = await desk.record(code, 'TN-2', 100, desk.trainer('TN-2'));
    expectRefused(own, 403, 'enrolment.recorded-by-the-learner');
    expect((await desk.record(code, 'TN-2', 100)).status).toBe(200);
  });

  test('staff enrol themselves and nobody else; what is closed, missing or left takes nobody', async () => {
    const [staffNo, other, code] = [await desk.newStaff(), await desk.newStaff(), await desk.newCourse()];
    expectRefused(await desk.enrol(code, other, desk.staff(staffNo)), 404, 'auth.not-yours');
    expectRefused(await desk.enrol(code, 'NOBODY', desk.trainer()), 404, 'staff.not-found');
    expectRefused(await desk.enrol('NO-COURSE', staffNo), 404, 'course.not-found');
    await desk.post(`/courses/${code}/close`);
    expectRefused(await desk.enrol(code, staffNo), 409, 'course.transition-not-there');
    expectRefused(await desk.trainer().post('training', `/courses/${code}/close`), 409, 'course.transition-not-there');
    await desk.post(`/staff/${other}/end-access`);
    const open = await desk.newCourse();
    expectRefused(await desk.enrol(open, other), 409, 'staff.access-ended');
  });

  test('what a course is worth cannot be announced anew', async () => {
    const code = await desk.newCourse();
    const again = { code, title: '低保确认', kind: 'elective', hours: 1, passScore: 0 };
    expectRefused(await desk.trainer().post('training', '/courses', again), 409, 'course.code-taken');
    const seen = await desk.items<{ code: string }>(desk.staff('DD-1'), '/courses');
    expect(seen.find((course) => course.code === code)).toMatchObject({ hours: 24, kind: 'mandatory' });
  });
});

describe('a requirement', () => {
  test('is set from a day on, told, and lifted until a later day', async () => {
    const put = (from: LocalDate) => desk.trainer().put('training', '/licence-requirements/case.decide', { from });
    expect((await put(desk.day())).status).toBe(200);
    expect((await put(desk.day(30))).status).toBe(200);
    expectRefused(await put(desk.day(-1)), 422, 'requirement.in-the-past');
    const listed = await desk.items(desk.staff('DD-1'), '/licence-requirements');
    expect(listed).toEqual([{ scope: 'case.decide', from: desk.day(30) }]);
    await desk.platform.eventually(async () => {
      const told = await desk.eventsOf('requirement.set', () => true);
      expect(told.map(({ data }) => data)).toEqual(
        [desk.day(), desk.day(30)].map((from) => ({ scope: 'case.decide', from })),
      );
    });
  });

  test('of work that nobody checks is not found', async () => {
    const answer = await desk.trainer().put('training', '/licence-requirements/case.dance', { from: desk.day() });
    expectRefused(answer, 404, 'request.not-found');
  });
});

describe('somebody who leaves', () => {
  test('is told of with number and day, and is let in here no more', async () => {
    const staffNo = await desk.newStaff();
    const own = desk.staff(staffNo);
    expect((await own.get('training', '/licences/me')).status).toBe(200);
    expect(await desk.post(`/staff/${staffNo}/end-access`)).toMatchObject({
      status: 'access-ended',
      endedOn: desk.day(),
    });
    await desk.platform.eventually(async () => {
      expectRefused(await own.get('training', '/licences/me'), 403, 'auth.access-ended');
    });
    const told = await desk.eventsOf('staff.access-ended', (data) => data['staffNo'] === staffNo);
    expect(told).toMatchObject([{ data: { staffNo, endedOn: desk.day() }, divisioncode: '330302' }]);
    expectRefused(await desk.trainer().post('training', `/staff/${staffNo}/end-access`), 409, 'staff.access-ended');
    const again = { staffNo, unit: '社会救助科', divisionCode: '330302' };
    expectRefused(await desk.trainer().post('training', '/staff', again), 409, 'staff.already-registered');
    const audit = desk.platform.database('training').collection('audit');
    expect(await audit.countDocuments({ action: 'staff.end-access', object: `staff/${staffNo}` })).toBe(1);
  });
});

const absence = (toStaffNo: string, first = 1, last = 7) => ({
  toStaffNo,
  validFrom: desk.day(first),
  validUntil: desk.day(last),
});

describe('somebody who is absent', () => {
  test('is stood in for by one colleague a day, and others hear of it', async () => {
    const [staffNo, colleague, third] = [await desk.newStaff(), await desk.newStaff(), await desk.newStaff()];
    const path = `/staff/${staffNo}/delegations`;
    expect(await desk.post(path, absence(colleague))).toMatchObject({ delegations: [absence(colleague)] });
    const send = (body: unknown): Promise<Answer<ProblemBody>> => desk.trainer().post('training', path, body);
    expectRefused(await send(absence(third, 7, 9)), 409, 'delegation.overlaps');
    expectRefused(await send(absence(staffNo, 8, 9)), 422, 'delegation.to-oneself');
    expectRefused(await send(absence(third, -1, 9)), 422, 'delegation.dates-invalid');
    expectRefused(await send(absence('NOBODY', 8, 9)), 404, 'staff.not-found');
    await desk.post(`/staff/${third}/end-access`);
    expectRefused(await send(absence(third, 8, 9)), 409, 'staff.access-ended');
    expectRefused(
      await desk.trainer().post('training', '/staff/NOBODY/delegations', absence(colleague)),
      404,
      'staff.not-found',
    );
    await desk.platform.eventually(async () => {
      const told = await desk.eventsOf('staff.delegated', ({ fromStaffNo }) => fromStaffNo === staffNo);
      expect(told.map(({ data }) => data)).toEqual([{ fromStaffNo: staffNo, ...absence(colleague) }]);
    });
  });

  test('of two delegations at the same moment for the same days one is made', async () => {
    const [staffNo, a, b] = [await desk.newStaff(), await desk.newStaff(), await desk.newStaff()];
    const path = `/staff/${staffNo}/delegations`;
    const answers = await Promise.all([a, b].map((to) => desk.trainer().post('training', path, absence(to))));
    expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([201, 409]));
  });
});

const knock = (client: TestClient, method: string, path: string): Promise<Answer<ProblemBody>> => {
  if (method === 'GET') return client.get('training', path);
  return method === 'PUT' ? client.put('training', path, {}) : client.post('training', path);
};

describe('the door', () => {
  const doors = [
    ['GET', '/staff'],
    ['POST', '/staff'],
    ['GET', '/staff/DD-1'],
    ['POST', '/staff/DD-1/end-access'],
    ['POST', '/staff/DD-1/delegations'],
    ['POST', '/courses'],
    ['POST', '/courses/DB-1/close'],
    ['POST', '/courses/DB-1/enrolments/DD-1/result'],
    ['GET', '/courses/DB-1/enrolments'],
    ['GET', '/licences?staffNo=DD-1'],
    ['PUT', '/licence-requirements/case.decide'],
  ] as const;
  const shared = [
    ['GET', '/courses'],
    ['POST', '/courses/DB-1/enrolments'],
    ['GET', '/enrolments/me'],
    ['GET', '/certificates/me'],
    ['GET', '/licences/me'],
    ['GET', '/licence-requirements'],
  ] as const;

  test.each([...doors, ...shared])('%s %s without a token: 401', async (method, path) => {
    expectRefused(await knock(desk.platform.anonymous, method, path), 401, 'auth.token-missing');
  });

  test.each(doors)('%s %s is the trainer’s', async (method, path) => {
    expectRefused(await knock(desk.staff('DD-1'), method, path), 403, 'auth.role-not-allowed');
  });

  test.each(shared)('%s %s is for staff', async (method, path) => {
    const decider = desk.platform.as({ role: 'district-decider', division: '330302', staffNo: 'DD-1' });
    expectRefused(await knock(decider, method, path), 403, 'auth.role-not-allowed');
  });

  test.each(['/enrolments/me', '/certificates/me', '/licences/me'])(
    '%s for a token without a staff number: 403',
    async (path) => {
      const nameless = desk.platform.as({ role: 'staff', division: '330302' });
      expectRefused(await nameless.get('training', path), 403, 'auth.role-not-allowed');
    },
  );

  test.each([
    ['/staff', { staffNo: 'A B', unit: 'x', divisionCode: '330302' }, '/staffNo'],
    ['/staff', { staffNo: 'AB', unit: '', divisionCode: '330302' }, '/unit'],
    ['/staff', { staffNo: 'AB', unit: 'x', divisionCode: '33030' }, '/divisionCode'],
    ['/courses', { code: 'X', title: 'x', kind: 'mandatory', hours: 0, passScore: 60 }, '/hours'],
    ['/courses', { code: 'X', title: 'x', kind: 'mandatory', hours: 1, passScore: 101 }, '/passScore'],
    [
      '/courses',
      {
        code: 'X',
        title: 'x',
        kind: 'elective',
        hours: 1,
        passScore: 1,
        grants: { scopes: ['case.dance'], validityMonths: 1 },
      },
      '/grants/scopes/0',
    ],
  ])('%s with %j is refused at %s', async (path, body, pointer) => {
    const answer = await desk.trainer().post('training', path, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid', errors: [{ pointer }] } });
  });
});

test('a list goes on after the last one seen', async () => {
  const rows = Array.from({ length: 120 }, (_, i) => ({
    _id: `ZZ-${String(i).padStart(3, '0')}`,
    version: 1,
    unit: '档案室',
    divisionCode: '330302',
    status: 'active',
    registeredOn: desk.day(),
    delegations: [],
  }));
  await desk.platform.database('training').collection<{ _id: string }>('staff').insertMany(rows);
  const seen: string[] = [];
  let next: string | undefined = '';
  while (next !== undefined) {
    type Page = { items: { staffNo: string }[]; next?: string };
    const { body }: { body: Page } = await desk
      .trainer()
      .get<Page>('training', next === '' ? '/staff' : `/staff?after=${next}`);
    seen.push(...body.items.map(({ staffNo }) => staffNo));
    next = body.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((staffNo) => staffNo.startsWith('ZZ-'))).toHaveLength(120);
});
