import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { localDate, systemClocks } from '@minzheng/types';
import mongoose from 'mongoose';
import { RegisterDesk, STREET } from './register-desk.ts';
import { disabled, rural } from './samples.ts';

// Real servers on a busy machine: a test fails by what it expects, not by the clock.
jest.setTimeout(90_000);

let desk: RegisterDesk;

beforeAll(async () => {
  desk = await RegisterDesk.open();
});
afterAll(async () => {
  await desk?.platform.stop();
});

const today = () => systemClocks.civil.today();

/** The very bytes, read as text. */
const asStored = (row: mongoose.mongo.Document): string =>
  Buffer.from(mongoose.mongo.BSON.serialize(row)).toString('utf8');

describe('from the register to the money', () => {
  test('a rural soldier is entered by one, confirmed by another, awarded by both, and others are told', async () => {
    const personId = await desk.person();
    const entered = await desk.register(personId);
    expect(entered).toMatchObject({
      status: 201,
      body: { status: 'registered', category: 'V09', registeredBy: 'VO-1' },
    });
    const { veteranId } = entered.body;
    const confirmed = await desk.decide(veteranId, 'confirm');
    expect(confirmed).toMatchObject({ status: 200, body: { status: 'confirmed', decidedBy: 'VO-2' } });
    const proposed = await desk.propose(veteranId);
    expect(proposed).toMatchObject({ status: 201, body: { status: 'proposed', award: { monthlyFen: 18_000 } } });
    const { allowanceId } = proposed.body;
    const awarded = await desk.step(allowanceId, 'approve');
    const payFrom = localDate.period(today());
    expect(awarded).toMatchObject({
      status: 200,
      body: { status: 'active', award: { monthlyFen: 18_000, payFrom, sample: true, ruleIds: ['V09', 'VET-10'] } },
    });
    await desk.platform.eventually(async () => {
      expect(await desk.toldOf(veteranId)).toMatchObject([
        { personid: personId, divisioncode: STREET, data: { veteranId, category: 'V09', registeredOn: today() } },
      ]);
      expect(await desk.toldOf(allowanceId)).toMatchObject([
        {
          type: 'org.minzheng.veterans.allowance.awarded.v1',
          personid: personId,
          divisioncode: STREET,
          sequence: 1,
          data: {
            allowanceId,
            decisionId: awarded.body.award.decisionId,
            programme: 'VET_LIVING',
            monthlyFen: 18_000,
            payFrom,
            sample: true,
          },
        },
      ]);
    });
  });

  test('an allowance that ends is told with the award it ends and its last month', async () => {
    const { allowanceId, personId } = await desk.proposed(disabled);
    const { body } = await desk.step(allowanceId, 'approve');
    expect(body).toMatchObject({ programme: 'VET_NURSING', award: { monthlyFen: 450_000 } });
    const ended = await desk.step(allowanceId, 'end', desk.first, { reason: 'died', on: today() });
    expect(ended).toMatchObject({ status: 200, body: { status: 'ended', ending: { by: 'VO-1' } } });
    await desk.platform.eventually(async () => {
      const [, last] = await desk.toldOf(allowanceId);
      expect(last).toMatchObject({
        type: 'org.minzheng.veterans.allowance.ended.v1',
        personid: personId,
        sequence: 2,
        data: {
          allowanceId,
          decisionId: body.award.decisionId,
          lastMonth: localDate.period(today()),
          endedOn: today(),
        },
      });
    });
    const again = await desk.propose(body.veteranId);
    expect(again).toMatchObject({ status: 201, body: { status: 'proposed' } });
  });

  test('an allowance that is rejected tells nobody, and another may be proposed', async () => {
    const { allowanceId, veteranId } = await desk.proposed();
    expect(await desk.step(allowanceId, 'reject')).toMatchObject({ status: 200, body: { status: 'rejected' } });
    const { body } = await desk.propose(veteranId);
    await desk.step(body.allowanceId, 'approve');
    await desk.platform.eventually(async () => expect(await desk.toldOf(body.allowanceId)).toHaveLength(1));
    expect(await desk.toldOf(allowanceId)).toEqual([]);
  });

  test('a person whose registration was rejected can be entered again', async () => {
    const personId = await desk.person();
    const { body } = await desk.register(personId);
    expect((await desk.decide(body.veteranId, 'reject', desk.first)).status).toBe(200);
    expect(await desk.register(personId)).toMatchObject({ status: 201, body: { status: 'registered' } });
  });
});

