import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { AgencyCode, LifeEventReceived, localDate } from '@minzheng/types';
import type { PersonId } from '@minzheng/types';
import { MONTH, openWorld, PayDesk, startPayments } from './pay-desk.ts';
import type { PayWorld } from './pay-desk.ts';

jest.setTimeout(90_000);

/** In the month before the one that is paid. */
const diedOn = localDate.of(2026, 11, 20);
const lastMonth = localDate.period(diedOn);

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

const dies = (personId: PersonId): Promise<void> =>
  world.platform.publish(
    LifeEventReceived.of({
      subject: randomUUID(),
      personId,
      data: { kind: 'death', occurredOn: diedOn, agency: AgencyCode.parse('public-security') },
    }),
  );

interface Owed {
  readonly status: string;
  readonly until?: string;
}

async function owedTo(personId: PersonId): Promise<readonly Owed[]> {
  const { body } = await desk.auditor.get<{ items: Owed[] }>('payments', `/entitlements?personId=${personId}`);
  return body.items;
}

const untilEnded = (personId: PersonId, count: number): Promise<void> =>
  world.platform.eventually(async () => {
    const all = Array.from({ length: count }, () => ({ status: 'ended', until: lastMonth }));
    expect(await owedTo(personId)).toMatchObject(all);
  });

const tasksOf = async (personId: PersonId) => {
  const { body } = await desk.maker.get<{ items: { personId: string }[] }>('payments', '/payment-tasks?status=open');
  return body.items.filter((task) => task.personId === personId);
};

test('PAY-2: everything the person is owed ends with the month of the death; nothing is drawn for the next', async () => {
  await desk.grant();
  const dead = await desk.confirm(130_000);
  const alive = await desk.confirm(50_000);
  await dies(dead.personId);
  await untilEnded(dead.personId, 1);
  const { body: run } = await desk.draw();
  expect(await desk.payments(run)).toMatchObject([{ personId: alive.personId }]);
  expect(run).toMatchObject({ count: 1, totalFen: 50_000 });
  expect(await tasksOf(dead.personId)).toEqual([]);
});

test('what is in a run or paid already for a later month becomes a task, once, however often the notice comes', async () => {
  await desk.grant();
  const { personId, resident } = await desk.confirm(130_000);
  const run = await desk.release();
  await desk.untilRun(run, { status: 'completed' });
  await dies(personId);
  await dies(personId);
  await untilEnded(personId, 1);
  expect(await tasksOf(personId)).toMatchObject([{ kind: 'paid-after-death', period: MONTH, status: 'open' }]);
  // A new account is no answer to it.
  expect((await desk.register(resident, { programme: 'TK' })).status).toBe(201);
  expect(await tasksOf(personId)).toHaveLength(1);
  await desk.untilVerified();
});

test('a decision that comes after the notice is owed no further than the death', async () => {
  const { personId } = await desk.confirm(130_000);
  await dies(personId);
  await untilEnded(personId, 1);
  await world.platform.publish(desk.confirmation(personId, 90_000));
  await untilEnded(personId, 2);
});
