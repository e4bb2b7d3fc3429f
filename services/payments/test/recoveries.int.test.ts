import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { TestClient } from '@minzheng/testing';
import { AgencyCode, fen, instant, LifeEventReceived, LocalDate, Period } from '@minzheng/types';
import type { Instant, PersonId } from '@minzheng/types';
import { up } from '../migrations/0005-recoveries.ts';
import { openWorld, PayDesk, startPayments } from './pay-desk.ts';
import type { Beneficiary, PayRunView, PayWorld } from './pay-desk.ts';

jest.setTimeout(180_000);

const WAIT_MS = 60_000;
const date = (text: string): LocalDate => LocalDate.parse(text);
const month = (text: string): Period => Period.parse(text);
const morning = (text: string): Instant => instant.plus(instant.startOfDay(date(text)), 9 * 3_600_000);

/** July's pay day; what is paid for May and June before is caught up on it. */
let now = morning('2026-07-10');
let world: PayWorld;
let desk: PayDesk;

beforeAll(async () => {
  world = await openWorld(now);
  await startPayments(world);
});

afterAll(() => world.stop());

beforeEach(() => {
  desk = new PayDesk(world);
});

interface RecoveryView {
  readonly recoveryId: string;
  readonly paymentId: string;
  readonly period: string;
  readonly status: string;
  readonly amountFen: number;
  readonly openFen: number;
  readonly answerBy: string;
}

async function passTo(at: Instant): Promise<void> {
  now = at > now ? at : now;
  await world.passTo(now);
}

/** Old-age allowance of 50.00 a month from May, as E39 has it. */
async function aged(): Promise<Beneficiary> {
  await desk.grant(1_000_00);
  return await desk.confirm(50_00, true, {
    programme: 'OLD',
    payFrom: month('2026-05'),
    decidedOn: date('2026-04-20'),
  });
}

async function pay(...months: string[]): Promise<readonly PayRunView[]> {
  const runs: PayRunView[] = [];
  for (const each of months) {
    const run = await desk.release(undefined, month(each));
    await desk.untilRun(run, { status: 'completed', settledCount: 1, rejectedCount: 0 }, WAIT_MS);
    runs.push(run);
  }
  return runs;
}

const dies = (personId: PersonId, on = '2026-05-03'): Promise<void> =>
  world.platform.publish(
    LifeEventReceived.of({
      subject: randomUUID(),
      personId,
      data: { kind: 'death', occurredOn: date(on), agency: AgencyCode.parse('public-security') },
    }),
  );

async function recoveriesOf(personId: PersonId, by: TestClient = desk.auditor): Promise<readonly RecoveryView[]> {
  const { body } = await by.get<{ items: RecoveryView[] }>('payments', `/recoveries?personId=${personId}`);
  return body.items.toSorted((a, b) => a.period.localeCompare(b.period));
}

/** Waits until so many months of somebody are asked back. */
async function asked(personId: PersonId, ...periods: string[]): Promise<readonly RecoveryView[]> {
  await world.platform.eventually(async () => {
    expect((await recoveriesOf(personId)).map(({ period }) => period)).toEqual(periods);
  }, WAIT_MS);
  return await recoveriesOf(personId);
}

const act = (by: TestClient, verb: string, { recoveryId }: RecoveryView, body: object = {}) =>
  by.post<RecoveryView & { code?: string }>('payments', `/recoveries/${recoveryId}/${verb}`, body);

const refused = ({ status, body }: Awaited<ReturnType<typeof act>>) => [status, body.code];

const receipt = (amountFen: number, reference = randomUUID()) => ({ reference, amountFen, receivedOn: '2026-07-10' });

/** Answered on paper, proposed, and approved by another. */
async function decide(recovery: RecoveryView): Promise<void> {
  expect((await act(desk.maker, 'answer', recovery, { text: '家属来信：同意退回' })).status).toBe(200);
  expect((await act(desk.maker, 'propose', recovery)).status).toBe(200);
  expect((await act(desk.checker, 'approve', recovery)).body).toMatchObject({ status: 'decided', openFen: 50_00 });
}

async function balanceOf(wanted: string): Promise<number> {
  const { body } = await desk.auditor.get<{ accounts: { account: string; balanceFen: number }[] }>(
    'payments',
    '/ledger/trial-balance',
  );
  return body.accounts.find(({ account }) => account === wanted)?.balanceFen ?? 0;
}

const openTasks = async (personId: PersonId) => {
  const { body } = await desk.maker.get<{ items: { personId: string; kind: string; period: string }[] }>(
    'payments',
    '/payment-tasks?status=open',
  );
  const theirs = body.items.filter((task) => task.personId === personId);
  return theirs.map(({ kind, period }) => `${kind} ${period}`).toSorted();
};

async function toldOf(personId: PersonId): Promise<readonly string[]> {
  const told = (await world.platform.events('minzheng.payments.v1')).filter(
    ({ personid, type }) => personid === personId && type.includes('.recovery.'),
  );
  return [...new Map(told.map((event) => [event.id, event])).values()].map(({ type }) => type.split('.')[4] ?? '');
}

