import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Instant, instant } from '@minzheng/types';
import type { Answer, ProblemBody, TestClient } from '@minzheng/testing';
import { CaseDesk, factsOf, shortType, STREET } from './case-desk.ts';
import { HandClock } from './hand-clock.ts';
import type { ReliefView } from '../src/routes/relief-view.ts';

// Real servers on a busy machine: a test fails by what it expects, not by the clock.
jest.setTimeout(90_000);

/** C10: 2026-02-16 22:00 in Asia/Shanghai. */
const reportedAt = Instant.parse('2026-02-16T14:00:00.000Z');
const after = (hours: number): Instant => instant.plus(reportedAt, hours * 3_600_000);
const clock = new HandClock(reportedAt);
const fire = { emergency: 'fire', isUrgent: true, hardship: 'tier-2' };
let desk: CaseDesk;

beforeAll(async () => {
  desk = await CaseDesk.open({}, clock.clocks);
});
afterAll(async () => {
  await desk?.platform.stop();
});
beforeEach(() => clock.set(reportedAt));

type ReliefAnswer = Answer<ReliefView & Pick<ProblemBody, 'code' | 'errors'>>;

function report(members: readonly string[], facts: unknown): Promise<ReliefAnswer> {
  const [head = ''] = members;
  const rows = members.map((personId, i) => ({ personId, relation: i === 0 ? 'self' : 'child' }));
  return desk.resident(head).post('applications', '/emergencies', { divisionCode: STREET, members: rows, facts });
}

async function reported(size = 3): Promise<{ id: string; members: string[] }> {
  const members = await desk.household(size);
  const answer = await report(members, { emergency: 'fire' });
  expect(answer).toMatchObject({ status: 201, body: { programme: 'TL_E', status: 'submitted' } });
  return { id: answer.body.applicationId, members };
}

const step = (client: TestClient, id: string, verb: string, body: unknown = {}): Promise<ReliefAnswer> =>
  client.post('applications', `/emergencies/${id}/${verb}`, body);

const viewOf = async (id: string): Promise<ReliefView> =>
  (await desk.decider().get<ReliefView>('applications', `/emergencies/${id}`)).body;

const triage = (id: string, facts: unknown = fire, by: TestClient = desk.officer(1)): Promise<ReliefAnswer> =>
  step(by, id, 'triage', { facts });

const kindsOf = async (id: string): Promise<Record<string, string>> => {
  const rows = await desk.platform.database('applications').collection('deadlines').find({ subject: id }).toArray();
  return Object.fromEntries(rows.map((row) => [String(row['kind']), String(row['dueAt'])]));
};

