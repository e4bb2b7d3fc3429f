import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { instant, LicenceGranted, localDate, RequirementSet, StaffDelegated, StaffNo } from '@minzheng/types';
import type { LicenceScope, LocalDate } from '@minzheng/types';
import { CaseDesk, factsOf } from './case-desk.ts';
import type { CaseAnswer } from './case-desk.ts';

// Real servers on a busy machine: a test fails by what it expects, not by the clock.
jest.setTimeout(90_000);

let desk: CaseDesk;
let today: LocalDate;

beforeAll(async () => {
  desk = await CaseDesk.open();
});
afterAll(async () => {
  await desk?.platform.stop();
});

/** Each test begins where nothing has been heard from training. */
beforeEach(async () => {
  for (const name of ['officer_licences', 'licence_requirements']) {
    await desk.platform.database('applications').collection(name).deleteMany({});
  }
  today = instant.civilDate((await desk.platform.clock('applications').standing()).now);
});

async function pass(days: number): Promise<void> {
  today = day(days);
  await desk.platform.clock('applications').moveTo(instant.startOfDay(today));
}

const day = (fromToday: number): LocalDate => localDate.addDays(today, fromToday);

/** A case that is to be refused, as the district finds it. */
async function reported(): Promise<string> {
  const members = await desk.household(1);
  const facts = factsOf(members, { vehicles: 1 });
  const id = (await desk.submit(members, facts)).body.applicationId;
  await desk.survey(id, facts, 'negative');
  return id;
}

async function reviewed(): Promise<string> {
  const id = await reported();
  expect((await desk.step(desk.reviewer(), id, 'review')).status).toBe(200);
  return id;
}

const decider = (staffNo: string) => desk.platform.as({ role: 'district-decider', division: '330302', staffNo });

async function requireFrom(scope: LicenceScope, from: LocalDate): Promise<void> {
  await desk.platform.publish(RequirementSet.of({ subject: scope, data: { scope, from } }));
  const known = { _id: scope as never, from };
  await heard('licence_requirements', known);
}

async function grant(staffNo: string, from: number, until: number, scope: LicenceScope = 'case.decide'): Promise<void> {
  const officerRef = StaffNo.parse(staffNo);
  const data = { officerRef, scope, validFrom: day(from), validUntil: day(until) };
  await desk.platform.publish(LicenceGranted.of({ subject: `${staffNo}-${scope}`, data }));
  await heard('officer_licences', { validUntil: data.validUntil });
}

async function heard(collection: string, row: object): Promise<void> {
  await desk.platform.eventually(async () => {
    expect(await desk.platform.database('applications').collection(collection).countDocuments(row)).toBeGreaterThan(0);
  });
}

const expectRefused = (answer: CaseAnswer): void =>
  expect(answer).toMatchObject({ status: 403, body: { code: 'application.licence-not-held' } });

