import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { CaseDesk, factsOf, STREET } from './case-desk.ts';
import type { CaseAnswer } from './case-desk.ts';

// Real servers on a busy machine: a test fails by what it expects, not by the clock.
jest.setTimeout(90_000);

let desk: CaseDesk;

beforeAll(async () => {
  desk = await CaseDesk.open();
});
afterAll(async () => {
  await desk?.platform.stop();
});

/** A new case of a new household, brought to a state. */
async function caseAt(status: 'submitted' | 'accepted' | 'survey' | 'reported' | 'review'): Promise<string> {
  const members = await desk.household(1);
  const facts = factsOf(members, { vehicles: 1 });
  const id = (await desk.submit(members, facts)).body.applicationId;
  const steps = [
    () => desk.step(desk.officer(1), id, 'accept'),
    () => desk.step(desk.officer(2), id, 'start-survey', { surveyors: desk.surveyors() }),
    () => desk.step(desk.officer(1), id, 'report-survey', { facts, opinion: 'negative', note: '记录' }),
    () => desk.step(desk.reviewer(), id, 'review'),
  ];
  const reached = ['submitted', 'accepted', 'survey', 'reported', 'review'].indexOf(status);
  for (const step of steps.slice(0, reached)) expect((await step()).status).toBe(200);
  return id;
}

const expectRefused = (answer: CaseAnswer, status: number, code: string): void =>
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });

const withdrawNothing = (language: string): Promise<CaseAnswer & { body: { title?: string } }> =>
  desk
    .resident('person-any')
    .post('applications', '/applications/none/withdraw', {}, { headers: { 'accept-language': language } });

/** A body without what a person has not said. */
const without = (facts: Record<string, unknown>): unknown =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => name !== 'vehicles'));

describe('every step is refused', () => {
  const steps: [verb: string, body: unknown, wrong: 'reviewer' | 'officer'][] = [
    ['accept', {}, 'reviewer'],
    ['start-survey', { surveyors: ['SO-1', 'SO-2'] }, 'reviewer'],
    ['report-survey', { facts: factsOf([], {}), opinion: 'negative', note: '记录' }, 'reviewer'],
    ['review', {}, 'officer'],
    ['confirm', {}, 'officer'],
    ['refuse', {}, 'officer'],
    ['withdraw', {}, 'officer'],
  ];
  for (const [verb, body, wrong] of steps) {
    test(`${verb}: without a token, and to the wrong role`, async () => {
      const id = await caseAt('submitted');
      expectRefused(await desk.step(desk.platform.anonymous, id, verb, body), 401, 'auth.token-missing');
      const somebody = wrong === 'officer' ? desk.officer(1) : desk.reviewer();
      expectRefused(await desk.step(somebody, id, verb, body), 403, 'auth.role-not-allowed');
      expect((await desk.view(id)).status).toBe('submitted');
    });

    test(`${verb}: with an unknown field`, async () => {
      const client = { reviewer: desk.officer(1), officer: verb === 'review' ? desk.reviewer() : desk.decider() }[
        wrong
      ];
      const speaker = verb === 'withdraw' ? desk.resident('person-x') : client;
      const answer = await desk.step(speaker, 'some-case', verb, { ...(body as object), extra: 1 });
      expectRefused(answer, 400, 'request.unknown-field');
    });
  }

  test('to another street, whose officers may not even look', async () => {
    const id = await caseAt('submitted');
    const stranger = desk.officer(1, '330302026');
    expectRefused(await desk.step(stranger, id, 'accept'), 403, 'auth.outside-division');
    const seen = await stranger.get('applications', `/applications/${id}`);
    expect(seen).toMatchObject({ status: 403, body: { code: 'auth.outside-division' } });
    const list = await stranger.get<{ items: unknown[] }>('applications', '/applications');
    expect(list.body.items).toEqual([]);
    expect((await desk.view(id)).status).toBe('submitted');
  });

  test('where the transition is not there', async () => {
    const id = await caseAt('submitted');
    expectRefused(await desk.step(desk.reviewer(), id, 'review'), 409, 'application.transition-not-there');
    expectRefused(await desk.step(desk.decider(), id, 'confirm'), 409, 'application.transition-not-there');
  });

  test('for a case that is not there', async () => {
    expectRefused(await desk.step(desk.officer(1), 'no-such-case', 'accept'), 404, 'application.not-found');
  });

  test('to an officer whose token has no staff number', async () => {
    const id = await caseAt('submitted');
    const nameless = desk.platform.as({ role: 'street-officer', division: STREET });
    expectRefused(await desk.step(nameless, id, 'accept'), 403, 'auth.role-not-allowed');
  });
});

