import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startSmsSimulator } from '@minzheng/sms-simulator';
import type { Mode, SmsRecord, SmsSimulator } from '@minzheng/sms-simulator';
import { testPlatform } from '@minzheng/testing';
import type { TestClient, TestPlatform } from '@minzheng/testing';
import {
  AllowanceAwarded,
  CaseAccepted,
  CaseConfirmed,
  CaseObjectionAnswered,
  CaseObjectionFiled,
  CaseRefused,
  CaseSupplementRequested,
  MessageDelivered,
  MessageFailed,
  PaymentSettled,
} from '@minzheng/types';
import { notifications } from '../src/main.ts';
import {
  accepted,
  awarded,
  confirmed,
  granted,
  nextPerson,
  objectionAnswered,
  objectionFiled,
  paid,
  recognised,
  refused,
  supplementRequested,
} from './facts-of-events.ts';

jest.setTimeout(60_000);

const smsToken = 'a-token-for-the-provider';
/** By day, and running: retries of seconds are civil time too. */
const MORNING = '2025-10-09T01:00:00.000Z';
let stopClock: () => Promise<void>;
let platform: TestPlatform;
let simulator: SmsSimulator;
let dataDir = '';

interface MessageView {
  readonly messageId: string;
  readonly template: string;
  readonly status: string;
  readonly text: string;
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sms-'));
  simulator = await startSmsSimulator({ port: 0, dataDir, token: smsToken });
  platform = await testPlatform();
  await platform.start(notifications, { SMS_URL: simulator.url, SMS_TOKEN: smsToken, CIVIL_CLOCK: MORNING });
  stopClock = platform.clock('notifications').run();
});

afterAll(async () => {
  await stopClock();
  await platform.stop();
  await simulator.stop();
  await rm(dataDir, { recursive: true });
});

beforeEach(() => control('ok'));

