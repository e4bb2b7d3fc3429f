import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Received } from '@minzheng/agency-simulator';
import { CaseRefused, SubscriptionDisabled } from '@minzheng/types';
import { subscriptions } from '../src/main.ts';
import { patience, SharingWorld } from './sharing-world.ts';
import type { TestAgency } from './sharing-world.ts';

jest.setTimeout(120_000);

let world: SharingWorld;
let agency: TestAgency;

beforeAll(async () => {
  world = await SharingWorld.open();
  await world.platform.start(subscriptions, patience);
});

afterAll(() => world.close());

beforeEach(async () => {
  await world.control('ok');
  agency = await world.agency();
});

const subjectsOf = (received: readonly Received[]): Map<string, string[]> =>
  new Map(
    [...Map.groupBy(received, ({ event }) => event?.subject ?? '')].map(([subject, ofSubject]) => [
      subject,
      ofSubject.map(({ event }) => event?.sequence ?? ''),
    ]),
  );

describe('a public event', () => {
  test('reaches the agency as a signed CloudEvent that says the decision and not who it is about', async () => {
    const { subscriptionId } = await agency.listen();
    const person = randomUUID();
    const subject = await agency.happen(undefined, person);
    const [received] = await agency.untilTaken(1);
    expect(received).toMatchObject({
      isVerified: true,
      signatures: 1,
      event: {
        specversion: '1.0',
        source: expect.stringMatching(/^https:\/\//) as unknown,
        subject,
        datacontenttype: 'application/json',
        sequence: '000000000001',
        divisioncode: agency.division,
        personref: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) as unknown,
        data: { programme: 'DB', monthlyFen: 130_000 },
      },
    });
    expect(JSON.stringify(received)).not.toContain(person);
    expect(JSON.stringify(received)).not.toContain('LC-DB');
    await world.platform.eventually(async () =>
      expect(await agency.deliveries(subscriptionId)).toMatchObject([
        { deliveryId: received?.webhookId, status: 'delivered', attempts: 1 },
      ]),
    );
  });

  test('names the person differently to each agency, and always the same to one', async () => {
    const other = await world.agency();
    await other.beGranted({ divisionCode: agency.division });
    await agency.listen();
    await other.listen();
    const person = randomUUID();
    await agency.happen(undefined, person);
    await agency.happen(undefined, person);
    const [first, second] = (await agency.untilTaken(2)).map(({ event }) => event?.personref);
    const [elsewhere] = (await other.untilTaken(2)).map(({ event }) => event?.personref);
    expect(first).toBe(second);
    expect(elsewhere).not.toBe(first);
  });

  test('at three offsets is one delivery', async () => {
    const { subscriptionId } = await agency.listen();
    const data = { applicationId: 'a-3', caseNumber: 'LC-DB-202611-000001-8', decisionId: 'd-3' } as const;
    const refused = CaseRefused.of({
      subject: randomUUID(),
      divisionCode: agency.division,
      data: { ...data, programme: 'DB', decidedOn: '2026-11-24', ruleIds: [] },
    });
    for (let times = 0; times < 3; times += 1) {
      await world.platform.publish(refused, { id: `thrice-${subscriptionId}`, sequence: 1 });
    }
    await agency.happen();
    await agency.untilTaken(1);
    expect(await agency.deliveries(subscriptionId)).toHaveLength(1);
    const kept = world.platform.database('subscriptions').collection('public_events');
    expect(await kept.countDocuments({ eventId: `thrice-${subscriptionId}` })).toBe(1);
  });

  test('goes nowhere when nobody is granted its division or has chosen its type', async () => {
    const { subscriptionId } = await agency.listen();
    const elsewhere = await world.agency();
    await elsewhere.happen();
    await world.platform.publish(
      CaseRefused.of({
        subject: randomUUID(),
        divisionCode: agency.division,
        data: {
          applicationId: 'a-4',
          caseNumber: 'LC-DB-202611-000001-8',
          decisionId: 'd-4',
          programme: 'DB',
          decidedOn: '2026-11-24',
          ruleIds: [],
        },
      }),
    );
    await agency.happen();
    await agency.untilTaken(1);
    expect(await agency.deliveries(subscriptionId)).toHaveLength(1);
  });
});

