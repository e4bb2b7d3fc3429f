import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Running } from '@minzheng/service';
import { payments } from '../src/main.ts';
import { openWorld, PayDesk, startPayments } from './pay-desk.ts';
import type { PayRunView, PayWorld } from './pay-desk.ts';

jest.setTimeout(90_000);

let world: PayWorld;
let desk: PayDesk;
let running: Running;

beforeAll(async () => {
  world = await openWorld();
  running = await startPayments(world);
});

afterAll(() => world.stop());

beforeEach(() => {
  desk = new PayDesk(world);
});

afterEach(() => world.control({ mode: { mode: 'ok', times: 1 }, paused: false }));

async function releaseOne(): Promise<PayRunView> {
  await desk.grant();
  await desk.confirm(130_000);
  return await desk.release();
}

async function untilPayment(run: PayRunView, status: string): Promise<void> {
  await world.platform.eventually(async () => {
    expect(await desk.payments(run)).toMatchObject([{ status }]);
  }, 20_000);
}

async function settledOnce(run: PayRunView): Promise<void> {
  await desk.untilRun(run, { status: 'completed', settledCount: 1 }, 45_000);
  expect(await desk.paidBy(run)).toHaveLength(1);
  await desk.untilVerified();
  const [line] = await desk.payments(run);
  const told = await world.platform.events('minzheng.payments.bulk.v1');
  expect(new Set(told.filter(({ subject }) => subject === line?.paymentId).map(({ id }) => id)).size).toBe(1);
}

describe('the bank misbehaves', () => {
  test('it times out after it has paid: unknown, asked about, settled once (row 74)', async () => {
    await world.control({ mode: { mode: 'timeout-after-accept', times: 1 } });
    const run = await releaseOne();
    await untilPayment(run, 'unknown');
    await settledOnce(run);
  });

  test('it answers 500 and has not taken the file: asked about, sent again under the same number, settled once', async () => {
    await world.control({ mode: { mode: '500', times: 1 } });
    await settledOnce(await releaseOne());
  });

  test('its result file is cut short: rejected whole, asked for again (row 76)', async () => {
    await world.control({ mode: { mode: 'truncated-results', times: 2 } });
    await settledOnce(await releaseOne());
  });

  test('it does not know the outcome itself (R09): unknown, never sent again, settled when it knows (P2)', async () => {
    await world.control({ reject: { code: 'R09', times: 1 } });
    const run = await releaseOne();
    await untilPayment(run, 'unknown');
    expect(await desk.paidBy(run)).toEqual([]);
    const [line] = await desk.payments(run);
    await world.control({ resolve: { txnRef: line?.paymentId ?? '' } });
    await settledOnce(run);
  });

  test('it restarts with a file in hand: nothing is lost and nothing paid twice', async () => {
    await world.control({ paused: true });
    const run = await releaseOne();
    await untilPayment(run, 'submitted');
    await world.restartBank();
    await settledOnce(run);
  });

  test.each(['R01', 'R04', 'R11', 'R99'] as const)(
    'it refuses a payment with %s: rejected for ever, told once',
    async (code) => {
      await world.control({ reject: { code, times: 1 } });
      const run = await releaseOne();
      await desk.untilRun(run, { status: 'completed', settledCount: 0, rejectedCount: 1 });
      expect(await desk.payments(run)).toMatchObject([{ status: 'rejected', reason: code }]);
      expect(await desk.paidBy(run)).toEqual([]);
      expect((await desk.draw()).body.code).toBe('pay-run.nothing-due');
      await desk.untilVerified();
    },
    60_000,
  );
});

describe('killed (-9) between the intent and the outcome', () => {
  test('started again it asks the bank, which has paid: settled once', async () => {
    await running.stop();
    const main = new URL('../src/main.ts', import.meta.url);
    const doomed = await world.platform.spawn(payments, main, world.bankEnv);
    await world.control({ mode: { mode: 'timeout-after-accept', times: 1 } });
    const run = await releaseOne();
    await world.platform.eventually(async () => {
      expect(await desk.paidBy(run)).toHaveLength(1);
    });
    await doomed.kill();
    running = await startPayments(world);
    await settledOnce(run);
  }, 120_000);
});