async function provider(method: string, path: string, body?: unknown): Promise<Response> {
  return await fetch(`${simulator.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${smsToken}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function control(mode: Mode, times = 1): Promise<void> {
  await provider('PUT', '/control', { mode, times });
}

async function sentTo(mobile: string): Promise<SmsRecord[]> {
  const response = await provider('GET', `/messages?to=${mobile}`);
  return ((await response.json()) as { items: SmsRecord[] }).items;
}

async function withContact(language: 'zh-CN' | 'en' = 'zh-CN') {
  const person = nextPerson();
  const resident = platform.as({ role: 'resident', personId: person.personId });
  const { status } = await resident.put('notifications', '/contacts/me', { mobile: person.mobile, language });
  expect(status).toBe(200);
  return { ...person, resident };
}

async function messagesOf(resident: TestClient): Promise<readonly MessageView[]> {
  const { body } = await resident.get<{ items: MessageView[] }>('notifications', '/messages/me');
  return body.items;
}

async function untilStatus(resident: TestClient, ...statuses: string[]): Promise<readonly MessageView[]> {
  return await platform.eventually(async () => {
    const items = await messagesOf(resident);
    expect(items.map(({ status }) => status)).toEqual(statuses);
    return items;
  });
}

describe('telling', () => {
  test.each([
    ['an acceptance', CaseAccepted, accepted, 'case.accepted', '已于2026年11月24日受理'],
    ['a confirmation', CaseConfirmed, confirmed, 'case.confirmed', '每月1,300.00 [SAMPLE]元'],
    ['a sum paid once', CaseConfirmed, granted, 'case.granted', '一次性发放9,900.00 [SAMPLE]元'],
    ['a status', CaseConfirmed, recognised, 'case.recognised', '自2026年12月起认定'],
    ['what is missing', CaseSupplementRequested, supplementRequested, 'case.supplement', '2026年12月24日前一次性补齐'],
    ['an objection', CaseObjectionFiled, objectionFiled, 'case.objection-filed', '2027年1月27日前答复'],
    ['its answer', CaseObjectionAnswered, objectionAnswered, 'case.objection-answered', '异议不成立'],
    ['a refusal', CaseRefused, refused, 'case.refused', '60日内向鹿城区人民政府申请行政复议'],
    ['an award', AllowanceAwarded, awarded, 'allowance.awarded', '自2026年11月起每月180.00 [SAMPLE]元'],
    ['a payment', PaymentSettled, paid, 'pay.paid', '已发放至尾号0111账户'],
  ] as const)('%s becomes one SMS to the person it concerns', async (_, event, data, template, words) => {
    const { resident, personId, mobile, divisionCode } = await withContact();
    await platform.publish(event.of({ subject: 's-1', personId, divisionCode, data: data as never }));
    const [message] = await untilStatus(resident, 'delivered');
    expect(message).toMatchObject({ template });
    const sent = await sentTo(mobile);
    expect(sent).toMatchObject([{ messageId: message?.messageId, status: 'delivered', attempts: 1 }]);
    expect(sent[0]?.text).toContain(words);
  });

  test('the same event three times, at three offsets, is one SMS and one event', async () => {
    const { resident, personId, mobile, divisionCode } = await withContact();
    const event = CaseAccepted.of({ subject: 'a-3', personId, divisionCode, data: accepted });
    const same = { id: `thrice-${personId}`, sequence: 1 };
    await platform.publish(event, same);
    await platform.publish(event, same);
    await platform.publish(event, same);
    // Events of a key arrive in order: once this one is told, the three before it have been heard.
    await platform.publish(CaseRefused.of({ subject: 'a-3', personId, divisionCode, data: refused }));
    const items = await untilStatus(resident, 'delivered', 'delivered');
    expect(items.map(({ template }) => template).toSorted()).toEqual(['case.accepted', 'case.refused']);
    expect(await sentTo(mobile)).toHaveLength(2);
    const told = await platform.eventually(async () => {
      const events = await deliveredTo(personId);
      expect(events).toHaveLength(2);
      return events;
    });
    expect(told.map(({ data }) => (data as { causeEventId: string }).causeEventId)).toContain(`thrice-${personId}`);
  });

  test('the SMS is in the language of the contact, the list in the language of its reader', async () => {
    const { resident, personId, mobile } = await withContact('en');
    await platform.publish(PaymentSettled.of({ subject: 'p-en', personId, data: paid }));
    const [message] = await untilStatus(resident, 'delivered');
    expect(message?.text).toContain('已发放至尾号0111账户');
    expect((await sentTo(mobile))[0]?.text).toBe(
      'minimum living allowance for 2026-12 has been paid to the account ending 0111.',
    );
  });

  test('nothing on the bus says a number or a text', async () => {
    const { resident, personId, mobile } = await withContact();
    await platform.publish(PaymentSettled.of({ subject: 'p-quiet', personId, data: paid }));
    await untilStatus(resident, 'delivered');
    await platform.eventually(async () => expect(await deliveredTo(personId)).toHaveLength(1));
    const records = await platform.records('minzheng.notifications.bulk.v1');
    for (const { value, headers } of records) {
      expect(`${value?.toString('utf8')}${JSON.stringify(headers)}`).not.toMatch(new RegExp(`${mobile}|账户`));
    }
  });
});

async function deliveredTo(personId: string) {
  const events = await platform.events('minzheng.notifications.bulk.v1');
  return events.filter((event) => event.personid === personId && event.type === MessageDelivered.type);
}

describe('a person without a contact', () => {
  test('the message waits, and goes once when the contact comes', async () => {
    const { personId, mobile, divisionCode } = nextPerson();
    const resident = platform.as({ role: 'resident', personId });
    await platform.publish(CaseAccepted.of({ subject: 'a-wait', personId, divisionCode, data: accepted }));
    await platform.publish(PaymentSettled.of({ subject: 'p-wait', personId, divisionCode, data: paid }));
    await untilStatus(resident, 'waiting-for-contact', 'waiting-for-contact');
    await resident.put('notifications', '/contacts/me', { mobile, language: 'zh-CN' });
    await untilStatus(resident, 'delivered', 'delivered');
    expect(await sentTo(mobile)).toHaveLength(2);
  });

  test('contact and event at the same moment, twenty times: nobody waits in vain', async () => {
    const people = Array.from({ length: 20 }, nextPerson);
    await Promise.all(
      people.map(async ({ personId, mobile }) => {
        const resident = platform.as({ role: 'resident', personId });
        await Promise.all([
          platform.publish(PaymentSettled.of({ subject: `p-${personId}`, personId, data: paid })),
          resident.put('notifications', '/contacts/me', { mobile, language: 'zh-CN' }),
        ]);
      }),
    );
    for (const { personId, mobile } of people) {
      await untilStatus(platform.as({ role: 'resident', personId }), 'delivered');
      expect(await sentTo(mobile)).toHaveLength(1);
    }
  });
});

async function checkOf(name: string) {
  const sre = platform.as({ role: 'sre', staffNo: 'SRE-1' });
  const { body } = await sre.get<{ checks: { name: string }[] }>('notifications', '/ops/verify');
  return body.checks.find((check) => check.name === name);
}

describe('proving that nobody was forgotten', () => {
  test('a message that waits although the contact is there is named; one that has nobody to go to is not', async () => {
    const alone = nextPerson();
    await platform.publish(PaymentSettled.of({ subject: 'p-alone', personId: alone.personId, data: paid }));
    await untilStatus(platform.as({ role: 'resident', personId: alone.personId }), 'waiting-for-contact');
    expect(await checkOf('nobody-waits-in-vain')).toEqual({ name: 'nobody-waits-in-vain', ok: true });
    const { resident, personId } = await withContact();
    await platform.publish(PaymentSettled.of({ subject: 'p-vain', personId, data: paid }));
    const [message] = await untilStatus(resident, 'delivered');
    const messages = platform.database('notifications').collection('messages');
    await messages.updateOne({ personId }, { $set: { status: 'waiting-for-contact' } });
    expect(await checkOf('nobody-waits-in-vain')).toMatchObject({
      ok: false,
      culprit: `message ${message?.messageId} waits for a contact that is there`,
    });
  });
});

describe('a provider that misbehaves', () => {
  test('it sends and never answers: an inquiry finds the message sent, once', async () => {
    const { resident, personId, mobile } = await withContact();
    await control('timeout-after-accept');
    await platform.publish(PaymentSettled.of({ subject: 'p-t', personId, data: paid }));
    await untilStatus(resident, 'delivered');
    expect(await sentTo(mobile)).toMatchObject([{ attempts: 1 }]);
  });

  test('it answers 500 and has sent nothing: the message is handed over again and sent once', async () => {
    const { resident, personId, mobile } = await withContact();
    await control('500');
    await platform.publish(PaymentSettled.of({ subject: 'p-5', personId, data: paid }));
    await untilStatus(resident, 'delivered');
    expect(await sentTo(mobile)).toMatchObject([{ attempts: 1 }]);
  });

  test('a temporary failure is tried again with the same id until it is delivered', async () => {
    const { resident, personId, mobile } = await withContact();
    await control('temporary-failure', 2);
    await platform.publish(PaymentSettled.of({ subject: 'p-tf', personId, data: paid }));
    await untilStatus(resident, 'delivered');
    expect(await sentTo(mobile)).toMatchObject([{ attempts: 3 }]);
  });

  test('a permanent failure is told and not tried again', async () => {
    const { resident, personId } = await withContact();
    await control('permanent-failure');
    await platform.publish(PaymentSettled.of({ subject: 'p-pf', personId, data: paid }));
    await untilStatus(resident, 'permanent-failure');
    await platform.eventually(async () => {
      const events = await platform.events('minzheng.notifications.bulk.v1');
      expect(events.filter(({ type, personid }) => type === MessageFailed.type && personid === personId)).toHaveLength(
        1,
      );
    });
  });
});

describe('at rest', () => {
  test('neither number nor text can be read in the database', async () => {
    const { resident, personId, mobile } = await withContact();
    await platform.publish(PaymentSettled.of({ subject: 'p-rest', personId, data: paid }));
    await untilStatus(resident, 'delivered');
    const db = platform.database('notifications');
    for (const name of ['contacts', 'messages', 'outbox', 'audit', 'idempotency_keys']) {
      const rows = await db.collection(name).find().toArray();
      expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${mobile}|尾号0111`));
    }
  });
});

