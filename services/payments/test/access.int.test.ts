import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Who } from '@minzheng/testing';
import { systemClocks } from '@minzheng/types';
import type { TestClient } from '@minzheng/testing';
import type { Role } from '@minzheng/types';
import { MONTH, openWorld, OTHER_CARD, PayDesk, startPayments } from './pay-desk.ts';
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

const month = MONTH;
const seen = { linesHash: 'x', totalFen: 1 };
const grant = { amountFen: 1, source: 'district', reference: 'r-1' };
const account = {
  programme: 'DB',
  bankCode: '102333000001',
  accountNumber: '6217000000000000111',
  holderName: '样例',
};

/** Each command with a body that only its role keeps from taking effect. */
const commands: readonly [path: string, body: object, wrong: Role][] = [
  ['/accounts', account, 'street-officer'],
  ['/pay-runs', { period: month }, 'finance-checker'],
  ['/pay-runs/r-1/submit', {}, 'finance-releaser'],
  ['/pay-runs/r-1/approve', seen, 'finance-maker'],
  ['/pay-runs/r-1/release', seen, 'finance-checker'],
  ['/budget/quota', grant, 'finance-checker'],
  [`/payments/202612${'0'.repeat(26)}/reissue`, { account: 'same' }, 'finance-maker'],
  ['/recoveries/r-1/answer', { text: '样例' }, 'finance-checker'],
  ['/recoveries/r-1/propose', {}, 'finance-checker'],
  ['/recoveries/r-1/approve', {}, 'finance-maker'],
  ['/recoveries/r-1/withdraw', { reason: 'owed-after-all' }, 'finance-maker'],
  ['/recoveries/r-1/receipts', { reference: 'b-1', amountFen: 1, receivedOn: '2026-12-01' }, 'finance-releaser'],
];
const queries: readonly [path: string, wrong: Role][] = [
  ['/accounts', 'finance-maker'],
  ['/entitlements', 'street-officer'],
  ['/payments', 'district-decider'],
  ['/pay-runs', 'resident'],
  ['/pay-runs/r-1', 'resident'],
  ['/budget', 'street-officer'],
  ['/ledger/trial-balance', 'district-reviewer'],
  ['/payment-tasks', 'resident'],
  ['/recoveries', 'street-officer'],
  ['/recoveries/r-1', 'district-decider'],
];

describe('nobody gets in', () => {
  test.each(commands)('POST %s without a token, and as another role', async (path, body, wrong) => {
    const anonymous = await world.platform.anonymous.post('payments', path, body);
    expect([anonymous.status, anonymous.body.code]).toEqual([401, 'auth.token-missing']);
    const stranger = world.platform.as({ role: wrong, staffNo: 'X-1', division: desk.division });
    const answer = await stranger.post('payments', path, body);
    expect([answer.status, answer.body.code]).toEqual([403, 'auth.role-not-allowed']);
  });

  test.each(queries)('GET %s without a token, and as another role', async (path, wrong) => {
    expect((await world.platform.anonymous.get('payments', path)).status).toBe(401);
    const stranger = world.platform.as({ role: wrong, staffNo: 'X-1', division: desk.division });
    const answer = await stranger.get('payments', path);
    expect([answer.status, answer.body.code]).toEqual([403, 'auth.role-not-allowed']);
  });

  test.each([
    ['no division', { staffNo: 'FM-1' }, 'auth.outside-division'],
    ['no staff number', { division: '330302' }, 'auth.role-not-allowed'],
  ])('a maker with %s draws nothing', async (_, who, code) => {
    const maker = world.platform.as({ role: 'finance-maker', ...who });
    expect((await maker.post('payments', '/pay-runs', { period: month })).body.code).toBe(code);
  });
});

describe('each sees their own', () => {
  test('another district’s run is neither shown nor moved', async () => {
    await desk.confirm(100_00);
    const { body: run } = await desk.draw();
    const other = new PayDesk(world);
    const read = await other.maker.get('payments', `/pay-runs/${run.payRunId}`);
    expect([read.status, read.body.code]).toEqual([403, 'auth.outside-division']);
    const moved = await other.act(other.maker, 'submit', run, {});
    expect([moved.status, moved.body.code]).toEqual([403, 'auth.outside-division']);
    expect((await other.payments(run)).length).toBe(0);
    expect((await desk.run(run)).status).toBe('drawn');
  });

  test('a resident reads only what is their own, whoever they ask for', async () => {
    const { personId } = await desk.confirm(100_00);
    const { resident } = await desk.confirm(200_00);
    const { body } = await resident.get<{ items: unknown[] }>('payments', `/entitlements?personId=${personId}`);
    expect(body.items).toEqual([]);
  });

  test('an officer who reads what a person is owed leaves a trace', async () => {
    const { personId } = await desk.confirm(100_00);
    await desk.maker.get('payments', `/entitlements?personId=${personId}`);
    const audit = world.platform.database('payments').collection('audit');
    const rows = await audit.find({ subjectPersonId: personId, action: 'entitlement.read' }).toArray();
    expect(rows.map(({ actor }) => actor as unknown)).toContain('FM-1');
  });
});

