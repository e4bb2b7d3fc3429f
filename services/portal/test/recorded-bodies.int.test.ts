import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { applications } from '@minzheng/applications';
import { startBankSimulator } from '@minzheng/bank-simulator';
import { notifications } from '@minzheng/notifications';
import { payments } from '@minzheng/payments';
import { people } from '@minzheng/people';
import { startSmsSimulator } from '@minzheng/sms-simulator';
import { testPlatform } from '@minzheng/testing';
import type { Answer, TestClient, TestPlatform } from '@minzheng/testing';
import { Instant } from '@minzheng/types';
import type { Role } from '@minzheng/types';
import { recordedFile } from './recorded.ts';
import type { RecordedName } from './recorded.ts';

/** Whether what the services answer is written down anew. */
const isRecording = process.env['RECORD_BODIES'] === '1';

const STREET = '330302006';
const DISTRICT = '330302';
const TOKEN = 'a-token-for-a-simulator';
const TODAY = '2026-05-06T01:00:00.000Z';
const zeros = Array.from({ length: 12 }, () => 0);
const household = [
  { residentId: '330302198506124011', name: '样例甲', relation: 'self' },
  { residentId: '330302198709234026', name: '样例甲妻', relation: 'spouse' },
] as const;

let platform: TestPlatform;
let folder: string;
const stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recorded-'));
  const bank = await startBankSimulator({ port: 0, dataDir: join(folder, 'bank'), token: TOKEN, settleDelayMs: 20 });
  const sms = await startSmsSimulator({ port: 0, dataDir: join(folder, 'sms'), token: TOKEN });
  platform = await testPlatform();
  stops.push(
    () => platform.stop(),
    () => bank.stop(),
    () => sms.stop(),
  );
  await platform.start(people);
  await platform.start(applications, { CIVIL_CLOCK: TODAY });
  await platform.start(payments, { CIVIL_CLOCK: TODAY, BANK_URL: bank.url, BANK_TOKEN: TOKEN });
  await platform.start(notifications, { CIVIL_CLOCK: TODAY, SMS_URL: sms.url, SMS_TOKEN: TOKEN });
}, 240_000);

afterAll(async () => {
  for (const stop of stops) await stop();
  await rm(folder, { recursive: true });
}, 60_000);

const officer = (role: Role, staffNo: string, division: string): TestClient => platform.as({ role, staffNo, division });

const PATIENCE_MS = 60_000;

/** Sends again, under the same key, what a busy machine has not taken. */
async function post<T>(client: TestClient, service: string, path: string, body: unknown = {}): Promise<Answer<T>> {
  const key = randomUUID();
  return await platform.eventually(async () => {
    const answer = await client.post<T>(service, path, body, { key });
    expect(answer.status).not.toBe(503);
    return answer;
  }, PATIENCE_MS);
}

/** A body as it stands in test/recorded must still have the shape of what the service answers. */
async function check(name: RecordedName, body: unknown): Promise<void> {
  if (isRecording) await writeFile(recordedFile(name), `${JSON.stringify(body, null, 2)}\n`);
  const recorded: unknown = JSON.parse(await readFile(recordedFile(name), 'utf8'));
  expect({ name, shape: shapeOf(recorded) }).toEqual({ name, shape: shapeOf(body) });
}