describe('one place a person, one allowance a veteran', () => {
  test('twenty officers who enter one person at once make one registration', async () => {
    const personId = await desk.person();
    const officers = Array.from({ length: 20 }, (_, i) => desk.officer(`VO-${i + 10}`));
    const answers = await Promise.all(officers.map((officer) => desk.register(personId, {}, officer)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refusals = answers.filter(({ status }) => status !== 201).map(({ status, body }) => [status, body.code]);
    expect(new Set(refusals.map(String))).toEqual(new Set(['409,veteran.already-registered']));
    expect(await desk.platform.database('veterans').collection('veterans').countDocuments({ personId })).toBe(1);
  });

  test('twenty proposals at once make one allowance, and twenty approvals one award', async () => {
    const { veteranId } = await desk.confirmed();
    const twenty = Array.from({ length: 20 }, (_, i) => i);
    const proposals = await Promise.all(twenty.map(() => desk.propose(veteranId)));
    const made = proposals.filter(({ status }) => status === 201);
    expect(made).toHaveLength(1);
    const allowanceId = made[0]?.body.allowanceId ?? '';
    const approvals = await Promise.all(twenty.map(() => desk.step(allowanceId, 'approve')));
    expect(approvals.filter(({ status }) => status === 200)).toHaveLength(1);
    await desk.platform.eventually(async () => expect(await desk.toldOf(allowanceId)).toHaveLength(1));
  });

  test('the same key gives the same registration', async () => {
    const personId = await desk.person();
    const key = randomUUID();
    const first = await desk.register(personId, {}, desk.first, key);
    const again = await desk.register(personId, {}, desk.first, key);
    expect(again).toMatchObject({ status: 201, body: first.body });
  });
});

describe('personal data', () => {
  test('of service and wounds is readable neither in the database nor on the bus', async () => {
    const { allowanceId } = await desk.proposed(disabled);
    await desk.confirmed({ ...rural, bornOn: '1951-03-07' });
    await desk.step(allowanceId, 'approve');
    await desk.step(allowanceId, 'end', desk.first, { reason: 'died', on: '2026-01-02' });
    const { db } = desk.platform.database('veterans');
    for (const name of ['veterans', 'allowances', 'outbox']) {
      for (const row of await (db?.collection(name).find().toArray() ?? [])) {
        expect(asStored(row)).not.toMatch(/1951-03-07|isMental|nature|2026-01-02|isRural/);
      }
    }
    await desk.platform.eventually(async () => expect(await desk.toldOf(allowanceId)).toHaveLength(2));
    for (const { value } of await desk.platform.records('minzheng.veterans.v1')) {
      expect(String(value)).not.toMatch(/1951-03-07|isMental|nature|2026-01-02|isRural|died/);
    }
  });

  test('leaves a trace of every change and every read, by whom and about whom', async () => {
    const { veteranId, personId, ...rest } = await desk.confirmed();
    expect((await desk.second.get('veterans', `/veterans/${veteranId}`)).body).toMatchObject(rest);
    await desk.first.get('veterans', `/veterans?personId=${personId}`);
    expect(await desk.audited(`veteran/${veteranId}`)).toEqual([
      ['veteran.register', 'VO-1', personId],
      ['veteran.confirm', 'VO-2', personId],
      ['veteran.read', 'VO-2', personId],
      ['veteran.read', 'VO-1', personId],
    ]);
    const { allowanceId } = (await desk.propose(veteranId)).body;
    await desk.step(allowanceId, 'approve');
    await desk.first.get('veterans', `/allowances/${allowanceId}`);
    await desk.second.get('veterans', `/allowances?veteranId=${veteranId}`);
    await desk.step(allowanceId, 'end', desk.first, { reason: 'no-longer-entitled' });
    expect(await desk.audited(`allowance/${allowanceId}`)).toEqual([
      ['allowance.propose', 'VO-1', personId],
      ['allowance.approve', 'VO-2', personId],
      ['allowance.read', 'VO-1', personId],
      ['allowance.read', 'VO-2', personId],
      ['allowance.end', 'VO-1', personId],
    ]);
  });
});