describe('emergency relief', () => {
  test('C10 and E25: decided within 24 hours, 9,900.00 once and at once; the papers by 2026-03-06', async () => {
    const { id } = await reported();
    expect(await kindsOf(id)).toEqual({ 'term.triage': after(2), 'term.advance': after(24) });
    clock.set(after(1));
    const triaged = await triage(id);
    expect(triaged).toMatchObject({ status: 200, body: { status: 'triaged', dueAt: after(24) } });
    expect(triaged.body.caseNumber).toMatch(/^LC-TL_E-202602-000001-\d$/);
    clock.set(after(20));
    const advanced = await step(desk.officer(2), id, 'advance');
    expect(advanced).toMatchObject({
      status: 200,
      body: {
        status: 'advanced',
        decision: { oneOffFen: 990_000, monthlyFen: 0, level: 'street', payFrom: '2026-02' },
      },
    });
    expect(advanced.body.terms.at(-1)).toMatchObject({ kind: 'papers', dueOn: '2026-03-06', used: 0, allowed: 10 });
    const done = await step(desk.officer(1), id, 'complete-papers', { note: '火灾证明、申请书已补齐' });
    expect(done).toMatchObject({ status: 200, body: { status: 'completed' } });
    expect(await kindsOf(id)).toEqual({});
    const told = await desk.platform.eventually(async () => {
      const events = await desk.eventsOf(id);
      expect(events.map(shortType)).toEqual(['application.submitted', 'case.accepted', 'case.confirmed']);
      return events;
    });
    expect(told.at(-1)?.data).toMatchObject({
      programme: 'TL_E',
      monthlyFen: 0,
      oneOffFen: 990_000,
      payFrom: '2026-02',
      ruleIds: ['TL-1', 'TL-3', 'TL-4'],
    });
  });

  test('not helped within 24 hours is told as late, and can still be helped', async () => {
    const { id } = await reported(1);
    clock.set(after(24));
    await desk.platform.eventually(async () => {
      const late = (await desk.eventsOf(id)).filter((event) => shortType(event) === 'case.deadline-missed');
      expect(late.map(({ data }) => (data as { kind: string }).kind)).toEqual(['triage', 'advance']);
    });
    await triage(id);
    expect((await step(desk.officer(2), id, 'advance')).body.status).toBe('advanced');
  });

  test('E26: above the highest tier only the district decides, with its meeting', async () => {
    const { id } = await reported(1);
    await triage(id, { ...fire, hardship: 'special', requestedFen: 1_540_000 });
    const street = await step(desk.officer(2), id, 'advance');
    expect(street).toMatchObject({ status: 403, body: { code: 'application.above-street-limit' } });
    const alone = await step(desk.decider(), id, 'advance');
    expect(alone).toMatchObject({ status: 422, body: { code: 'application.meeting-needed' } });
    const met = await step(desk.decider(), id, 'advance', { meetingRef: '一事一议〔2026〕3号' });
    expect(met.body.decision).toMatchObject({ oneOffFen: 1_320_000, level: 'meeting' });
  });

  test('asks at its triage for what nobody has said', async () => {
    const { id } = await reported(1);
    const open = await triage(id, { emergency: 'fire', isUrgent: true });
    expect(open).toMatchObject({ status: 422, body: { code: 'application.facts-incomplete' } });
    expect(open.body.errors).toMatchObject([{ pointer: '/facts/hardship', code: 'field.required' }]);
    expect((await viewOf(id)).status).toBe('submitted');
  });

  test('that is not urgent is refused with the way it may go', async () => {
    const { id } = await reported(1);
    await triage(id, { emergency: 'other-hardship', isUrgent: false });
    const refused = await step(desk.decider(), id, 'refuse');
    expect(refused.body).toMatchObject({ status: 'refused', decision: { ruleIds: ['TL-1'], hint: 'TL_X' } });
    expect(await kindsOf(id)).toEqual({});
  });

  test('knows no survey and no notice, and a household’s case no triage', async () => {
    const { id, members } = await reported(2);
    for (const [client, verb, body] of [
      [desk.officer(1), 'accept', {}],
      [desk.officer(2), 'start-survey', { surveyors: desk.surveyors() }],
      [desk.reviewer(), 'review', {}],
      [desk.decider(), 'confirm', {}],
    ] as const)
      expect(await desk.step(client, id, verb, body)).toMatchObject({
        status: 409,
        body: { code: 'application.transition-not-there' },
      });
    // The same household may ask for the allowance beside it (DOMAIN §1.11).
    const db = await desk.submit(members, factsOf(members, {}));
    expect(db.status).toBe(201);
    expect(await triage(db.body.applicationId)).toMatchObject({ status: 409 });
  });

  test('is refused without a token, to the wrong role and the wrong street', async () => {
    const { id } = await reported(1);
    const steps: [string, unknown][] = [
      ['triage', { facts: fire }],
      ['advance', {}],
      ['complete-papers', { note: '补齐' }],
    ];
    for (const [verb, body] of steps) {
      expect(await step(desk.platform.anonymous, id, verb, body)).toMatchObject({ status: 401 });
      expect(await step(desk.reviewer(), id, verb, body)).toMatchObject({ status: 403 });
      const elsewhere = await step(desk.officer(1, '330302026'), id, verb, body);
      expect(elsewhere).toMatchObject({ status: 403, body: { code: 'auth.outside-division' } });
    }
  });

  test('asks for its own facts', async () => {
    const members = await desk.household(1);
    expect(await report(members, factsOf(members, {}))).toMatchObject({ status: 400 });
    const unknown = await report(members, { emergency: 'flood' });
    expect(unknown).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  test('stands in a list of its own, is withdrawn by its applicant, and is nobody else’s', async () => {
    const { id, members } = await reported(1);
    const mine = desk.resident(members[0] ?? '');
    const listed = await mine.get<{ items: ReliefView[] }>('applications', '/emergencies');
    expect(listed.body.items.map(({ applicationId }) => applicationId)).toEqual([id]);
    expect((await mine.get<{ items: unknown[] }>('applications', '/applications')).body.items).toEqual([]);
    expect(await mine.get('applications', `/applications/${id}`)).toMatchObject({ status: 404 });
    expect(await step(desk.resident('person-else'), id, 'withdraw')).toMatchObject({ status: 404 });
    expect((await step(mine, id, 'withdraw')).body.status).toBe('withdrawn');
    expect(await kindsOf(id)).toEqual({});
  });
});

describe('the margin', () => {
  test('E02: refused under DB with its hint, the household applies as one on the margin and is confirmed', async () => {
    clock.set(Instant.parse('2026-04-28T01:00:00.000Z'));
    const members = await desk.household(3);
    const facts = factsOf(members, { wageFen: 400_000 });
    const db = (await desk.submit(members, facts)).body.applicationId;
    await desk.survey(db, facts, 'negative');
    await desk.step(desk.reviewer(), db, 'review');
    const refused = await desk.step(desk.decider(), db, 'refuse');
    expect(refused.body.decision).toMatchObject({ hint: 'DBB' });
    const dbb = await desk.submit(members, facts, undefined, refused.body.decision?.hint);
    expect(dbb).toMatchObject({ status: 201, body: { programme: 'DBB' } });
    const id = dbb.body.applicationId;
    const posted = await desk.survey(id, facts, 'positive');
    expect(posted.body).toMatchObject({ status: 'public-notice' });
    expect(posted.body.caseNumber).toMatch(/^LC-DBB-202604-/);
    clock.set(Instant.parse('2026-05-06T16:00:00.000Z'));
    await desk.until(id, 'reported');
    await desk.step(desk.reviewer(), id, 'review');
    const confirmed = await desk.step(desk.decider(), id, 'confirm');
    expect(confirmed.body).toMatchObject({
      status: 'confirmed',
      decision: { outcome: 'confirmed', monthlyFen: 0, payFrom: '2026-06' },
    });
    await desk.platform.eventually(async () => {
      const told = (await desk.eventsOf(id)).at(-1);
      expect(told?.data).toMatchObject({ programme: 'DBB', monthlyFen: 0 });
    });
  });
});

const relative = (staffNo: string): TestClient =>
  desk.platform.as({ role: 'street-officer', division: '330302006', staffNo });

describe('a near relative', () => {
  const isBarred = { status: 403, body: { code: 'application.officer-near-relative' } };
  test('takes no part in a household’s case, neither acting nor named, until the declaration is taken back', async () => {
    const members = await desk.household(2);
    const facts = factsOf(members, {});
    const id = (await desk.submit(members, facts)).body.applicationId;
    const kin = relative('SO-KIN');
    const declared = await kin.put('applications', '/near-relatives/me', { personIds: [members[1]] });
    expect(declared).toMatchObject({ status: 200, body: { personIds: [members[1]] } });
    expect(await desk.step(kin, id, 'accept')).toMatchObject(isBarred);
    await desk.step(desk.officer(1), id, 'accept');
    const named = { surveyors: [desk.surveyors()[0], 'SO-KIN'] };
    expect(await desk.step(desk.officer(2), id, 'start-survey', named)).toMatchObject(isBarred);
    expect((await desk.view(id)).status).toBe('accepted');
    await kin.put('applications', '/near-relatives/me', { personIds: [] });
    expect((await desk.step(desk.officer(2), id, 'start-survey', named)).status).toBe(200);
  });

  test('declares for themself only, as an officer', async () => {
    const body = { personIds: ['person-x'] };
    const resident = await desk.resident('person-x').put('applications', '/near-relatives/me', body);
    expect(resident).toMatchObject({ status: 403, body: { code: 'auth.role-not-allowed' } });
    const nobody = await desk.platform.anonymous.put('applications', '/near-relatives/me', body);
    expect(nobody).toMatchObject({ status: 401 });
  });
});