describe('E39: an allowance of 50.00, a death on 3 May 2026, June and July paid', () => {
  test('100.00 are asked back in two recoveries, decided by two, and repaid to the fen; May stays due', async () => {
    const { personId, resident } = await aged();
    await pay('2026-05', '2026-06', '2026-07');
    const before = { receivable: await balanceOf('1231'), spent: await balanceOf('5002.OLD') };
    await dies(personId);
    await dies(personId);
    const [june, july] = (await asked(personId, '2026-06', '2026-07')) as [RecoveryView, RecoveryView];
    expect(fen.sum([june, july].map(({ amountFen }) => fen.of(amountFen)))).toBe(100_00);
    // Fifteen days from Friday the 10th end on Saturday the 25th, so on Monday the 27th (CAL-3).
    for (const each of [june, july])
      expect(each).toMatchObject({ status: 'noticed', answerBy: '2026-07-27', openFen: 0 });
    expect(await openTasks(personId)).toEqual(['paid-after-death 2026-06', 'paid-after-death 2026-07']);
    expect(await balanceOf('1231')).toBe(before.receivable);

    expect(refused(await act(desk.maker, 'propose', june))).toEqual([409, 'recovery.answer-term-running']);
    expect((await act(resident, 'answer', june, { text: '样例：我们会退回。' })).body.status).toBe('answered');
    await decide(july);
    expect((await act(desk.maker, 'propose', june)).status).toBe(200);
    expect((await act(desk.checker, 'approve', june)).body).toMatchObject({
      status: 'decided',
      decidedOn: '2026-07-10',
      remedy: { reviewBy: '2026-09-08', provisional: false },
    });
    expect(await balanceOf('1231')).toBe(before.receivable + 100_00);
    expect(await balanceOf('5002.OLD')).toBe(before.spent - 100_00);

    expect((await act(desk.maker, 'receipts', june, receipt(50_00))).body.status).toBe('closed');
    const first = receipt(20_00);
    expect((await act(desk.maker, 'receipts', july, first)).body).toMatchObject({ status: 'decided', openFen: 30_00 });
    expect(refused(await act(desk.maker, 'receipts', july, receipt(30_01)))).toEqual([422, 'recovery.more-than-open']);
    expect((await act(desk.maker, 'receipts', july, first)).body).toMatchObject({ openFen: 30_00 });
    const twice = { ...first, amountFen: 30_00 };
    expect(refused(await act(desk.maker, 'receipts', july, twice))).toEqual([409, 'recovery.reference-reused']);
    expect((await act(desk.maker, 'receipts', july, receipt(30_00))).body).toMatchObject({
      status: 'closed',
      openFen: 0,
      repaidFen: 50_00,
    });
    expect(await balanceOf('1231')).toBe(before.receivable);
    expect((await desk.auditor.get('payments', '/budget')).body).toMatchObject({ spentFen: 50_00, reservedFen: 0 });
    expect(await openTasks(personId)).toEqual([]);
    const one = await resident.get<{ receipts: unknown[] }>('payments', `/recoveries/${july.recoveryId}`);
    expect(one.body.receipts).toHaveLength(2);
    await desk.untilVerified();
    await world.platform.eventually(async () => {
      const told = await toldOf(personId);
      expect(told.toSorted()).toEqual(['decided', 'decided', 'noticed', 'noticed', 'repaid', 'repaid', 'repaid']);
    });
  });
});

describe('a payment on its way when the death becomes known', () => {
  test('has a task, and is asked back when it is settled', async () => {
    const { personId } = await aged();
    await world.control({ paused: true });
    const run = await desk.release(undefined, month('2026-06'));
    await world.platform.eventually(async () => {
      expect(await desk.payments(run)).toMatchObject([{ status: 'submitted' }]);
    }, WAIT_MS);
    await dies(personId);
    await world.platform.eventually(async () => {
      expect(await openTasks(personId)).toEqual(['paid-after-death 2026-06']);
    });
    expect(await recoveriesOf(personId)).toEqual([]);
    await world.control({ paused: false });
    await asked(personId, '2026-06');
    await desk.untilVerified();
  });
});

test('a death that was known before there were recoveries is looked at again by the migration', async () => {
  const { personId } = await aged();
  await pay('2026-06');
  await dies(personId);
  const [before] = await asked(personId, '2026-06');
  const { db } = world.platform.database('payments');
  if (db === undefined) throw new Error('the database is open');
  await db.collection('recoveries').deleteOne({ personId });
  expect(await recoveriesOf(personId)).toEqual([]);
  await up({ db });
  expect(await asked(personId, '2026-06')).toEqual([before]);
});

