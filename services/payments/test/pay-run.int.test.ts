import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { period } from '@minzheng/types';
import { up as bringOver } from '../migrations/0002-origin.ts';
import { PersonId } from '@minzheng/types';
import { exactly, MONTH, openWorld, PayDesk, startPayments } from './pay-desk.ts';
import type { PayWorld } from './pay-desk.ts';

jest.setTimeout(90_000);

let world: PayWorld;
let desk: PayDesk;

beforeAll(async () => {
  world = await openWorld();
  await startPayments(world);
});

afterAll(() => world.stop());

beforeEach(() => {
  desk = new PayDesk(world);
});

describe('a month is paid', () => {
  test('from the confirmed case to the payee’s account, told on the bus, and the books balance', async () => {
    await desk.grant();
    const { personId, resident } = await desk.confirm(130_000);
    const run = await desk.release();
    expect(run).toMatchObject({ status: 'drawn', count: 1, totalFen: 130_000 });
    await desk.untilRun(run, { status: 'completed', settledCount: 1, rejectedCount: 0 });
    const { body } = await resident.get<{ items: unknown[] }>('payments', '/payments');
    expect(body.items).toMatchObject([{ personId, status: 'settled', amountFen: 130_000, last4: '0111' }]);
    expect(await desk.paidBy(run)).toMatchObject([{ amountFen: 130_000 }]);
    await world.platform.eventually(async () => {
      const settled = (await world.platform.events('minzheng.payments.bulk.v1')).filter((e) => e.personid === personId);
      expect(settled).toMatchObject([{ type: 'org.minzheng.payments.payment.settled.v1', partitionkey: personId }]);
      const told = (await world.platform.events('minzheng.payments.v1')).filter((e) => e.subject === run.payRunId);
      expect(told.map(({ type }) => type.split('.')[4])).toEqual(['submitted', 'approved', 'released', 'completed']);
    });
    await desk.untilVerified();
  });

  test('a veteran’s allowance in the same run as a case, each in a file and in accounts of its own', async () => {
    const before = await balances();
    await desk.grant();
    await desk.confirm(130_000);
    const { personId, resident } = await desk.award(180_00);
    const run = await desk.release();
    expect(run).toMatchObject({ status: 'drawn', count: 2, totalFen: 1_480_00 });
    await desk.untilRun(run, { status: 'completed', settledCount: 2, rejectedCount: 0 });
    expect(new Set((await desk.paidBy(run)).map(({ batchNo }) => batchNo)).size).toBe(2);
    const after = await balances();
    expect((after['5003.VET_LIVING'] ?? 0) - (before['5003.VET_LIVING'] ?? 0)).toBe(180_00);
    expect(after['2403.VET_LIVING']).toBe(0);
    const { body } = await resident.get<{ items: unknown[] }>('payments', '/payments');
    expect(body.items).toMatchObject([{ personId, programme: 'VET_LIVING', status: 'settled', amountFen: 180_00 }]);
    await world.platform.eventually(async () => {
      const settled = (await world.platform.events('minzheng.payments.bulk.v1')).filter((e) => e.personid === personId);
      expect(settled).toMatchObject([{ data: { origin: { kind: 'allowance' }, programme: 'VET_LIVING' } }]);
    });
    await desk.untilVerified();
  });

  test('the month in which an allowance was approved, after its own cut-off, is caught up from the next one on', async () => {
    await desk.award(180_00);
    await desk.confirm(130_000);
    const { body: run } = await desk.maker.post('payments', '/pay-runs', { period: period.previous(MONTH) });
    expect(run).toMatchObject({ count: 1, totalFen: 180_00 });
  });

  test('an allowance that has ended is owed up to its last month and not after', async () => {
    const staying = await desk.award(180_00);
    const leaving = await desk.award(240_00);
    const november = period.previous(MONTH);
    await desk.endAllowance(leaving, november);
    await desk.untilOwed(leaving.resident, { status: 'ended', until: november });
    const { body: run } = await desk.draw();
    expect((await desk.payments(run)).map(({ personId }) => personId)).toEqual([staying.personId]);
  });

  test('the same decision told twice is owed once', async () => {
    const { personId, resident } = await desk.confirm(130_000);
    const again = { ...desk.confirmation(personId, 130_000) };
    await world.platform.publish(again);
    await world.platform.publish(again);
    await world.platform.eventually(async () => {
      const { body } = await resident.get<{ items: unknown[] }>('payments', '/entitlements');
      expect(body.items).toHaveLength(2);
    });
    await desk.untilVerified();
  });

  test('what is owed once is paid at once by a run of its own, and by no other', async () => {
    await desk.grant();
    await desk.confirm(130_000);
    const personId = PersonId.parse(randomUUID());
    const resident = world.platform.as({ role: 'resident', personId, acr: 'mfa' });
    await desk.register(resident, { programme: 'TL_E' });
    const told = desk.confirmation(personId, 0);
    // Decided on the very day, long after the month's cut-off.
    const once = { programme: 'TL_E', oneOffFen: 990_000, decidedOn: '2026-12-10' };
    await world.platform.publish({ ...told, data: { ...(told.data as object), ...once } });
    await world.platform.eventually(async () => {
      const { body } = await resident.get<{ items: unknown[] }>('payments', '/entitlements');
      expect(body.items).toMatchObject([{ programme: 'TL_E', monthlyFen: 0, oneOffFen: 990_000 }]);
    });
    const monthly = await desk.release();
    expect(monthly).toMatchObject({ kind: 'NORMAL', count: 1, totalFen: 130_000 });
    await desk.untilRun(monthly, { status: 'completed' });
    const early = await desk.maker.post('payments', '/pay-runs', { period: '2027-01', kind: 'ONE_OFF' });
    expect(early).toMatchObject({ status: 422, body: { code: 'pay-run.period-not-open' } });
    const run = await desk.release('ONE_OFF');
    expect(run).toMatchObject({ kind: 'ONE_OFF', count: 1, totalFen: 990_000 });
    await desk.untilRun(run, { status: 'completed', settledCount: 1 });
    expect(await desk.paidBy(run)).toMatchObject([{ amountFen: 990_000 }]);
    const again = await desk.maker.post('payments', '/pay-runs', { period: MONTH, kind: 'ONE_OFF' });
    expect(again).toMatchObject({ status: 422, body: { code: 'pay-run.nothing-due' } });
    await desk.untilVerified();
  });

  test('a status that pays nothing owes nothing', async () => {
    const personId = PersonId.parse(randomUUID());
    const told = desk.confirmation(personId, 0);
    await world.platform.publish({ ...told, data: { ...(told.data as object), programme: 'DBB' } });
    // The neighbour that comes after it in the same key's order is taken in, so this one has been read.
    const after = desk.confirmation(personId, 100_00);
    await world.platform.publish({ ...after, key: told.key });
    const resident = world.platform.as({ role: 'resident', personId });
    await world.platform.eventually(async () => {
      const { body } = await resident.get<{ items: { monthlyFen: number }[] }>('payments', '/entitlements');
      expect(body.items.map(({ monthlyFen }) => monthlyFen)).toEqual([100_00]);
    });
  });

  test('P3: 100.00 paid and 200.00 refused by the bank leave nothing payable, 200.00 in suspense', async () => {
    const before = await balances();
    await desk.grant(300_00);
    await desk.confirm(100_00);
    const { personId } = await desk.confirm(200_00);
    const { body: run } = await desk.draw();
    const line = (await desk.payments(run)).find((payment) => payment.personId === personId);
    await world.control({ reject: { code: 'R03', txnRef: line?.paymentId ?? '', times: 1 } });
    await desk.act(desk.maker, 'submit', run, {});
    await desk.act(desk.checker, 'approve', run);
    await desk.act(desk.releaser, 'release', run);
    await desk.untilRun(run, { status: 'completed', settledCount: 1, rejectedCount: 1 });
    const after = await balances();
    expect((after['2401.DB'] ?? 0) - (before['2401.DB'] ?? 0)).toBe(0);
    expect((after['2501'] ?? 0) - (before['2501'] ?? 0)).toBe(200_00);
    expect((after['1001'] ?? 0) - (before['1001'] ?? 0)).toBe(300_00 - 100_00);
    const ends = (await desk.payments(run)).map(({ amountFen, status, reason }) => ({ amountFen, status, reason }));
    expect(ends).toContainEqual({ amountFen: 100_00, status: 'settled', reason: undefined });
    expect(ends).toContainEqual({ amountFen: 200_00, status: 'rejected', reason: 'R03' });
    const { body: budget } = await desk.auditor.get('payments', '/budget');
    expect(budget).toEqual({ grantedFen: 300_00, reservedFen: 0, spentFen: 100_00, availableFen: 200_00 });
    await desk.untilVerified();
  });

  test('who has no account is named, has a task, and is paid by the next run once there is one', async () => {
    await desk.grant();
    await desk.confirm(100_00);
    const { resident } = await desk.confirm(200_00, false);
    const first = await desk.release();
    expect(first).toMatchObject({ count: 1, totalFen: 100_00, withoutAccount: { count: 1 } });
    expect(await openTasks()).toHaveLength(1);
    expect((await desk.register(resident)).status).toBe(201);
    expect(await openTasks()).toEqual([]);
    const second = await desk.release();
    expect(second).toMatchObject({ count: 1, totalFen: 200_00, withoutAccount: { count: 0 } });
    await desk.untilRun(second, { status: 'completed', settledCount: 1 });
  });
});