describe('no two adjacent parts of one case in one hand', () => {
  test('the acceptor among the surveyors, and a survey of one', async () => {
    const id = await caseAt('accepted');
    const [second = ''] = desk.surveyors();
    const withAcceptor = { surveyors: [second, `SO-${STREET}-1`] };
    const adjacent = 'application.same-officer-adjacent';
    expectRefused(await desk.step(desk.officer(2), id, 'start-survey', withAcceptor), 403, adjacent);
    const alone = await desk.step(desk.officer(2), id, 'start-survey', { surveyors: [second, second] });
    expectRefused(alone, 422, 'application.surveyors-fewer-than-two');
    expect((await desk.view(id)).status).toBe('accepted');
  });

  test('a surveyor who signs for the street', async () => {
    const id = await caseAt('survey');
    const { facts } = await desk.view(id);
    const signed = await desk.step(desk.officer(2), id, 'report-survey', {
      facts: facts.declared,
      opinion: 'negative',
      note: '记录',
    });
    expectRefused(signed, 403, 'application.same-officer-adjacent');
  });

  test('the reviewer who decides under another role', async () => {
    const id = await caseAt('review');
    const both = desk.platform.as({ role: 'district-decider', division: '330302', staffNo: 'DR-1' });
    expectRefused(await desk.step(both, id, 'refuse'), 403, 'application.same-officer-adjacent');
  });
});

