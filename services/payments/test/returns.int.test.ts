import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Running } from '@minzheng/service';
import { instant, localDate } from '@minzheng/types';
import type { Instant } from '@minzheng/types';
import { payments } from '../src/main.ts';
import { openWorld, OTHER_CARD, PAY_DAY, PayDesk, startPayments } from './pay-desk.ts';
import type { Beneficiary, PaymentView, PayRunView, PayWorld } from './pay-desk.ts';

jest.setTimeout(240_000);

const SUM = 130_000;
const WAIT_MS = 60_000;
const HOUR_MS = 3_600_000;
const EVENING_MS = 17 * HOUR_MS + 60_000;

let world: PayWorld;
let desk: PayDesk;
let running: Running;
let now: Instant = PAY_DAY;

beforeAll(async () => {
  world = await openWorld();
  running = await startPayments(world);
});

afterAll(() => world.stop());

beforeEach(() => {
  desk = new PayDesk(world);
});

afterEach(() => world.control({ mode: { mode: 'ok', times: 1 } }));

/** The evening so many days on, when the bank has been asked what came back. */
async function passDays(days: number): Promise<void> {
  const day = localDate.addDays(instant.civilDate(now), days);
  now = instant.plus(instant.startOfDay(day), EVENING_MS);
  await world.passTo(now);
}

/** The next working day's evening. */
const passToNextAsking = () => passDays(localDate.dayOfWeek(instant.civilDate(now)) >= 5 ? 3 : 1);

async function ownPayments({ resident }: Beneficiary): Promise<readonly PaymentView[]> {
  return (await resident.get<{ items: PaymentView[] }>('payments', '/payments')).body.items;
}

async function untilPaid(run: PayRunView): Promise<PaymentView> {
  await desk.untilRun(run, { status: 'completed', settledCount: 1, rejectedCount: 0 }, WAIT_MS);
  return only(await desk.payments(run));
}

function only<T>(items: readonly T[]): T {
  expect(items).toHaveLength(1);
  return items[0] as T;
}

async function untilReturned(run: PayRunView, reason: string): Promise<void> {
  await world.platform.eventually(async () => {
    expect(await desk.payments(run)).toMatchObject([{ status: 'returned', reason }]);
  }, WAIT_MS);
}

async function openTasks(): Promise<unknown[]> {
  const { body } = await desk.maker.get<{ items: unknown[] }>('payments', '/payment-tasks?status=open');
  return body.items;
}

async function suspense(): Promise<number> {
  const { body } = await desk.auditor.get<{ accounts: { account: string; balanceFen: number }[] }>(
    'payments',
    '/ledger/trial-balance',
  );
  return body.accounts.find(({ account }) => account === '2501')?.balanceFen ?? 0;
}

const nothingIsDue = async () => expect((await desk.draw()).body.code).toBe('pay-run.nothing-due');

/** Another account, registered; a day later the next run pays the sum into it, once. */
async function paidAgainElsewhere(beneficiary: Beneficiary, failed: PaymentView): Promise<void> {
  expect((await desk.register(beneficiary.resident, { accountNumber: OTHER_CARD })).status).toBe(201);
  expect(await openTasks()).toEqual([]);
  await nothingIsDue();
  await passDays(2);
  await paidAgain(beneficiary, failed, '0129');
}

async function paidAgain(beneficiary: Beneficiary, failed: PaymentView, last4: string): Promise<void> {
  const before = await suspense();
  const run = await desk.release();
  expect(await untilPaid(run)).toMatchObject({
    kind: 'RETURN',
    replacesId: failed.paymentId,
    amountFen: SUM,
    status: 'settled',
    last4,
  });
  expect(await suspense()).toBe(before - SUM);
  expect(await desk.paidBy(run)).toHaveLength(1);
  await nothingIsDue();
  expect((await desk.auditor.get('payments', '/budget')).body).toMatchObject({ reservedFen: 0, spentFen: SUM });
  const kinds = (await ownPayments(beneficiary)).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(['NORMAL', 'RETURN']);
  await desk.untilVerified();
}

async function payAndReturn(code: 'R02' | 'R05', afterDays: number) {
  await desk.grant();
  const beneficiary = await desk.confirm(SUM);
  const run = await desk.release();
  const paid = await untilPaid(run);
  await world.control({ return: { code, txnRef: paid.paymentId, afterDays } });
  return { beneficiary, run, paid };
}

