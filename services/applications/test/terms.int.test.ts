import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { instant, LocalDate } from '@minzheng/types';
import type { Instant } from '@minzheng/types';
import type { CaseView } from '../src/routes/case-view.ts';
import { CaseDesk, factsOf, shortType, STREET } from './case-desk.ts';
import { HandClock } from './hand-clock.ts';

// Real servers on a busy machine: a test fails by what it expects, not by the clock.
jest.setTimeout(90_000);

/** Nine in the morning in Asia/Shanghai. */
const morning = (day: string): Instant => instant.plus(instant.startOfDay(LocalDate.parse(day)), 9 * 3_600_000);
const startOf = (day: string): Instant => instant.startOfDay(LocalDate.parse(day));
const justBefore = (day: string): Instant => instant.plus(startOf(day), -1);

/** It confirms by itself. */
const DEVOLVED_STREET = '330302023';

const clock = new HandClock(morning('2026-04-28'));
let desk: CaseDesk;

beforeAll(async () => {
  desk = await CaseDesk.open({ DEVOLVED: `DB:${DEVOLVED_STREET}` }, clock.clocks);
});
afterAll(async () => {
  await desk?.platform.stop();
});
beforeEach(() => clock.set(morning('2026-04-28')));

async function submitted(circumstances = {}): Promise<{ id: string; facts: unknown; head: string }> {
  const members = await desk.household(2);
  const facts = factsOf(members, circumstances);
  const answer = await desk.submit(members, facts);
  expect(answer.status).toBe(201);
  return { id: answer.body.applicationId, facts, head: members[0] ?? '' };
}

async function termsOf(id: string): Promise<Record<string, string>> {
  const { terms } = await desk.view(id);
  return Object.fromEntries(terms.map(({ kind, dueOn }) => [kind, dueOn]));
}

async function deadlinesOf(id: string): Promise<Record<string, string>> {
  const rows = await desk.platform.database('applications').collection('deadlines').find({ subject: id }).toArray();
  return Object.fromEntries(rows.map((row) => [String(row['kind']), String(row['dueAt'])]));
}

const missedBy = async (id: string): Promise<unknown[]> =>
  (await desk.eventsOf(id)).filter((event) => shortType(event) === 'case.deadline-missed').map(({ data }) => data);

describe('the days of a case', () => {
  test('C5: accepted 2026-04-28, survey by 05-06, street by 05-21, total by 06-11', async () => {
    const { id } = await submitted();
    await desk.step(desk.officer(1), id, 'accept');
    expect(await termsOf(id)).toMatchObject({
      'start-survey': '2026-05-06',
      street: '2026-05-21',
      total: '2026-06-11',
    });
    expect(await deadlinesOf(id)).toEqual({
      'term.start-survey': startOf('2026-05-07'),
      'term.street': startOf('2026-05-22'),
      'term.total': startOf('2026-06-12'),
    });
    const view = await desk.view(id);
    expect(view).toMatchObject({ dueOn: '2026-06-11', dueOnIsProvisional: false });
    clock.set(morning('2026-05-15'));
    expect((await desk.view(id)).terms.find(({ kind }) => kind === 'street')).toMatchObject({
      used: 11,
      allowed: 15,
      light: 'amber',
    });
  });

  test('C5: where the street itself confirms, all of it by 05-28; its own reviewer and decider end the case', async () => {
    const members = await desk.household(1);
    const facts = factsOf(members, { vehicles: 1 });
    const [head = ''] = members;
    const body = {
      programme: 'DB',
      divisionCode: DEVOLVED_STREET,
      members: [{ personId: head, relation: 'self' }],
      facts,
    };
    const asked = await desk.resident(head).post<CaseView>('applications', '/applications', body);
    const id = asked.body.applicationId;
    const [first, second] = [desk.officer(1, DEVOLVED_STREET), desk.officer(2, DEVOLVED_STREET)];
    await desk.step(first, id, 'accept');
    expect(await termsOf(id)).toMatchObject({ street: '2026-05-21', total: '2026-05-28' });
    expect((await deadlinesOf(id))['term.total']).toBe(startOf('2026-05-29'));
    const surveyors = [2, 3].map((n) => `SO-${DEVOLVED_STREET}-${n}`);
    await desk.step(second, id, 'start-survey', { surveyors });
    await desk.step(first, id, 'report-survey', { facts, opinion: 'negative', note: '入户调查记录' });
    const ofStreet = (role: 'district-reviewer' | 'district-decider', division: string) =>
      desk.platform.as({ role, division, staffNo: `${role}-${division}` });
    expect((await desk.step(ofStreet('district-reviewer', STREET), id, 'review')).status).toBe(403);
    await desk.step(ofStreet('district-reviewer', DEVOLVED_STREET), id, 'review');
    const refused = await desk.step(ofStreet('district-decider', DEVOLVED_STREET), id, 'refuse');
    expect(refused).toMatchObject({ status: 200, body: { status: 'refused' } });
  });

  test('over the National Day week: accepted 2026-09-28, survey by 10-08, street by 10-23, total by 11-13', async () => {
    clock.set(morning('2026-09-28'));
    const { id, facts } = await submitted();
    expect(await termsOf(id)).toEqual({ acceptance: '2026-10-10' });
    await desk.step(desk.officer(1), id, 'accept');
    expect(await termsOf(id)).toMatchObject({
      'start-survey': '2026-10-08',
      street: '2026-10-23',
      total: '2026-11-13',
    });
    await desk.step(desk.officer(2), id, 'start-survey', { surveyors: desk.surveyors() });
    clock.set(morning('2026-09-30'));
    const survey = { facts, opinion: 'positive', note: '入户调查记录' };
    const posted = await desk.step(desk.officer(1), id, 'report-survey', survey);
    expect(posted.body.notice).toEqual({ postedOn: '2026-09-30', endsOn: '2026-10-08' });
    clock.set(justBefore('2026-10-09'));
    expect((await desk.view(id)).status).toBe('public-notice');
    clock.set(startOf('2026-10-09'));
    await desk.until(id, 'reported');
    expect(await deadlinesOf(id)).toEqual({
      'term.district': startOf('2026-10-16'),
      'term.total': startOf('2026-11-14'),
    });
  });

  test('C6: a notice posted 2026-06-12 hangs out to 06-22 24:00 and is reported from 06-23', async () => {
    const { id, facts } = await submitted();
    await desk.step(desk.officer(1), id, 'accept');
    await desk.step(desk.officer(2), id, 'start-survey', { surveyors: desk.surveyors() });
    clock.set(morning('2026-06-12'));
    await desk.step(desk.officer(1), id, 'report-survey', { facts, opinion: 'positive', note: '入户调查记录' });
    expect((await deadlinesOf(id))['notice.ends']).toBe(startOf('2026-06-23'));
  });

  test('C12: over a year whose holidays are not known, the day is provisional', async () => {
    clock.set(morning('2026-12-01'));
    const { id } = await submitted();
    await desk.step(desk.officer(1), id, 'accept');
    expect(await desk.view(id)).toMatchObject({ dueOn: '2027-01-13', dueOnIsProvisional: true });
  });
});