describe('data of the release before', () => {
  test('is brought over: an entitlement of an application says so', async () => {
    const { resident } = await desk.confirm(130_000);
    const { db } = world.platform.database('payments');
    if (db === undefined) throw new Error('the database is there');
    const entitlements = db.collection('entitlements');
    const ours = { divisionCode: desk.street() };
    const before = await entitlements.findOne(ours);
    await entitlements.updateOne(ours, {
      $set: { applicationId: before?.['origin'].applicationId },
      $unset: { origin: '' },
    });
    await bringOver({ db });
    expect(await entitlements.findOne(ours)).toEqual(before);
    const { body } = await resident.get<{ items: unknown[] }>('payments', '/entitlements');
    expect(body.items).toMatchObject([{ origin: before?.['origin'] }]);
  });
});

describe('a month of more people than one commit takes', () => {
  test('is drawn, approved, sent and settled file by file, and every line is paid once', async () => {
    await desk.grant();
    await desk.confirmMany(520, 100_00);
    const { body: begun } = await desk.draw();
    await desk.untilRun(begun, { status: 'drawn', count: 520, totalFen: 52_000_00 });
    const run = await desk.run(begun);
    expect((await desk.act(desk.maker, 'submit', run, {})).status).toBe(200);
    expect((await desk.act(desk.checker, 'approve', run)).status).toBe(200);
    expect((await desk.act(desk.releaser, 'release', run)).status).toBe(200);
    await desk.untilRun(run, { status: 'completed', settledCount: 520, rejectedCount: 0 }, 60_000);
    const paid = await desk.paidBy(run);
    expect(new Set(paid.map(({ batchNo }) => batchNo)).size).toBeGreaterThan(1);
    expect(new Set(paid.map(({ txnRef }) => txnRef)).size).toBe(520);
    await desk.untilVerified();
  });
});