describe('through an outage of the agency', () => {
  test('nothing is lost, every subject keeps its order, and a consumer that knows its ids does nothing twice', async () => {
    const { subscriptionId } = await agency.listen();
    const subjects = Array.from({ length: 8 }, () => randomUUID());
    const happenAll = async (): Promise<void> => {
      for (const subject of subjects) await agency.happen(subject);
    };
    await happenAll();
    await agency.untilTaken(8);
    await world.stopAgency();
    await happenAll();
    await happenAll();
    await world.platform.eventually(async () => {
      const failed = await agency.deliveries(subscriptionId, 'temporary-failure');
      expect(failed.length).toBeGreaterThan(0);
      expect(failed[0]).toMatchObject({ last: { problem: 'no-connection' } });
    }, 30_000);
    await world.startAgency();
    await world.control('500', 3);
    await happenAll();
    const taken = await agency.untilTaken(32, 60_000);
    expect(new Set(taken.map(({ webhookId }) => webhookId)).size).toBe(32);
    const inOrder = ['000000000001', '000000000002', '000000000003', '000000000004'];
    expect([...subjectsOf(taken).values()]).toEqual(subjects.map(() => inOrder));
    await world.platform.eventually(async () => {
      const deliveries = await agency.deliveries(subscriptionId);
      expect(deliveries.map(({ status }) => status)).toEqual(Array.from({ length: 32 }, () => 'delivered'));
    });
    const sre = world.platform.as({ role: 'sre', staffNo: 'SRE-1' });
    const { body } = await sre.get<{ checks: { name: string; ok: boolean }[] }>('subscriptions', '/ops/verify');
    expect(body.checks).toContainEqual({ name: 'no-delivery-waits-in-vain', ok: true });
  });

  test('another agency does not notice', async () => {
    const down = await world.agency();
    await down.beGranted({ divisionCode: agency.division });
    await agency.listen();
    const { body } = await down.subscribe('http://127.0.0.1:9/webhooks/nobody');
    expect(body.status).toBe('verifying');
    for (let events = 0; events < 5; events += 1) await agency.happen();
    await agency.untilTaken(5, 10_000);
    expect((await down.deliveries(body.subscriptionId)).map(({ status }) => status)).toEqual(
      Array.from({ length: 5 }, () => 'created'),
    );
  });
});

describe('an agency that misbehaves', () => {
  test('it takes an event and never answers: the same id again, and nothing twice', async () => {
    await agency.listen();
    await world.control('hang');
    await agency.happen();
    const received = await world.platform.eventually(async () => {
      const items = await agency.received();
      expect(items).toHaveLength(2);
      return items;
    }, 60_000);
    expect(received).toMatchObject([
      { answered: 0, isRepeated: false },
      { answered: 200, isRepeated: true },
    ]);
    expect(new Set(received.map(({ webhookId }) => webhookId)).size).toBe(1);
  });

  test.each(['refuse-signature', 'redirect', '429'] as const)(
    '%s: the event comes again until it is taken',
    async (mode) => {
      const { subscriptionId } = await agency.listen();
      await world.control(mode, 2, 1);
      await agency.happen();
      await agency.untilTaken(1);
      await world.platform.eventually(async () =>
        expect(await agency.deliveries(subscriptionId)).toMatchObject([{ status: 'delivered', attempts: 3 }]),
      );
    },
  );

  test('410: disabled and told on the bus; enabled again it gets what it has missed, in order', async () => {
    const { subscriptionId } = await agency.listen();
    await world.control('410');
    const subject = await agency.happen();
    expect(await agency.untilStatus(subscriptionId, 'disabled')).toMatchObject({ reason: 'gone' });
    await agency.happen(subject);
    await world.platform.eventually(async () => {
      expect((await agency.deliveries(subscriptionId)).map(({ status }) => status).toSorted()).toEqual([
        'permanent-failure',
        'waiting',
      ]);
      const told = await world.platform.events('minzheng.subscriptions.v1');
      expect(told.filter((event) => event.subject === subscriptionId)).toMatchObject([
        { type: SubscriptionDisabled.type, data: { agency: agency.code, reason: 'gone' } },
      ]);
    });
    expect(await agency.act(subscriptionId, 'enable')).toMatchObject({ status: 200, body: { status: 'verifying' } });
    const taken = await agency.untilTaken(2);
    expect(subjectsOf(taken).get(subject)).toEqual(['000000000001', '000000000002']);
  });
});

