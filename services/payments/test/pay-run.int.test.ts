import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openWorld, PayDesk, startPayments } from './pay-desk.ts';
import type { PayWorld } from './pay-desk.ts';

let world: PayWorld;
let desk: PayDesk;

beforeAll(async () => {
  world = await openWorld();
  await startPayments(world);
}, 60_000);

afterAll(() => world.stop());

beforeEach(() => {
  desk = new PayDesk(world);
});

describe('a month is paid', () => {
  test('from the confirmed case to the payee’s account, and the books balance', async () => {
    await desk.grant();
    const { personId, resident } = await desk.confirm(130_000);
    const run = await desk.release();
    expect(run).toMatchObject({ status: 'drawn', count: 1, totalFen: 130_000 });
    await desk.untilRun(run, { status: 'completed', settledCount: 1, rejectedCount: 0 });
    const { body } = await resident.get<{ items: unknown[] }>('payments', '/payments');
    expect(body.items).toMatchObject([{ personId, status: 'settled', amountFen: 130_000, last4: '0111' }]);
    expect(await desk.paidBy(run)).toMatchObject([{ amountFen: 130_000 }]);
    await desk.untilVerified();
  });
});