describe('one payment per line, for ever', () => {
  test('fifty identical commands at once have one effect, and its answer is replayed', async () => {
    await desk.confirm(130_000);
    const key = randomUUID();
    const body = { period: MONTH };
    const draw = () => desk.maker.post<{ payRunId?: string; code?: string }>('payments', '/pay-runs', body, { key });
    const answers = await Promise.all(Array.from({ length: 50 }, draw));
    const refusals = answers.filter(({ status }) => status !== 201).map((answer) => answer.body.code);
    expect(new Set(refusals)).toEqual(refusals.length > 0 ? new Set(['request.in-progress']) : new Set());
    const replayed = await draw();
    expect(replayed.status).toBe(201);
    expect(replayed.headers.get('idempotency-replayed')).toBe('true');
    const made = answers.filter(({ status }) => status === 201).map((answer) => answer.body.payRunId);
    expect(new Set([...made, replayed.body.payRunId]).size).toBe(1);
    const { body: listed } = await desk.maker.get<{ items: unknown[] }>('payments', '/pay-runs');
    expect(listed.items).toHaveLength(1);
    const other = await desk.maker.post('payments', '/pay-runs', { period: '2020-01' }, { key });
    expect([other.status, other.body.code]).toEqual([422, 'request.idempotency-key-reused']);
  });

  test('runs drawn for one month at the same time share the lines between them', async () => {
    await desk.grant();
    await Promise.all([100_00, 200_00, 300_00].map((amountFen) => desk.confirm(amountFen)));
    const answers = await Promise.all(Array.from({ length: 6 }, () => desk.draw()));
    const drawn = answers.filter(({ status }) => status === 201).map(({ body }) => body);
    expect(drawn.reduce((sum, { totalFen }) => sum + totalFen, 0)).toBe(600_00);
    const lost = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    expect(lost.every((code) => code === 'pay-run.nothing-due' || code === 'version.conflict')).toBe(true);
    expect((await desk.draw()).body.code).toBe('pay-run.nothing-due');
  });

  test('one run approved and released by many hands at once is approved and released once', async () => {
    await desk.grant();
    await desk.confirm(130_000);
    const { body: run } = await desk.draw();
    await desk.act(desk.maker, 'submit', run, {});
    const approvals = await Promise.all(Array.from({ length: 5 }, () => desk.act(desk.checker, 'approve', run)));
    expect(approvals.filter(({ status }) => status === 200)).toHaveLength(1);
    const releases = await Promise.all(Array.from({ length: 5 }, () => desk.act(desk.releaser, 'release', run)));
    expect(releases.filter(({ status }) => status === 200)).toHaveLength(1);
    await desk.untilRun(run, { status: 'completed', settledCount: 1 });
    expect(await desk.paidBy(run)).toHaveLength(1);
    const { body: budget } = await desk.maker.get('payments', '/budget');
    expect(budget).toMatchObject({ reservedFen: 0, spentFen: 130_000 });
    await desk.untilVerified();
  });

  test('a grant of quota counts once, whatever the key, and not with another amount', async () => {
    const grant = { amountFen: 5_000, source: 'district', reference: randomUUID() };
    const answers = [
      await desk.maker.post('payments', '/budget/quota', grant),
      await desk.maker.post('payments', '/budget/quota', grant),
      await desk.maker.post('payments', '/budget/quota', { ...grant, amountFen: 6_000 }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 409]);
    expect((await desk.maker.get('payments', '/budget')).body).toMatchObject({ grantedFen: 5_000 });
  });
});