describe('an application', () => {
  test('of a member nobody has resolved is refused, and passes under the same key once they are known', async () => {
    const [head = ''] = await desk.household(1);
    const soon = 'person-soon';
    const client = desk.resident(head);
    const members = [
      { personId: head, relation: 'self' },
      { personId: soon, relation: 'spouse' },
    ];
    const body = { programme: 'DB', divisionCode: STREET, members, facts: factsOf([head], {}) };
    const send = () => client.post<{ code?: string }>('applications', '/applications', body, { key: 'soon' });
    expect(await send()).toMatchObject({ status: 422, body: { code: 'application.member-not-resolved' } });
    await desk.register(soon);
    expect((await send()).status).toBe(201);
  });

  test('runs once for each member, whoever applies', async () => {
    const [first = '', second = ''] = await desk.household(2);
    const facts = factsOf([], {});
    expect((await desk.submit([first, second], facts)).status).toBe(201);
    expectRefused(await desk.submit([first], facts), 409, 'application.one-open-per-household');
    expectRefused(await desk.submit([second], facts), 409, 'application.one-open-per-household');
    const [third = ''] = await desk.household(1);
    expectRefused(await desk.submit([third, second], facts), 409, 'application.one-open-per-household');
    expect((await desk.submit([third], facts)).status).toBe(201);
  });

  test('of ten at the same moment for one household runs once', async () => {
    const members = await desk.household(3);
    const facts = factsOf(members, {});
    const heads = Array.from({ length: 10 }, (_, i) => members[i % 3] ?? '');
    const answers = await Promise.all(
      heads.map((head) => desk.submit([head, ...members.filter((id) => id !== head)], factsOf([], {}))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expectRefused(answer, 409, 'application.one-open-per-household');
    }
    expectRefused(await desk.submit(members, facts), 409, 'application.one-open-per-household');
  });

  test('once withdrawn frees its household; a stranger cannot withdraw it', async () => {
    const members = await desk.household(1);
    const facts = factsOf(members, {});
    const id = (await desk.submit(members, facts)).body.applicationId;
    expectRefused(await desk.step(desk.resident('person-else'), id, 'withdraw'), 404, 'auth.not-yours');
    const [head = ''] = members;
    expect((await desk.step(desk.resident(head), id, 'withdraw')).body.status).toBe('withdrawn');
    expect((await desk.submit(members, facts)).status).toBe(201);
  });

  test('is the same one when it is sent again under its key; another body under it is refused', async () => {
    const members = await desk.household(1);
    const [head = ''] = members;
    const client = desk.resident(head);
    const rows = [{ personId: head, relation: 'self' }];
    const body = { programme: 'DB', divisionCode: STREET, members: rows, facts: factsOf(members, {}) };
    const send = (changed: object = {}) =>
      client.post<{ applicationId?: string; code?: string }>(
        'applications',
        '/applications',
        { ...body, ...changed },
        { key: 'once' },
      );
    const first = await send();
    const again = await send();
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const other = await send({ facts: factsOf(members, { vehicles: 1 }) });
    expect(other).toMatchObject({ status: 422, body: { code: 'request.idempotency-key-reused' } });
    const list = await client.get<{ items: unknown[] }>('applications', '/applications');
    expect(list.body.items).toHaveLength(1);
  });

  const zeros = Array.from({ length: 12 }, () => 0);
  const bad: [why: string, change: (facts: Record<string, unknown>) => unknown, pointer: string][] = [
    ['a missing fact is never zero', without, '/facts/vehicles'],
    ['eleven months', (facts) => ({ ...facts, otherMonthsFen: zeros.slice(1) }), '/facts/otherMonthsFen'],
    ['a negative amount', (facts) => ({ ...facts, financialFen: -1 }), '/facts/financialFen'],
    ['a part of a fen', (facts) => ({ ...facts, financialFen: 0.5 }), '/facts/financialFen'],
    [
      'an amount too great to reckon with',
      (facts) => ({ ...facts, otherMonthsFen: zeros.map(() => 1_000_000_001) }),
      '/facts/otherMonthsFen/0',
    ],
    [
      'a basic pension above the pension',
      (facts) => ({ ...facts, pensions: [{ personId: 'p', monthsFen: zeros, basicMonthsFen: zeros.map(() => 1) }] }),
      '/facts/pensions/0/basicMonthsFen',
    ],
  ];
  for (const [why, change, pointer] of bad)
    test(`with ${why} is refused at its field`, async () => {
      const answer = await desk.submit(['person-any'], change(factsOf([], {}) as Record<string, unknown>));
      expectRefused(answer, 400, 'request.invalid');
      expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
    });

  test('says in the caller’s language what is wrong', async () => {
    expect((await withdrawNothing('en')).body.title).toBe('We could not find this application. Check its number.');
    expect((await withdrawNothing('zh-CN')).body.title).toContain('没有找到这份申请');
  });
});

describe('reading', () => {
  test('a resident sees their own case without the officers’ numbers; others do not see it', async () => {
    const members = await desk.household(1);
    const [head = ''] = members;
    const id = (await desk.submit(members, factsOf(members, {}))).body.applicationId;
    await desk.step(desk.officer(1), id, 'accept');
    const mine = await desk
      .resident(head)
      .get<Awaited<ReturnType<CaseDesk['view']>>>('applications', `/applications/${id}`);
    expect(mine.body.history.map(({ event, by }) => [event, by])).toEqual([
      ['submitted', undefined],
      ['accepted', undefined],
    ]);
    expect((await desk.view(id)).history.at(-1)?.by).toBe(`SO-${STREET}-1`);
    const theirs = await desk.resident('person-else').get('applications', `/applications/${id}`);
    expect(theirs).toMatchObject({ status: 404, body: { code: 'auth.not-yours' } });
    const audit = desk.platform.database('applications').collection('audit');
    const readers = await audit.find({ action: 'application.read', object: `application/${id}` }).toArray();
    expect(new Set(readers.map((row) => row['actor']))).toEqual(new Set(['DD-1']));
  });

  test('a list goes on where it stopped, by status, and only within one’s own division', async () => {
    const decider = desk.decider();
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const path = `/applications?limit=5${next === undefined ? '' : `&after=${next}`}`;
      const page = await decider.get<{ items: { applicationId: string }[]; next?: string }>('applications', path);
      expect(page.status).toBe(200);
      seen.push(...page.body.items.map(({ applicationId }) => applicationId));
      next = page.body.next;
    } while (next !== undefined);
    const total = await desk.platform.database('applications').collection('applications').countDocuments();
    expect(new Set(seen).size).toBe(total);
    expect(seen).toHaveLength(total);
    const bad = await decider.get('applications', '/applications?status[$ne]=submitted');
    expect(bad).toMatchObject({ status: 400, body: { code: 'request.operator-not-allowed' } });
  });
});