describe('deciding a case', () => {
  test('asks for nothing while no requirement is known, nor before its day', async () => {
    const [first, second] = [await reviewed(), await reviewed()];
    expect(await desk.step(decider('DD-1'), first, 'refuse')).toMatchObject({ status: 200 });
    await requireFrom('case.decide', day(1));
    expect(await desk.step(decider('DD-1'), second, 'refuse')).toMatchObject({ status: 200 });
  });

  test('from the day of the requirement on is refused without a licence, both ways, and nothing changes', async () => {
    const id = await reviewed();
    await requireFrom('case.decide', day(0));
    expectRefused(await desk.step(decider('DD-2'), id, 'refuse'));
    expectRefused(await desk.step(decider('DD-2'), id, 'confirm'));
    expect((await desk.view(id)).status).toBe('review');
  });

  test('goes on until the last day of the licence, stops on the next with no event, and goes on when it is renewed', async () => {
    const [first, second] = [await reviewed(), await reviewed()];
    await requireFrom('case.decide', day(0));
    await grant('DD-1', 0, 3);
    await pass(3);
    expect((await desk.step(decider('DD-1'), first, 'refuse')).status).toBe(200);
    await pass(1);
    expectRefused(await desk.step(decider('DD-1'), second, 'refuse'));
    await grant('DD-1', 0, 3);
    expect((await desk.step(decider('DD-1'), second, 'refuse')).status).toBe(200);
  });

  test('is refused with a licence that lapsed yesterday, for other work or of somebody else, and passes once it is renewed', async () => {
    const id = await reviewed();
    await requireFrom('case.decide', day(0));
    await grant('DD-3', -400, -1);
    expectRefused(await desk.step(decider('DD-3'), id, 'refuse'));
    await grant('DD-3', 0, 364, 'case.review');
    await grant('DD-4', 0, 365);
    expectRefused(await desk.step(decider('DD-3'), id, 'refuse'));
    await grant('DD-3', 0, 366);
    expect(await desk.step(decider('DD-3'), id, 'refuse')).toMatchObject({ status: 200, body: { status: 'refused' } });
  });

  test('is taken up under the same key once the licence is there', async () => {
    const id = await reviewed();
    await requireFrom('case.decide', day(0));
    const send = () => decider('DD-5').post('applications', `/applications/${id}/refuse`, {}, { key: 'renewed' });
    expect((await send()).status).toBe(403);
    await grant('DD-5', 0, 370);
    expect((await send()).status).toBe(200);
  });

  test('is free again once the requirement is put off', async () => {
    const id = await reviewed();
    await requireFrom('case.decide', day(0));
    expectRefused(await desk.step(decider('DD-6'), id, 'refuse'));
    await requireFrom('case.decide', day(30));
    expect((await desk.step(decider('DD-6'), id, 'refuse')).status).toBe(200);
  });
});

test('reviewing a case has a requirement of its own', async () => {
  const id = await reported();
  await requireFrom('case.review', day(0));
  expectRefused(await desk.step(desk.reviewer(), id, 'review'));
  await grant('DR-1', 0, 380, 'case.review');
  expect((await desk.step(desk.reviewer(), id, 'review')).status).toBe(200);
});

async function refusalIn(language: string): Promise<string | undefined> {
  const options = { headers: { 'accept-language': language } };
  return (await decider('DD-7').post('applications', '/applications/any/refuse', {}, options)).body.title;
}

test('a licence is refused in the language asked for', async () => {
  await requireFrom('case.decide', day(0));
  expect(await refusalIn('zh-CN')).toMatch(/上岗资格/);
  expect(await refusalIn('en')).toMatch(/licence that is valid today/);
});

const standIn = async (from: string, to: string): Promise<void> => {
  const [fromStaffNo, toStaffNo] = [StaffNo.parse(from), StaffNo.parse(to)];
  const data = { fromStaffNo, toStaffNo, validFrom: day(0), validUntil: day(2) };
  await desk.platform.publish(StaffDelegated.of({ subject: from, data }));
  await heard('stand_ins', { _id: to as never });
};

describe('whoever stands in for an absent colleague', () => {
  test('is refused what the colleague would be, until they are back', async () => {
    const id = await reviewed();
    await standIn('DR-1', 'DD-8');
    const refused = await desk.step(decider('DD-8'), id, 'refuse');
    expect(refused).toMatchObject({ body: { code: 'application.same-officer-adjacent' } });
    expect((await desk.view(id)).status).toBe('review');
    await pass(3);
    expect((await desk.step(decider('DD-8'), id, 'refuse')).status).toBe(200);
  });

  test('stands aside where the colleague would, and is no wider than their own role', async () => {
    const id = await reviewed();
    await standIn('DD-7', 'DD-9');
    const { members } = await desk.view(id);
    const personIds = members.map(({ personId }) => personId);
    await decider('DD-7').put('applications', '/near-relatives/me', { personIds });
    const refused = await desk.step(decider('DD-9'), id, 'refuse');
    expect(refused).toMatchObject({ body: { code: 'application.officer-near-relative' } });
    const reviewer = desk.platform.as({ role: 'district-reviewer', division: '330302', staffNo: 'DD-9' });
    expect((await desk.step(reviewer, id, 'refuse')).status).toBe(403);
  });
});