describe('three people, exactly these lines, within the budget', () => {
  test.each([
    ['approve', 'finance-checker', 'FM-1', 'pay-run.approved-by-its-maker'],
    ['release', 'finance-releaser', 'FM-1', 'pay-run.released-by-maker-or-checker'],
    ['release', 'finance-releaser', 'FC-1', 'pay-run.released-by-maker-or-checker'],
  ] as const)('%s by %s with the staff number %s is refused', async (verb, role, staffNo, code) => {
    await desk.grant();
    await desk.confirm(130_000);
    const { body: run } = await desk.draw();
    await desk.act(desk.maker, 'submit', run, {});
    if (verb === 'release') await desk.act(desk.checker, 'approve', run);
    const answer = await desk.act(desk.officer(role, staffNo), verb, run);
    expect([answer.status, answer.body.code]).toEqual([403, code]);
  });

  test('another hash or another total than the officer has seen is refused', async () => {
    await desk.confirm(130_000);
    const { body: run } = await desk.draw();
    await desk.act(desk.maker, 'submit', run, {});
    for (const seen of [
      { ...exactly(run), linesHash: 'other' },
      { ...exactly(run), totalFen: 1 },
    ]) {
      const answer = await desk.act(desk.checker, 'approve', run, seen);
      expect([answer.status, answer.body.code]).toEqual([409, 'pay-run.totals-changed']);
    }
  });

  test('a line changed by hand after the approval is never sent', async () => {
    await desk.grant();
    await desk.confirm(130_000);
    const { body: run } = await desk.draw();
    await desk.act(desk.maker, 'submit', run, {});
    await desk.act(desk.checker, 'approve', run);
    const { Long } = (await import('mongoose')).default.mongo;
    const lines = world.platform.database('payments').collection('payments');
    await lines.updateOne({ payRunId: run.payRunId }, { $set: { amountFen: Long.fromNumber(999_999) } });
    await desk.act(desk.releaser, 'release', run);
    await world.platform.eventually(async () => {
      expect(await lines.countDocuments({ payRunId: run.payRunId, status: 'submitted' })).toBe(1);
      const sre = world.platform.as({ role: 'sre', staffNo: 'SRE-1' });
      const { body } = await sre.get<{ checks: { name: string; culprit?: string }[] }>('payments', '/ops/verify');
      const culprits = new Map(body.checks.map(({ name, culprit }) => [name, culprit]));
      expect(culprits.get('pay-run-lines-equal-control-totals')).toBe(`pay run ${run.payRunId}`);
      expect(culprits.get('ledger-payables-equal-open-lines')).toBe('account 2401.DB');
    });
    expect(await desk.paidBy(run)).toEqual([]);
    await lines.updateOne({ payRunId: run.payRunId }, { $set: { amountFen: Long.fromNumber(130_000) } });
    await desk.untilRun(run, { status: 'completed', settledCount: 1 }, 60_000);
  });

  test('a run beyond the quota is not released, and after another grant it is', async () => {
    await desk.grant(129_999);
    await desk.confirm(130_000);
    const { body: run } = await desk.draw();
    await desk.act(desk.maker, 'submit', run, {});
    await desk.act(desk.checker, 'approve', run);
    const refused = await desk.act(desk.releaser, 'release', run);
    expect([refused.status, refused.body.code]).toEqual([422, 'pay-run.budget-exceeded']);
    await desk.grant(1);
    expect((await desk.act(desk.releaser, 'release', run)).status).toBe(200);
    await desk.untilRun(run, { status: 'completed', settledCount: 1 });
  });

  test('steps that are not there are refused', async () => {
    await desk.confirm(130_000);
    const { body: run } = await desk.draw();
    const answers = [await desk.act(desk.checker, 'approve', run), await desk.act(desk.releaser, 'release', run)];
    expect(answers.map(({ body }) => body.code)).toEqual(Array(2).fill('pay-run.transition-not-there'));
    const none = await desk.maker.post('payments', '/pay-runs/none/submit');
    expect([none.status, none.body.code]).toEqual([404, 'pay-run.not-found']);
  });

  test('a month that is not open is refused', async () => {
    const answer = await desk.maker.post('payments', '/pay-runs', { period: '2099-01' });
    expect([answer.status, answer.body.code]).toEqual([422, 'pay-run.period-not-open']);
  });
});

async function balances(): Promise<Record<string, number>> {
  const { body } = await desk.auditor.get<{ accounts: { account: string; balanceFen: number }[] }>(
    'payments',
    '/ledger/trial-balance',
  );
  return Object.fromEntries(body.accounts.map(({ account, balanceFen }) => [account, balanceFen]));
}

async function openTasks(): Promise<unknown[]> {
  const { body } = await desk.maker.get<{ items: unknown[] }>('payments', '/payment-tasks?status=open');
  return body.items;
}