describe('a second factor', () => {
  const rows: readonly [path: string, body: object, role: Role][] = [
    ['/accounts', account, 'resident'],
    ['/pay-runs/r-1/release', seen, 'finance-releaser'],
    ['/recoveries/r-1/approve', {}, 'finance-checker'],
    ['/recoveries/r-1/withdraw', { reason: 'owed-after-all' }, 'finance-checker'],
  ];

  test.each(rows)('is what POST %s asks for, and says how to get it', async (path, body, role) => {
    const who = { role, staffNo: 'X-1', personId: randomUUID(), division: desk.division };
    const without = await world.platform.as(who).post('payments', path, body);
    expect([without.status, without.body.code]).toEqual([401, 'auth.step-up-required']);
    expect(without.headers.get('www-authenticate')).toBe(
      'Bearer error="insufficient_user_authentication", acr_values="mfa", max_age=600',
    );
    const withIt = await world.platform.as({ ...who, acr: 'mfa' }).post('payments', path, body);
    expect(withIt.body.code).not.toBe('auth.step-up-required');
  });

  test('that is older than ten minutes counts no more, however new the token', async () => {
    const now = Math.floor(systemClocks.machine.nowMs() / 1_000);
    const who: Who = { role: 'finance-releaser', staffNo: 'FR-1', division: desk.division, acr: 'mfa' };
    const token = await world.platform.issuer.token(who, { claims: { auth_time: now - 610 } });
    const headers = { authorization: `Bearer ${token}` };
    const answer = await world.platform.anonymous.post('payments', '/pay-runs/r-1/release', seen, { headers });
    expect([answer.status, answer.body.code]).toEqual([401, 'auth.step-up-required']);
  });
});

describe('an account', () => {
  test('is sealed at rest and never shown again but for its last four digits', async () => {
    const { personId, resident } = await desk.confirm(100_00, false);
    const { body } = await desk.register(resident);
    expect(body).toEqual({ accountId: expect.any(String), last4: '0111' });
    const listed = await resident.get('payments', '/accounts');
    expect(JSON.stringify(listed.body)).not.toContain('6217000000000000111');
    const row = await world.platform.database('payments').collection('accounts').findOne({ personId });
    const stored = JSON.stringify(row);
    expect(stored).not.toContain('6217000000000000111');
    expect(stored).not.toContain('样例');
  });

  test('is one active per person and programme, also for two requests at once', async () => {
    const { resident } = await desk.confirm(100_00, false);
    const answers = await Promise.all([desk.register(resident), desk.register(resident)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await accountsOf(resident)).toEqual([expect.objectContaining({ last4: '0111', status: 'active' })]);
    expect((await desk.register(resident, { programme: 'OLD' })).status).toBe(201);
  });

  test('that takes the place of another closes it at once, and is paid into a day later (PAY-10)', async () => {
    const { resident } = await desk.confirm(100_00);
    expect((await desk.register(resident, { accountNumber: OTHER_CARD })).status).toBe(201);
    const [first, second] = await accountsOf(resident);
    expect(first).toMatchObject({ last4: '0111', status: 'closed' });
    expect(second).toMatchObject({ last4: '0129', status: 'active', usableFrom: expect.any(String) });
    const { body: early } = await desk.draw();
    expect(early).toMatchObject({ count: 0, withoutAccount: { count: 1 } });
    const { body: tasks } = await desk.maker.get<{ items: unknown[] }>('payments', '/payment-tasks?status=open');
    expect(tasks.items).toEqual([]);
  });

  test.each([
    ['a wrong digit (I7)', { accountNumber: '6222021203001234566' }, 422, 'account.number-invalid'],
    ['letters', { accountNumber: '62220212030012345AB' }, 422, 'account.number-invalid'],
    ['a name that would break a bank’s line', { holderName: '样|例' }, 400, 'request.invalid'],
    ['a bank that cannot be', { bankCode: '1' }, 400, 'request.invalid'],
    ['a programme that is none', { programme: 'XX' }, 400, 'request.invalid'],
    ['a field that nobody asked for', { personId: 'p-2' }, 400, 'request.unknown-field'],
    ['an operator', { accountNumber: { $ne: '' } }, 400, 'request.operator-not-allowed'],
  ])('with %s is refused', async (_, changes, status, code) => {
    const { resident } = await desk.confirm(100_00, false);
    const answer = await desk.register(resident, changes);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await resident.get<{ items: unknown[] }>('payments', '/accounts')).body.items).toEqual([]);
  });
});

async function accountsOf(resident: TestClient): Promise<unknown[]> {
  return (await resident.get<{ items: unknown[] }>('payments', '/accounts')).body.items;
}

describe('bad input', () => {
  test('money as a fraction, or as text, is no money', async () => {
    for (const amountFen of [1.5, '100', -1, 0, Number.MAX_SAFE_INTEGER]) {
      const answer = await desk.maker.post('payments', '/budget/quota', { ...grant, amountFen });
      expect(answer.status).toBe(400);
    }
    expect((await desk.maker.get('payments', '/budget')).body).toMatchObject({ grantedFen: 0 });
  });

  test('a confirmed case that does not say whom it concerns is parked, and its neighbours go on', async () => {
    const { personId } = await desk.confirm(100_00);
    const { personId: _, ...event } = desk.confirmation(personId, 100_00);
    await world.platform.publish(event);
    const sre = world.platform.as({ role: 'sre', staffNo: 'SRE-1' });
    await world.platform.eventually(async () => {
      const { body } = await sre.get<{ items: { key: string }[] }>('payments', '/ops/parked');
      expect(body.items.filter(({ key }) => key.endsWith(event.key))).toHaveLength(1);
    });
    await desk.confirm(200_00);
  });
});
