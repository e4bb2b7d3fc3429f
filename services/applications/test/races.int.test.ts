import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { PersonId, PersonRegistered } from '@minzheng/types';
import { CaseDesk, factsOf, shortType } from './case-desk.ts';

// Real servers on a busy machine: a test fails by what it expects, not by the clock.
jest.setTimeout(90_000);

let desk: CaseDesk;

beforeAll(async () => {
  desk = await CaseDesk.open();
});
afterAll(async () => {
  await desk?.platform.stop();
});

async function submitted(): Promise<{ id: string; facts: unknown }> {
  const members = await desk.household(1);
  const facts = factsOf(members, {});
  return { id: (await desk.submit(members, facts)).body.applicationId, facts };
}

const tally = (answers: readonly { status: number }[]): unknown =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([status, of]) => [status, of.length]));

describe('at the same moment', () => {
  test('ten acceptances of ten applications draw ten numbers in a row', async () => {
    const cases = [];
    for (let i = 0; i < 10; i += 1) cases.push(await submitted());
    const answers = await Promise.all(cases.map(({ id }) => desk.step(desk.officer(1), id, 'accept')));
    expect(tally(answers)).toEqual({ 200: 10 });
    const numbers = answers.map(({ body }) => Number(body.caseNumber?.split('-')[3])).toSorted((a, b) => a - b);
    const [first = 0] = numbers;
    expect(numbers).toEqual(cases.map((_, i) => first + i));
  });

  test('eight acceptances of one application take effect once, and draw one number', async () => {
    const { id } = await submitted();
    const before = await desk.lastNumber();
    const answers = await Promise.all(Array.from({ length: 8 }, () => desk.step(desk.officer(1), id, 'accept')));
    expect(tally(answers)).toEqual({ 200: 1, 409: 7 });
    expect(await desk.lastNumber()).toBe(before + 1);
    await desk.platform.eventually(async () => {
      expect((await desk.eventsOf(id)).map(shortType)).toEqual(['application.submitted', 'case.accepted']);
    });
  });

  test('a withdrawal and a decision: one of them stands, and the members’ places follow it', async () => {
    const { id, facts } = await submitted();
    await desk.survey(id, facts, 'positive');
    await desk.endNotice(id);
    await desk.step(desk.reviewer(), id, 'review');
    const { members } = await desk.view(id);
    const [head] = members;
    const answers = await Promise.all([
      desk.step(desk.decider(), id, 'confirm'),
      desk.step(desk.resident(head?.personId ?? ''), id, 'withdraw'),
    ]);
    expect(tally(answers)).toEqual({ 200: 1, 409: 1 });
    const { status } = await desk.view(id);
    const claims = desk.platform.database('applications').collection('household_claims');
    const claim = await claims.findOne({ _id: head?.personId as never });
    expect(claim?.['hold']).toBe(status === 'confirmed' ? 'supported' : 'free');
  });
});

describe('a household that is supported', () => {
  test('cannot apply a second time, nor can its members with somebody else', async () => {
    const members = await desk.household(2);
    const facts = factsOf(members, {});
    const id = (await desk.submit(members, facts)).body.applicationId;
    await desk.survey(id, facts, 'positive');
    await desk.endNotice(id);
    await desk.step(desk.reviewer(), id, 'review');
    expect((await desk.step(desk.decider(), id, 'confirm')).body.decision?.monthlyFen).toBe(220_000);
    const again = await desk.submit(members, facts);
    expect(again).toMatchObject({ status: 409, body: { code: 'application.member-already-supported' } });
    const [other = ''] = await desk.household(1);
    const joined = await desk.submit([other, members[1] ?? ''], factsOf([], {}));
    expect(joined).toMatchObject({ status: 409, body: { code: 'application.member-already-supported' } });
  });
});

describe('what people tells', () => {
  test('twice is remembered once; what cannot be read is parked and keeps nobody waiting', async () => {
    const id = PersonId.parse('person-told-twice');
    const event = PersonRegistered.of({ subject: id, personId: id, data: { personId: id } });
    await desk.platform.publish(event);
    await desk.platform.publishRaw('minzheng.people.v1', 'person-poison', 'not json', { 'content-type': 'text/plain' });
    await desk.platform.publish(event);
    await desk.register('person-after');
    const known = desk.platform.database('applications').collection('known_persons');
    expect(await known.countDocuments({ _id: id as never })).toBe(1);
    const parked = desk.platform.database('applications').collection('parked');
    await desk.platform.eventually(async () => {
      const rows = await parked.find().toArray();
      // Once by the service's own group, once by the one that hears of merges.
      expect(rows.map((row) => row['class'])).toEqual(['poison', 'poison']);
      expect(String(rows[0]?.['key'])).toContain('person-poison');
    });
    await parked.deleteMany({});
    const sre = desk.platform.as({ role: 'sre', staffNo: 'SRE-1' });
    await desk.platform.eventually(async () => {
      const verify = await sre.get<{ ok: boolean; checks: { ok: boolean }[] }>('applications', '/ops/verify');
      expect(verify.body.checks.filter(({ ok }) => !ok)).toEqual([]);
      expect(verify.body.ok).toBe(true);
    });
  });
});