describe('a term that runs out', () => {
  test('is a fact on the case and an event, once, and moves the case nowhere', async () => {
    const { id } = await submitted();
    await desk.step(desk.officer(1), id, 'accept');
    clock.set(justBefore('2026-05-07'));
    expect((await desk.view(id)).terms.map(({ light }) => light)).not.toContain('red');
    clock.set(startOf('2026-05-07'));
    await desk.platform.eventually(async () =>
      expect(await missedBy(id)).toMatchObject([{ kind: 'start-survey', dueOn: '2026-05-06' }]),
    );
    expect(await desk.view(id)).toMatchObject({ status: 'accepted' });
    expect((await desk.view(id)).terms.find(({ kind }) => kind === 'start-survey')).toMatchObject({ light: 'red' });
    await desk.step(desk.officer(2), id, 'start-survey', { surveyors: desk.surveyors() });
    clock.set(startOf('2026-06-12'));
    await desk.platform.eventually(async () =>
      expect((await missedBy(id)).map((data) => (data as { kind: string }).kind)).toEqual([
        'start-survey',
        'street',
        'total',
      ]),
    );
  });

  test('in silence accepts the application, and the case has its number', async () => {
    const { id } = await submitted();
    clock.set(startOf('2026-05-09'));
    const accepted = await desk.until(id, 'accepted');
    expect(accepted.caseNumber).toMatch(/^LC-DB-202605-/);
    expect(accepted.history.at(-1)).toEqual({ event: 'accepted', at: startOf('2026-05-09') });
    expect(Object.keys(await deadlinesOf(id)).toSorted()).toEqual(['term.start-survey', 'term.street', 'term.total']);
  });

  test('of a case that was withdrawn is never told', async () => {
    const { id, head } = await submitted();
    await desk.step(desk.officer(1), id, 'accept');
    expect((await desk.step(desk.resident(head), id, 'withdraw')).status).toBe(200);
    expect(await deadlinesOf(id)).toEqual({});
  });
});

