import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { viewAt } from '@minzheng/rules';
import { digestId, instant, localDate } from '@minzheng/types';
import mongoose from 'mongoose';
import { readLaw } from '../src/adapters/law.ts';
import { assessDb } from '../src/domain/programmes/db/assess-db.ts';
import { CaseDesk, factsOf, shortType, STREET } from './case-desk.ts';

// Real servers on a busy machine: a test fails by what it expects, not by the clock.
jest.setTimeout(90_000);

/** A killed process leaves its slot of the outbox leased for fifteen seconds. */
const LEASE_AND_MORE_MS = 60_000;
let desk: CaseDesk;

beforeAll(async () => {
  desk = await CaseDesk.open();
});
afterAll(async () => {
  await desk?.platform.stop();
});

/** The very bytes, read as text. */
const asStored = (row: mongoose.mongo.Document): string =>
  Buffer.from(mongoose.mongo.BSON.serialize(row)).toString('utf8');

describe('a case from submission to its decision', () => {
  test('E01 is confirmed with 1,300.00 a month, each step told once and in order', async () => {
    const members = await desk.household(3);
    const facts = factsOf(members, { wageFen: 250_000 });
    const submitted = await desk.submit(members, facts);
    expect(submitted).toMatchObject({ status: 201, body: { status: 'submitted', householdSize: 3, sample: false } });
    const id = submitted.body.applicationId;
    const posted = await desk.survey(id, facts, 'positive');
    expect(posted).toMatchObject({
      status: 200,
      body: { status: 'public-notice', notice: { postedOn: '2026-05-06', endsOn: '2026-05-13' } },
    });
    expect(posted.body.caseNumber).toMatch(/^LC-DB-\d{6}-\d{6}-\d$/);
    await desk.endNotice(id);
    expect(await desk.step(desk.reviewer(), id, 'review')).toMatchObject({ status: 200, body: { status: 'review' } });
    const confirmed = await desk.step(desk.decider(), id, 'confirm');
    expect(confirmed).toMatchObject({
      status: 200,
      body: {
        status: 'confirmed',
        sample: true,
        decision: {
          outcome: 'confirmed',
          monthlyFen: 130_000,
          payFrom: '2026-06',
          decidedOn: '2026-05-14',
          sample: true,
        },
      },
    });
    const told = await desk.platform.eventually(async () => {
      const events = await desk.eventsOf(id);
      expect(events).toHaveLength(5);
      return events;
    });
    expect(told.map(shortType)).toEqual([
      'application.submitted',
      'case.accepted',
      'case.notice-posted',
      'case.reported',
      'case.confirmed',
    ]);
    expect(told.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    for (const event of told) expect(event).toMatchObject({ personid: members[0], divisioncode: STREET });
    expect(told.at(-1)?.data).toMatchObject({ monthlyFen: 130_000, payFrom: '2026-06', programme: 'DB' });
  });

  test('E02 is refused under DB-1 with the hint DBB, and the household is free to apply again', async () => {
    const members = await desk.household(3);
    const facts = factsOf(members, { wageFen: 400_000 });
    const id = (await desk.submit(members, facts)).body.applicationId;
    expect(await desk.survey(id, facts, 'negative')).toMatchObject({ body: { status: 'reported' } });
    await desk.step(desk.reviewer(), id, 'review');
    const refused = await desk.step(desk.decider(), id, 'refuse');
    expect(refused).toMatchObject({
      status: 200,
      body: { status: 'refused', decision: { outcome: 'refused', ruleIds: ['DB-1'], hint: 'DBB' } },
    });
    expect(refused.body.decision?.monthlyFen).toBeUndefined();
    const told = await desk.platform.eventually(async () => {
      const events = await desk.eventsOf(id);
      expect(events).toHaveLength(4);
      return events;
    });
    expect(told.map(shortType)).toEqual(['application.submitted', 'case.accepted', 'case.reported', 'case.refused']);
    expect(told.at(-1)?.data).toMatchObject({ ruleIds: ['DB-1'], hint: 'DBB' });
    expect((await desk.submit(members, facts)).status).toBe(201);
  });

  test('E08 is refused for its car, without a hint, and cannot be confirmed', async () => {
    const members = await desk.household(2);
    const facts = factsOf(members, { vehicles: 1 });
    const id = (await desk.submit(members, facts)).body.applicationId;
    await desk.survey(id, facts, 'negative');
    await desk.step(desk.reviewer(), id, 'review');
    const differs = await desk.step(desk.decider(), id, 'confirm');
    expect(differs).toMatchObject({ status: 409, body: { code: 'application.opinion-differs-from-assessment' } });
    const refused = await desk.step(desk.decider(), id, 'refuse');
    expect(refused.body.decision).toMatchObject({ outcome: 'refused', ruleIds: ['AST-2'] });
    expect(refused.body.decision?.hint).toBeUndefined();
  });

  test('numbers of cases follow one another without a gap', async () => {
    const numbers: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      const members = await desk.household(1);
      const id = (await desk.submit(members, factsOf(members, {}))).body.applicationId;
      const { caseNumber } = (await desk.step(desk.officer(1), id, 'accept')).body;
      numbers.push(Number(caseNumber?.split('-')[3]));
    }
    const [first = 0] = numbers;
    expect(numbers).toEqual([first, first + 1, first + 2]);
  });

  test('what is sealed at rest is not readable in the database', async () => {
    const rows = await desk.platform.database('applications').collection('applications').find().toArray();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(asStored(row)).not.toMatch(/monthsFen|入户调查记录|factsHash/);
  });

  test('a decision can be reckoned again from what is stored with it, row by row', async () => {
    const found = await desk
      .decider()
      .get<{ items: { applicationId: string }[] }>('applications', '/applications?status=confirmed');
    const [first] = found.body.items;
    const { decision, facts, householdSize } = await desk.view(first?.applicationId ?? '');
    if (!decision || !facts.verified) throw new Error('a confirmed case has verified facts and a decision');
    const again = assessDb(
      { n: householdSize, ...facts.verified },
      viewAt(readLaw().parameters, decision.decidedOn, decision.knownAt),
    );
    expect(again).toMatchObject({
      monthlyFen: decision.monthlyFen,
      trace: decision.trace,
      used: decision.rowsUsed,
      provisional: decision.provisional,
    });
    expect(decision.factsHash).toBe(digestId(['facts', JSON.stringify(facts.verified)]));
    expect(decision.rowsUsed).toEqual(
      expect.arrayContaining([expect.objectContaining({ key: 'dibao.std', value: 110_000 })]),
    );
    expect(decision.knownAt).toBe(decision.decidedOn);
    expect(decision.codeVersion).toMatch(/^[0-9a-f]{16}$/);
    expect(decision.trace.at(-1)).toMatchObject({ rule: 'DB-2', value: 130_000 });
  });
});

describe('a notice outlives its process', () => {
  test('killed while it hangs out, the service reports the case after its restart, and tells it once', async () => {
    const other = await CaseDesk.spawn();
    try {
      const members = await other.household(1);
      const facts = factsOf(members, {});
      const id = (await other.submit(members, facts)).body.applicationId;
      expect((await other.survey(id, facts, 'positive')).body.status).toBe('public-notice');
      await other.platform.clock('applications').moveTo(instant.startOfDay(localDate.of(2026, 5, 10)));
      await other.killAndSpawn();
      const { now, nextDueAt } = await other.platform.clock('applications').standing();
      expect([now, nextDueAt]).toEqual(['2026-05-09T16:00:00.000Z', '2026-05-13T16:00:00.000Z']);
      await other.endNotice(id);
      await other.platform.eventually(async () => {
        const types = (await other.eventsOf(id)).map(shortType);
        expect(types).toEqual(['application.submitted', 'case.accepted', 'case.notice-posted', 'case.reported']);
      }, LEASE_AND_MORE_MS);
    } finally {
      await other.platform.stop();
    }
  });
});