/** Names and kinds of what a body holds; of a list, the first. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

async function resolved(): Promise<string[]> {
  const counter = officer('street-officer', 'SO-1', STREET);
  const ids: string[] = [];
  for (const { residentId, name } of household) {
    const { body } = await post<{ personId: string }>(counter, 'people', '/people/resolve', { residentId, name });
    ids.push(body.personId);
  }
  return ids;
}

const factsOf = (personId: string, wageFen: number) => ({
  wages: [{ personId, monthsFen: zeros.map(() => wageFen) }],
  pensions: [],
  otherMonthsFen: zeros,
  financialFen: 0,
  vehicles: 0,
  dwellings: 1,
});

const submissionOf = (ids: readonly string[], facts: unknown) => ({
  programme: 'DB',
  divisionCode: STREET,
  members: ids.map((personId, index) => ({ personId, relation: household[index]?.relation })),
  facts,
});

interface View {
  readonly applicationId: string;
  readonly status: string;
  readonly decision?: { readonly payFrom?: string };
}

test('what the pages are tried with is what the services answer', async () => {
  const ids = await resolved();
  const [personId = ''] = ids;
  const resident = platform.as({ role: 'resident', personId, acr: 'mfa' });
  const asResident = async (service: string, path: string): Promise<unknown> =>
    (await resident.get<unknown>(service, path)).body;
  await platform.eventually(async () => {
    const contact = { mobile: '13800000101', language: 'zh-CN' };
    expect((await resident.put('notifications', '/contacts/me', contact)).status).toBe(200);
  }, PATIENCE_MS);
  const account = {
    programme: 'DB',
    bankCode: '102333000001',
    accountNumber: '6217000000000000111',
    holderName: '样例甲',
  };
  expect((await post(resident, 'payments', '/accounts', account)).status).toBe(201);
  await check('accounts', await asResident('payments', '/accounts'));

  const wrongName = { residentId: household[1].residentId, name: '别人' };
  await check('identity-not-confirmed', (await post(resident, 'people', '/people/resolve', wrongName)).body);
  await check(
    'person',
    (
      await post(
        resident,
        'people',
        '/people/resolve',
        household[1] && { residentId: household[1].residentId, name: household[1].name },
      )
    ).body,
  );

  const tooMuch = submissionOf(ids, { ...factsOf(personId, 2_000_000_000), vehicles: 5_000 });
  await check('submission-invalid', (await post(resident, 'applications', '/applications', tooMuch)).body);

  const poor = factsOf(personId, 150_000);
  await platform.eventually(async () => {
    const { status } = await post(resident, 'applications', '/applications', submissionOf(ids, poor));
    expect(status).toBe(201);
  }, PATIENCE_MS);
  const { body: list } = await resident.get<{ items: View[] }>('applications', '/applications');
  const id = list.items[0]?.applicationId ?? '';
  await check('case-submitted', await asResident('applications', `/applications/${id}`));
  await check('one-open', (await post(resident, 'applications', '/applications', submissionOf(ids, poor))).body);
  await carry(id, poor, 'positive', (view) => check('case-notice', view));
  await decide(id, 'confirm');
  await check('case-confirmed', await asResident('applications', `/applications/${id}`));
  await check('cases', await asResident('applications', '/applications'));

  const { body: decided } = await resident.get<View>('applications', `/applications/${id}`);
  await pay(resident, decided.decision?.payFrom ?? '');
  await check('entitlements', await asResident('payments', '/entitlements'));
  await check('payments', await asResident('payments', '/payments'));
  await platform.eventually(async () => {
    const { items } = (await asResident('notifications', '/messages/me')) as { items: { status: string }[] };
    expect(items.filter(({ status }) => status === 'delivered')).toHaveLength(3);
  }, 60_000);
  await check('messages', await asResident('notifications', '/messages/me'));
}, 300_000);

test('a refusal is recorded too', async () => {
  const other = { residentId: '330302198101174037', name: '样例乙' };
  const counter = officer('street-officer', 'SO-1', STREET);
  const { body: person } = await post<{ personId: string }>(counter, 'people', '/people/resolve', other);
  const resident = platform.as({ role: 'resident', personId: person.personId });
  const rich = factsOf(person.personId, 200_000);
  const id = await platform.eventually(async () => {
    const { status, body } = await post<View>(
      resident,
      'applications',
      '/applications',
      submissionOf([person.personId], rich),
    );
    expect(status).toBe(201);
    return body.applicationId;
  }, PATIENCE_MS);
  await carry(id, rich, 'negative');
  await decide(id, 'refuse');
  await check('case-refused', (await resident.get<unknown>('applications', `/applications/${id}`)).body);
}, 300_000);

/** Each step by somebody else, up to the report. */
async function carry(
  id: string,
  facts: unknown,
  opinion: string,
  atNotice?: (view: unknown) => Promise<void>,
): Promise<void> {
  const [first, second] = [officer('street-officer', 'SO-1', STREET), officer('street-officer', 'SO-2', STREET)];
  await post(first, 'applications', `/applications/${id}/accept`);
  await post(second, 'applications', `/applications/${id}/start-survey`, { surveyors: ['SO-2', 'SO-3'] });
  const survey = { facts, opinion, note: '入户调查记录' };
  const { body } = await post<View>(first, 'applications', `/applications/${id}/report-survey`, survey);
  await atNotice?.(withoutOfficers(body));
  if (opinion === 'positive') await platform.clock('applications').toNextDue();
  await platform.eventually(async () => {
    expect((await first.get<View>('applications', `/applications/${id}`)).body.status).toBe('reported');
  }, 60_000);
}

/** Who did a step is shown to staff only: a resident's view is the same without. */
const withoutOfficers = (view: unknown): unknown =>
  JSON.parse(JSON.stringify(view, (key, value: unknown) => (key === 'by' ? undefined : value)));

async function decide(id: string, verb: 'confirm' | 'refuse'): Promise<void> {
  await post(officer('district-reviewer', 'DR-1', DISTRICT), 'applications', `/applications/${id}/review`);
  const decider = officer('district-decider', 'DD-1', DISTRICT);
  expect((await post(decider, 'applications', `/applications/${id}/${verb}`)).status).toBe(200);
}

interface Run {
  readonly payRunId: string;
  readonly linesHash: string;
  readonly totalFen: number;
}

/** Money goes on the tenth; its morning is also a time at which messages may be sent. */
async function toPayDay(month: string): Promise<void> {
  for (const service of ['payments', 'notifications']) {
    const clock = platform.clock(service);
    await clock.moveTo(Instant.parse(`${month}-10T01:00:00.000Z`));
    stops.unshift(clock.run());
  }
}

async function pay(resident: TestClient, month: string): Promise<void> {
  await toPayDay(month);
  await platform.eventually(async () => {
    expect((await resident.get<{ items: unknown[] }>('payments', '/entitlements')).body.items).toHaveLength(1);
  }, 60_000);
  const maker = officer('finance-maker', 'FM-1', DISTRICT);
  const quota = { amountFen: 100_000_000, source: 'district', reference: randomUUID() };
  await post(maker, 'payments', '/budget/quota', quota);
  const { body: run } = await post<Run>(maker, 'payments', '/pay-runs', { period: month });
  const exactly = { linesHash: run.linesHash, totalFen: run.totalFen };
  const act = (by: TestClient, verb: string, body: unknown) =>
    post(by, 'payments', `/pay-runs/${run.payRunId}/${verb}`, body);
  await act(maker, 'submit', {});
  await act(officer('finance-checker', 'FC-1', DISTRICT), 'approve', exactly);
  await act(
    platform.as({ role: 'finance-releaser', staffNo: 'FR-1', division: DISTRICT, acr: 'mfa' }),
    'release',
    exactly,
  );
  await platform.eventually(async () => {
    const { items } = (await resident.get<{ items: { status: string }[] }>('payments', '/payments')).body;
    expect(items.map(({ status }) => status)).toEqual(['settled']);
  }, 60_000);
}