describe('what is missing', () => {
  test('is told once; brought in time, the application is taken up again', async () => {
    const { id, head } = await submitted();
    const items = ['authorisation', 'income-proof'];
    const asked = await desk.step(desk.officer(1), id, 'request-supplement', { items });
    expect(asked).toMatchObject({ status: 200, body: { status: 'supplement', supplement: { items } } });
    expect(await deadlinesOf(id)).toEqual({ 'term.supplement': startOf('2026-05-29') });
    expect(await desk.step(desk.officer(1), id, 'accept')).toMatchObject({ status: 409 });
    clock.set(morning('2026-05-11'));
    expect((await desk.step(desk.resident(head), id, 'supply')).body.status).toBe('submitted');
    expect(await deadlinesOf(id)).toEqual({ 'term.acceptance': startOf('2026-05-19') });
    const again = await desk.step(desk.officer(1), id, 'request-supplement', { items });
    expect(again).toMatchObject({ status: 409, body: { code: 'application.supplement-asked-already' } });
    expect((await desk.step(desk.officer(1), id, 'accept')).body.status).toBe('accepted');
  });

  test('and does not come closes the application, and the household may apply again', async () => {
    const members = await desk.household(1);
    const facts = factsOf(members, {});
    const id = (await desk.submit(members, facts)).body.applicationId;
    await desk.step(desk.officer(1), id, 'request-supplement', { items: ['receipts'] });
    clock.set(startOf('2026-05-29'));
    await desk.until(id, 'abandoned');
    expect((await desk.submit(members, facts)).status).toBe(201);
    await desk.platform.eventually(async () =>
      expect((await desk.eventsOf(id)).map(shortType)).toEqual([
        'application.submitted',
        'case.supplement-requested',
        'case.deadline-missed',
        'application.abandoned',
      ]),
    );
  });
});

async function hungOut(): Promise<{ id: string; facts: unknown; head: string }> {
  const made = await submitted();
  await desk.survey(made.id, made.facts, 'positive');
  return made;
}

describe('an objection', () => {
  test('by any resident stops the notice; dismissed in time it goes on, and the case has 45 working days', async () => {
    const { id } = await hungOut();
    expect((await deadlinesOf(id))['notice.ends']).toBe(startOf('2026-05-07'));
    clock.set(morning('2026-04-30'));
    const grounds = '听说该户有一辆汽车';
    const filed = await desk.step(desk.resident('person-neighbour'), id, 'objections', { grounds });
    expect(filed).toMatchObject({ status: 201, body: { answerBy: '2026-07-03' } });
    expect(await deadlinesOf(id)).toEqual({
      'term.objection': startOf('2026-07-04'),
      'term.total': startOf('2026-07-04'),
    });
    const twice = await desk.step(desk.resident('person-neighbour'), id, 'objections', { grounds });
    expect(twice).toMatchObject({ status: 409, body: { code: 'application.objection-filed-already' } });
    const read = await desk
      .officer(2)
      .get<{ items: { grounds: string }[] }>('applications', `/applications/${id}/objections`);
    expect(read.body.items).toMatchObject([{ grounds }]);
    const rows = await desk.platform.database('applications').collection('objections').find().toArray();
    expect(JSON.stringify(rows)).not.toContain('汽车');
    const answer = { outcome: 'dismissed', note: '经核查无车辆' };
    const resumed = await desk.step(desk.officer(1), id, 'answer-objections', answer);
    expect(resumed.body).toMatchObject({ status: 'public-notice', objections: [{ outcome: 'dismissed' }] });
    clock.set(startOf('2026-05-07'));
    await desk.until(id, 'reported');
    expect((await desk.eventsOf(id)).map(shortType)).toEqual([
      'application.submitted',
      'case.accepted',
      'case.notice-posted',
      'case.objection-filed',
      'case.objection-answered',
      'case.reported',
    ]);
  });

  test('upheld brings new facts, which the district decides on', async () => {
    const { id, facts } = await hungOut();
    await desk.step(desk.officer(3), id, 'objections', { grounds: '居委会转交：该户有车' });
    const richer = { ...(facts as object), vehicles: 1 };
    const answer = { outcome: 'upheld', note: '核查属实', facts: richer, opinion: 'negative' };
    const reported = await desk.step(desk.officer(1), id, 'answer-objections', answer);
    expect(reported.body).toMatchObject({ status: 'reported', objections: [{ outcome: 'upheld' }] });
    await desk.step(desk.reviewer(), id, 'review');
    const refused = await desk.step(desk.decider(), id, 'refuse');
    expect(refused.body).toMatchObject({ status: 'refused', decision: { ruleIds: ['AST-2'] } });
    expect(await deadlinesOf(id)).toEqual({});
  });

  test('is refused where no notice hangs out, to an officer of another street, and without a word', async () => {
    const { id } = await submitted();
    const grounds = '有异议';
    const early = await desk.step(desk.resident('person-neighbour'), id, 'objections', { grounds });
    expect(early).toMatchObject({ status: 404, body: { code: 'application.not-found' } });
    const officers = await desk.step(desk.officer(1), id, 'objections', { grounds });
    expect(officers).toMatchObject({ status: 409, body: { code: 'application.transition-not-there' } });
    const hung = await hungOut();
    const elsewhere = await desk.step(desk.officer(1, '330302026'), hung.id, 'objections', { grounds });
    expect(elsewhere).toMatchObject({ status: 403, body: { code: 'auth.outside-division' } });
    const silent = await desk.step(desk.resident('person-neighbour'), hung.id, 'objections', { grounds: ' ' });
    expect(silent).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    const list = await desk.resident(hung.head).get('applications', `/applications/${hung.id}/objections`);
    expect(list).toMatchObject({ status: 403, body: { code: 'auth.role-not-allowed' } });
  });
});