describe('the door', () => {
  test('a contact is shown masked to its owner and to nobody else', async () => {
    const { resident, mobile } = await withContact();
    const { body } = await resident.get('notifications', '/contacts/me');
    expect(body).toEqual({ mobile: `138****${mobile.slice(7)}`, language: 'zh-CN' });
    const other = platform.as({ role: 'resident', personId: nextPerson().personId });
    expect(await other.get('notifications', '/contacts/me')).toMatchObject({
      status: 404,
      body: { code: 'contact.not-found' },
    });
  });

  test.each([
    ['0577-88888888', 'contact.mobile-invalid', 422],
    ['1380000010', 'contact.mobile-invalid', 422],
    ['1'.repeat(31), 'request.invalid', 400],
  ])('the number %s is refused with %s', async (mobile, code, status) => {
    const resident = platform.as({ role: 'resident', personId: nextPerson().personId });
    const answer = await resident.put('notifications', '/contacts/me', { mobile, language: 'zh-CN' });
    expect(answer).toMatchObject({ status, body: { code, errors: [{ pointer: '/mobile' }] } });
    expect((await resident.get('notifications', '/contacts/me')).status).toBe(404);
  });

  test('the same command twice is one registration; its key with another body is refused', async () => {
    const { personId, mobile } = nextPerson();
    const resident = platform.as({ role: 'resident', personId });
    const body = { mobile, language: 'zh-CN' };
    const first = await resident.put('notifications', '/contacts/me', body, { key: 'same' });
    const again = await resident.put('notifications', '/contacts/me', body, { key: 'same' });
    expect(again).toMatchObject({ status: first.status, body: first.body });
    const other = { ...body, language: 'en' };
    expect(await resident.put('notifications', '/contacts/me', other, { key: 'same' })).toMatchObject({
      status: 422,
      body: { code: 'request.idempotency-key-reused' },
    });
  });

  test('a street officer reads the messages of the street, not of another street; each read is audited', async () => {
    const { resident, personId, divisionCode } = await withContact();
    await platform.publish(PaymentSettled.of({ subject: 'p-so', personId, divisionCode, data: paid }));
    await untilStatus(resident, 'delivered');
    const path = `/messages?personId=${personId}`;
    const here = platform.as({ role: 'street-officer', division: '330302006', staffNo: 'SO-WM-1' });
    const { body } = await here.get<{ items: MessageView[] }>('notifications', path);
    expect(body.items).toMatchObject([{ template: 'pay.paid' }]);
    const elsewhere = platform.as({ role: 'street-officer', division: '330302026', staffNo: 'SO-ST-1' });
    expect((await elsewhere.get<{ items: unknown[] }>('notifications', path)).body.items).toEqual([]);
    const audit = platform.database('notifications').collection('audit');
    expect(await audit.countDocuments({ action: 'message.read', subjectPersonId: personId })).toBe(2);
  });

  const doors = [
    ['PUT', '/contacts/me'],
    ['GET', '/contacts/me'],
    ['GET', '/messages/me'],
    ['GET', '/messages?personId=p-1'],
  ] as const;

  test.each(doors)('%s %s without a token: 401', async (method, path) => {
    expect(await call(platform.anonymous, method, path)).toMatchObject({
      status: 401,
      body: { code: 'auth.token-missing' },
    });
  });

  test.each(doors)('%s %s with a role that may not: 403', async (method, path) => {
    const maker = platform.as({ role: 'finance-maker', division: '330302', staffNo: 'FM-1' });
    expect(await call(maker, method, path)).toMatchObject({ status: 403, body: { code: 'auth.role-not-allowed' } });
  });

  test.each(doors.slice(0, 3))('%s %s as a resident whose person is not known yet: 404', async (method, path) => {
    const stranger = platform.as({ role: 'resident' });
    expect(await call(stranger, method, path)).toMatchObject({ status: 404, body: { code: 'auth.not-yours' } });
  });

  test('messages come page by page, the latest first, each once', async () => {
    const { resident, personId } = await withContact();
    for (const subject of ['p-a', 'p-b', 'p-c'])
      await platform.publish(PaymentSettled.of({ subject, personId, data: paid }));
    await untilStatus(resident, 'delivered', 'delivered', 'delivered');
    const seen: string[] = [];
    let path = '/messages/me?limit=2';
    for (let page = 0; page < 3 && path !== ''; page += 1) {
      const { body } = await resident.get<{ items: MessageView[]; next?: string }>('notifications', path);
      seen.push(...body.items.map(({ messageId }) => messageId));
      path = body.next === undefined ? '' : `/messages/me?limit=2&cursor=${body.next}`;
    }
    expect(new Set(seen).size).toBe(3);
    expect(seen).toHaveLength(3);
  });

  test('a cursor that nobody gave is refused', async () => {
    const { resident } = await withContact();
    expect(await resident.get('notifications', '/messages/me?cursor=junk')).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });
});

function call(client: TestClient, method: 'GET' | 'PUT', path: string) {
  if (method === 'GET') return client.get('notifications', path);
  return client.put('notifications', path, { mobile: '13800000101', language: 'zh-CN' });
}