describe('replay', () => {
  test('everything from a time on comes once more under its ids; a newcomer gets what was before it', async () => {
    const { subscriptionId } = await agency.listen();
    const subject = await agency.happen();
    await agency.happen(subject);
    const first = await agency.untilTaken(2);
    const from = '2026-01-01T00:00:00.000Z';
    expect(await agency.act(subscriptionId, 'replay', { from })).toMatchObject({ status: 202 });
    const again = await world.platform.eventually(async () => {
      const repeated = (await agency.received()).filter(({ isRepeated }) => isRepeated);
      expect(repeated).toHaveLength(2);
      return repeated;
    });
    expect(again.map(({ webhookId }) => webhookId)).toEqual(first.map(({ webhookId }) => webhookId));
    const late = await world.agency();
    await late.beGranted({ divisionCode: agency.division });
    const newcomer = await late.listen();
    expect(await late.act(newcomer.subscriptionId, 'replay', { from })).toMatchObject({ status: 202 });
    expect(subjectsOf(await late.untilTaken(2)).get(subject)).toEqual(['000000000001', '000000000002']);
  });

  test('does not reach into the future', async () => {
    const { subscriptionId } = await agency.listen();
    expect(await agency.act(subscriptionId, 'replay', { from: '2099-01-01T00:00:00.000Z' })).toMatchObject({
      status: 422,
      body: { code: 'subscription.replay-out-of-reach' },
    });
  });
});

describe('secrets', () => {
  test('while they change both sign, and not one event is refused', async () => {
    const { subscriptionId, secret } = await agency.listen();
    await agency.happen();
    await agency.untilTaken(1);
    const { status, body } = await agency.engineer.post<{ secret: string }>(
      'subscriptions',
      `/subscriptions/${subscriptionId}/rotate-secret`,
    );
    expect(status).toBe(200);
    expect(body.secret).not.toBe(secret);
    await agency.happen();
    await agency.untilTaken(2);
    await agency.know(body.secret);
    await agency.happen();
    await agency.untilTaken(3);
    expect((await agency.received()).map(({ signatures, answered }) => [signatures, answered])).toEqual([
      [1, 200],
      [2, 200],
      [2, 200],
    ]);
  });

  test('are shown once, and can be read neither later nor in the database', async () => {
    const { subscriptionId, secret } = await agency.listen();
    const read = await agency.engineer.get('subscriptions', `/subscriptions/${subscriptionId}`);
    const listed = await agency.engineer.get('subscriptions', '/subscriptions');
    expect(JSON.stringify([read.body, listed.body])).not.toContain('whsec_');
    for (const name of ['subscriptions', 'outbox', 'audit', 'idempotency_keys']) {
      const rows = await world.platform.database('subscriptions').collection(name).find().toArray();
      expect(JSON.stringify(rows)).not.toContain(secret);
    }
  });
});

test('what a grant covered yesterday does not leave today: it is withdrawn, and its subject’s lane is free', async () => {
  const { subscriptionId } = await agency.listen();
  await world.control('500', 1_000);
  const subject = await agency.happen();
  await agency.happen(subject);
  await world.platform.eventually(async () => expect((await agency.received()).length).toBeGreaterThan(0));
  await world.platform.eventually(async () => expect(await agency.deliveries(subscriptionId)).toHaveLength(2));
  expect(await world.desk().post('subscriptions', `/grants/${agency.grantId}/revoke`)).toMatchObject({ status: 200 });
  await world.platform.eventually(async () => {
    const deliveries = await agency.deliveries(subscriptionId);
    expect(deliveries.map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn']);
  }, 30_000);
  await world.control('ok');
  expect(await agency.taken()).toEqual([]);
});