describe('who may do what', () => {
  let recovery: RecoveryView;
  let person: Beneficiary;

  beforeEach(async () => {
    person = await aged();
    await pay('2026-06');
    await dies(person.personId);
    [recovery] = (await asked(person.personId, '2026-06')) as [RecoveryView];
  });

  test('nobody decides what they have proposed, whatever their roles', async () => {
    await act(person.resident, 'answer', recovery, { text: '样例' });
    await act(desk.officer('finance-maker', 'FX-1'), 'propose', recovery);
    const both = desk.officer('finance-checker', 'FX-1');
    expect(refused(await act(both, 'approve', recovery))).toEqual([403, 'recovery.second-officer-needed']);
    expect((await act(desk.checker, 'approve', recovery)).status).toBe(200);
    expect(refused(await act(desk.checker, 'approve', recovery))).toEqual([409, 'recovery.transition-not-there']);
  });

  test('an answer that convinces ends it; the answer lies sealed, and only they and the desk read it', async () => {
    const text = '样例：六月的钱已由社区代为退回';
    await act(person.resident, 'answer', recovery, { text });
    const row = await world.platform.database('payments').collection('recoveries').findOne({
      personId: person.personId,
    });
    expect(row).not.toBeNull();
    expect(JSON.stringify(row)).not.toContain('社区');
    const withdrawn = await act(desk.checker, 'withdraw', recovery, { reason: 'not-received' });
    expect(withdrawn.body).toMatchObject({ status: 'withdrawn', answer: { text, onPaper: false } });
    expect(await openTasks(person.personId)).toEqual([]);
    expect(refused(await act(desk.maker, 'receipts', recovery, receipt(1)))).toEqual([
      409,
      'recovery.transition-not-there',
    ]);
    await desk.untilVerified();
  });

  test('another person and another district see nothing of it and change nothing', async () => {
    const stranger = await aged();
    expect(await recoveriesOf(person.personId, stranger.resident)).toEqual([]);
    const read = await stranger.resident.get('payments', `/recoveries/${recovery.recoveryId}`);
    expect(read.status).toBe(404);
    expect((await act(stranger.resident, 'answer', recovery, { text: '样例' })).status).toBe(404);
    const elsewhere = new PayDesk(world);
    expect(refused(await act(elsewhere.maker, 'answer', recovery, { text: '样例' }))).toEqual([
      403,
      'auth.outside-division',
    ]);
    const isOfBank = { reason: 'returned-by-bank' };
    expect((await act(desk.checker, 'withdraw', recovery, isOfBank)).status).toBe(400);
    expect(await recoveriesOf(person.personId)).toMatchObject([{ status: 'noticed' }]);
  });

  test('what is done and read leaves a trace', async () => {
    await act(person.resident, 'answer', recovery, { text: '样例' });
    await desk.checker.get('payments', `/recoveries/${recovery.recoveryId}`);
    const rows = await world.platform
      .database('payments')
      .collection('audit')
      .find({ object: `recoveries/${recovery.recoveryId}` })
      .toArray();
    const seen = rows.map(({ action, purpose, subjectPersonId }) => [action, purpose, subjectPersonId] as unknown);
    expect(seen).toEqual([
      ['recovery.answer', 'own-data', person.personId],
      ['recovery.read', 'payment', person.personId],
    ]);
  });

  test('the bank gives the money back after an instalment: the rest is asked for no more, the instalment is a desk’s', async () => {
    const receivable = await balanceOf('1231');
    await decide(recovery);
    await act(desk.maker, 'receipts', recovery, receipt(20_00));
    await world.control({ return: { code: 'R11', txnRef: recovery.paymentId, afterDays: 0 } });
    await passTo(morning('2026-07-14'));
    await world.platform.eventually(async () => {
      expect(await recoveriesOf(person.personId)).toMatchObject([
        { status: 'withdrawn', repaidFen: 20_00, openFen: 0, withdrawal: { reason: 'returned-by-bank' } },
      ]);
    }, WAIT_MS);
    expect(await balanceOf('1231')).toBe(receivable);
    expect(await openTasks(person.personId)).toContain('repaid-and-returned 2026-06');
    // The 20.00 are not the quota's to spend again.
    expect((await desk.auditor.get('payments', '/budget')).body).toMatchObject({ spentFen: 0, availableFen: 1_000_00 });
    await desk.untilVerified();
  });
});

describe('nobody answers', () => {
  test('the time to answer runs out by the calendar, and then a decision can be proposed', async () => {
    const { personId } = await aged();
    await pay('2026-06');
    await dies(personId);
    const [recovery] = (await asked(personId, '2026-06')) as [RecoveryView];
    await passTo(morning(recovery.answerBy));
    expect(refused(await act(desk.maker, 'propose', recovery))).toEqual([409, 'recovery.answer-term-running']);
    await passTo(instant.plus(morning(recovery.answerBy), 24 * 3_600_000));
    await world.platform.eventually(async () => {
      expect(await recoveriesOf(personId)).toMatchObject([{ status: 'unanswered' }]);
    }, WAIT_MS);
    expect((await act(desk.maker, 'propose', recovery)).body.status).toBe('proposed');
    const byStatus = await desk.checker.get<{ items: RecoveryView[] }>('payments', '/recoveries?status=proposed');
    expect(byStatus.body.items.map(({ recoveryId }) => recoveryId)).toEqual([recovery.recoveryId]);
  });
});