describe('a payment that the bank rejects', () => {
  test('R03: the account is closed and another asked for; the next run pays the sum there, once', async () => {
    await desk.grant();
    const beneficiary = await desk.confirm(SUM);
    await world.control({ reject: { code: 'R03', times: 1 } });
    const run = await desk.release();
    await desk.untilRun(run, { status: 'completed', rejectedCount: 1 }, WAIT_MS);
    const failed = only(await desk.payments(run));
    expect(only(await ownPayments(beneficiary))).toMatchObject({
      status: 'rejected',
      reasonText: '这个账户已销户，请登记新的收款账户。',
    });
    expect(await openTasks()).toMatchObject([{ kind: 'account-wanted', reason: 'R03', paymentId: failed.paymentId }]);
    await nothingIsDue();
    await paidAgainElsewhere(beneficiary, failed);
  });

  test('R04: nothing is paid, and no account changed, before an officer has allowed it', async () => {
    await desk.grant();
    const beneficiary = await desk.confirm(SUM);
    await world.control({ reject: { code: 'R04', times: 1 } });
    const run = await desk.release();
    await desk.untilRun(run, { status: 'completed', rejectedCount: 1 }, WAIT_MS);
    const failed = only(await desk.payments(run));
    const refused = await desk.register(beneficiary.resident, { accountNumber: OTHER_CARD });
    expect([refused.status, refused.body.code]).toEqual([409, 'account.suspended']);
    await nothingIsDue();
    const path = `/payments/${failed.paymentId}/reissue`;
    expect((await desk.checker.post('payments', path, { account: 'another' })).status).toBe(200);
    const again = await desk.checker.post('payments', path, { account: 'same' });
    expect([again.status, again.body.code]).toEqual([409, 'reissue.transition-not-there']);
    await paidAgainElsewhere(beneficiary, failed);
  });
});

describe('a payment that comes back after it was settled', () => {
  test('R02, three days later: booked, told, and paid into another account, once', async () => {
    const before = await suspense();
    const { beneficiary, run, paid } = await payAndReturn('R02', 3);
    await passDays(5);
    await untilReturned(run, 'R02');
    expect(await suspense()).toBe(before + SUM);
    expect((await desk.auditor.get('payments', '/budget')).body).toMatchObject({ reservedFen: 0, spentFen: 0 });
    expect(await openTasks()).toMatchObject([{ kind: 'account-wanted', reason: 'R02' }]);
    await paidAgainElsewhere(beneficiary, paid);
    await world.platform.eventually(async () => {
      const told = (await world.platform.events('minzheng.payments.bulk.v1')).filter(
        ({ personid }) => personid === beneficiary.personId,
      );
      expect(told.map(({ type }) => type.split('.')[4])).toEqual(['settled', 'returned', 'settled']);
      expect(told.at(-1)?.data).toMatchObject({ replacesId: paid.paymentId });
    });
  });

  test('R05: the next run tries the same account again', async () => {
    const { beneficiary, run, paid } = await payAndReturn('R05', 0);
    await passToNextAsking();
    await untilReturned(run, 'R05');
    await paidAgain(beneficiary, paid, '0111');
  });

  test('told twice, it is booked once', async () => {
    const { run } = await payAndReturn('R02', 0);
    await passToNextAsking();
    await untilReturned(run, 'R02');
    const before = await suspense();
    await world.control({ mode: { mode: 'repeated-returns', times: 1 } });
    await passToNextAsking();
    await world.platform.eventually(async () => {
      const { nextDueAt } = await world.platform.clock('payments').standing();
      expect(nextDueAt && nextDueAt > now).toBe(true);
    }, WAIT_MS);
    expect(await suspense()).toBe(before);
    await desk.untilVerified();
  });

  test('that nobody claims is told of after 30 days', async () => {
    const { beneficiary, run } = await payAndReturn('R02', 0);
    await passToNextAsking();
    await untilReturned(run, 'R02');
    await passDays(30);
    await world.platform.eventually(async () => {
      const told = (await world.platform.events('minzheng.payments.v1')).filter(
        ({ personid, type }) => personid === beneficiary.personId && type.includes('unclaimed'),
      );
      expect(told.map(({ data }) => data)).toMatchObject([{ days: 30, amountFen: SUM, reason: 'R02' }]);
    }, WAIT_MS);
  });

  test('while the service is killed (-9) as it asks: started again it books it once', async () => {
    const { run, paid } = await payAndReturn('R02', 0);
    const before = await suspense();
    await running.stop();
    const doomed = await world.platform.spawn(payments, new URL('../src/main.ts', import.meta.url), world.bankEnv);
    await world.control({ mode: { mode: 'timeout-of-returns', times: 1 } });
    await passToNextAsking();
    await world.platform.eventually(async () => {
      const { waitsFor } = await world.platform.clock('payments').standing();
      expect(waitsFor).toBe('deadline bank.returns of bank');
    }, WAIT_MS);
    await doomed.kill();
    running = await startPayments(world);
    await untilReturned(run, 'R02');
    expect(await suspense()).toBe(before + SUM);
    await desk.untilVerified();
    const told = await world.platform.events('minzheng.payments.bulk.v1');
    const ids = told.flatMap(({ id, subject, type }) =>
      subject === paid.paymentId && type.includes('returned') ? id : [],
    );
    expect(new Set(ids).size).toBe(1);
  });
});
