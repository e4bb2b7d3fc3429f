import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { testPlatform } from '@minzheng/testing';
import type { TestPlatform } from '@minzheng/testing';
import { CaseRefused, instant, MessageDelivered, MessageFailed, PaymentSettled } from '@minzheng/types';
import type { PersonId } from '@minzheng/types';
import { notifications } from '../src/main.ts';
import { inboxOf, startOutside, untilDelivery, withAddress } from './email-of.ts';
import type { Outside } from './email-of.ts';
import { nextPerson, paid, refused } from './facts-of-events.ts';

jest.setTimeout(60_000);

/** By day, and running: retries of seconds are civil time too. */
const MORNING = '2025-10-09T01:00:00.000Z';
const MINUTE_MS = 60_000;
let stopClock: () => Promise<void>;
let platform: TestPlatform;
let outside: Outside;

beforeAll(async () => {
  outside = await startOutside();
  platform = await testPlatform();
  await platform.start(notifications, { ...outside.env, CIVIL_CLOCK: MORNING });
  stopClock = platform.clock('notifications').run();
});

afterAll(async () => {
  await stopClock();
  await platform.stop();
  await outside.stop();
});

beforeEach(() => outside.fare('ok'));

const pay = (personId: PersonId): Promise<void> =>
  platform.publish(PaymentSettled.of({ subject: `p-${personId}`, personId, data: paid }));

/** The clock of the law goes on, whatever it shows by then. */
async function pass(ms: number): Promise<void> {
  const clock = platform.clock('notifications');
  const { now } = await clock.standing();
  await clock.moveTo(instant.plus(now, ms));
}

async function told(personId: PersonId) {
  const events = await platform.events('minzheng.notifications.bulk.v1');
  return events
    .filter(({ personid }) => personid === personId)
    .map(({ type, data }) => [type, (data as { channel: string }).channel]);
}

describe('an e-mail beside the SMS', () => {
  test('goes once, under our id, and is delivered when the relay says so', async () => {
    const { resident, personId, address, mobile } = await withAddress(platform);
    await pay(personId);
    const { messageId } = await untilDelivery(platform, resident, 'e-mail', 'accepted');
    expect(await told(personId)).not.toContainEqual([MessageDelivered.type, 'e-mail']);
    await pass(MINUTE_MS);
    const message = await untilDelivery(platform, resident, 'e-mail', 'delivered');
    expect(message).toMatchObject({ channel: 'sms', status: 'delivered' });
    expect(await outside.mailTo(address)).toMatchObject([
      { messageId: `${messageId}@minzheng.example`, from: 'notice@minzheng.example', copies: 1 },
    ]);
    expect(await outside.smsTo(mobile)).toMatchObject([{ messageId, attempts: 1 }]);
    await platform.eventually(async () =>
      expect(new Set((await told(personId)).map((row) => row.join(' ')))).toEqual(
        new Set([`${MessageDelivered.type} sms`, `${MessageDelivered.type} e-mail`]),
      ),
    );
  });

  test.each([
    ['zh-CN', '您的申请审核结果(编号LC-DB-202611-000001-8)', '=?UTF-8?', '鹿城区民政局'],
    ['en', 'Decision on your application LC-DB-202611-000001-8', 'Decision', 'Lucheng District Civil Affairs Bureau'],
  ] as const)('in %s is what RFC 5322 asks for, in words of that language', async (language, subject, raw, sender) => {
    const { resident, personId, address, mobile } = await withAddress(platform, { language });
    await platform.publish(CaseRefused.of({ subject: `a-${personId}`, personId, data: refused }));
    const { messageId } = await untilDelivery(platform, resident, 'e-mail', 'accepted');
    const [mail] = await outside.mailTo(address);
    const [sms] = await outside.smsTo(mobile);
    expect(mail?.subject).toBe(subject);
    expect(mail?.text.split('\n')[0]).toBe(sms?.text);
    expect(mail?.text).toContain(sender);
    const [head = '', body = ''] = mail?.source.split('\r\n\r\n') ?? [];
    // Only ASCII and no line above 998: what is Chinese is dressed in MIME.
    expect(mail?.source).toMatch(/^[\t\r\n\x20-\x7e]*$/);
    expect(Math.max(...(mail?.source.split('\r\n').map((line) => line.length) ?? []))).toBeLessThanOrEqual(998);
    const fields = head.replaceAll(/\r\n[ \t]/g, ' ').split('\r\n');
    const field = (name: string) => fields.filter((line) => line.toLowerCase().startsWith(`${name}: `));
    expect(field('subject')).toEqual([expect.stringContaining(raw)]);
    expect(field('message-id')).toEqual([`Message-ID: <${messageId}@minzheng.example>`]);
    expect(field('to')).toEqual([`To: ${address}`]);
    expect(field('from')).toEqual([expect.stringMatching(/<notice@minzheng\.example>$/)]);
    expect(field('date')).toEqual([expect.stringMatching(/^Date: Thu, 9 Oct 2025 \d\d:\d\d:\d\d \+0800$/)]);
    expect(field('mime-version')).toEqual(['MIME-Version: 1.0']);
    expect(field('content-type')).toEqual([expect.stringMatching(/text\/plain; charset=utf-8/)]);
    expect(field('content-language')).toEqual([`Content-Language: ${language}`]);
    expect(field('auto-submitted')).toEqual(['Auto-Submitted: auto-generated']);
    expect(body).not.toBe('');
  });

  test('goes to nobody who has not agreed, nor for what was not agreed to', async () => {
    const { resident, personId, address } = await withAddress(platform, {
      preferences: { TRANSACTIONAL: { 'e-mail': true } },
    });
    await platform.publish(CaseRefused.of({ subject: `a-${personId}`, personId, data: refused }));
    await pay(personId);
    await platform.eventually(async () => {
      const items = await inboxOf(resident);
      expect(items.map(({ status }) => status)).toEqual(['delivered', 'delivered']);
    });
    await untilPaidByEmail(resident);
    expect(await outside.mailTo(address)).toMatchObject([{ subject: '2026年12月最低生活保障已发放' }]);
  });

  test('and no SMS where it was declined: the inbox is the channel, and counts as delivered', async () => {
    const { resident, personId, address, mobile } = await withAddress(platform, {
      preferences: { TRANSACTIONAL: { sms: false, 'e-mail': true } },
    });
    await pay(personId);
    const message = await untilDelivery(platform, resident, 'e-mail', 'accepted');
    expect(message).toMatchObject({ status: 'delivered', channel: 'in-app' });
    expect(message.deliveries.map(({ channel }) => channel)).toEqual(['in-app', 'e-mail']);
    expect(await outside.smsTo(mobile)).toEqual([]);
    expect(await outside.mailTo(address)).toHaveLength(1);
    expect(await told(personId)).toContainEqual([MessageDelivered.type, 'in-app']);
  });

  test('is for nobody to read: neither address nor words stand in the database or on the bus', async () => {
    const { resident, personId, address } = await withAddress(platform);
    await pay(personId);
    await untilDelivery(platform, resident, 'e-mail', 'accepted');
    const db = platform.database('notifications');
    for (const name of ['contacts', 'messages', 'outbox', 'audit', 'idempotency_keys', 'deadlines']) {
      const rows = await db.collection(name).find().toArray();
      expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${address}|已发放`));
    }
    for (const { value, headers } of await platform.records('minzheng.notifications.bulk.v1')) {
      expect(`${value?.toString('utf8')}${JSON.stringify(headers)}`).not.toContain(address);
    }
  });
});

async function untilPaidByEmail(resident: ReturnType<TestPlatform['as']>): Promise<void> {
  await platform.eventually(async () => {
    const items = await inboxOf(resident);
    const byEmail = items.filter(({ deliveries }) =>
      deliveries.some(({ channel, status }) => channel === 'e-mail' && status === 'accepted'),
    );
    expect(byEmail.map(({ template }) => template)).toEqual(['pay.paid']);
  });
}

describe('a relay that misbehaves', () => {
  test.each(['refuse', 'refuse-content'] as const)(
    '%s: told once, not tried again; the SMS is not touched',
    async (mode) => {
      const { resident, personId, address } = await withAddress(platform);
      await outside.fare(mode);
      await pay(personId);
      await untilDelivery(platform, resident, 'e-mail', 'permanent-failure');
      await untilDelivery(platform, resident, 'sms', 'delivered');
      await platform.eventually(async () => expect(await told(personId)).toHaveLength(2));
      expect(await told(personId)).toContainEqual([MessageFailed.type, 'e-mail']);
      expect(await outside.mailTo(address)).toEqual([]);
    },
  );

  test('it greylists twice: the same e-mail goes again, and arrives once', async () => {
    const { resident, personId, address } = await withAddress(platform);
    await outside.fare('greylist', 2);
    await pay(personId);
    await untilDelivery(platform, resident, 'e-mail', 'accepted');
    expect(await outside.mailTo(address)).toMatchObject([{ copies: 1 }]);
    const row = await platform.database('notifications').collection('messages').findOne({ personId });
    expect(row).toMatchObject({ email: { attempts: 3 } });
  });

  test('it takes the content and never answers: asked about and found, not sent again', async () => {
    const { resident, personId, address } = await withAddress(platform);
    await outside.fare('timeout-after-data');
    await pay(personId);
    await untilDelivery(platform, resident, 'e-mail', 'delivered');
    await pass(60 * MINUTE_MS);
    expect(await outside.mailTo(address)).toMatchObject([{ copies: 1 }]);
  });

  test('it takes the content and cuts the connection with nothing kept: unknown for ten minutes, then sent again, once', async () => {
    const { resident, personId, address } = await withAddress(platform);
    await outside.fare('drop');
    await pay(personId);
    await untilDelivery(platform, resident, 'e-mail', 'unknown');
    await pass(9 * MINUTE_MS);
    await untilDelivery(platform, resident, 'e-mail', 'unknown');
    expect(await outside.mailTo(address)).toEqual([]);
    await pass(2 * MINUTE_MS);
    await untilDelivery(platform, resident, 'e-mail', 'accepted');
    expect(await outside.mailTo(address)).toMatchObject([{ copies: 1 }]);
  });

  test('it takes an e-mail that comes back a while later: failed, and said so', async () => {
    const { resident, personId, address } = await withAddress(platform);
    await outside.fare('bounce');
    await pay(personId);
    await untilDelivery(platform, resident, 'e-mail', 'accepted');
    await pass(MINUTE_MS);
    // It was in the queue when it was asked about; whoever asks again hears that it came back.
    await platform.eventually(async () => expect(await outside.mailTo(address)).toMatchObject([{ status: 'bounced' }]));
    await untilDelivery(platform, resident, 'e-mail', 'accepted');
    await pass(60 * MINUTE_MS);
    await untilDelivery(platform, resident, 'e-mail', 'permanent-failure');
    await platform.eventually(async () => expect(await told(personId)).toContainEqual([MessageFailed.type, 'e-mail']));
  });

  test('it is away: the SMS goes, the e-mail waits without losing a try, and goes when it is back', async () => {
    const { resident, personId, address } = await withAddress(platform);
    await outside.stopRelay();
    await pay(personId);
    await untilDelivery(platform, resident, 'sms', 'delivered');
    await untilDelivery(platform, resident, 'e-mail', 'created');
    await outside.startRelay();
    await untilDelivery(platform, resident, 'e-mail', 'accepted');
    expect(await outside.mailTo(address)).toMatchObject([{ copies: 1 }]);
    const row = await platform.database('notifications').collection('messages').findOne({ personId });
    expect(row).toMatchObject({ email: { attempts: 1 } });
  });
});

describe('the address', () => {
  test('is shown masked, stays when the number changes, and can be taken away', async () => {
    const { resident, mobile, address } = await withAddress(platform);
    const masked = `p***${address.slice(address.indexOf('@'))}`;
    const changed = await resident.put('notifications', '/contacts/me', { mobile, language: 'en' });
    expect(changed.body).toMatchObject({ language: 'en', email: masked });
    expect((await resident.get('notifications', '/contacts/me')).body).toMatchObject({ email: masked });
    const removed = await resident.delete('notifications', '/contacts/me/email');
    expect(removed.status).toBe(200);
    expect((await resident.get('notifications', '/contacts/me')).body).not.toHaveProperty('email');
  });

  test('needs a number first: what the law prescribes goes by SMS', async () => {
    const resident = platform.as({ role: 'resident', personId: nextPerson().personId });
    const email = await resident.put('notifications', '/contacts/me/email', { email: 'a@sample.example' });
    expect(email).toMatchObject({ status: 404, body: { code: 'contact.not-found' } });
    const chosen = await resident.put('notifications', '/contacts/me/preferences', {});
    expect(chosen).toMatchObject({ status: 404, body: { code: 'contact.not-found' } });
  });

  test.each(['nobody', 'a@b', 'a@sample.example\r\nBcc: b@sample.example'])('%j is refused', async (email) => {
    const { resident } = await withAddress(platform);
    expect(await resident.put('notifications', '/contacts/me/email', { email })).toMatchObject({
      status: 422,
      body: { code: 'contact.email-invalid', errors: [{ pointer: '/email' }] },
    });
  });

  test('nobody is let out of the SMS that the law prescribes', async () => {
    const { resident } = await withAddress(platform);
    const chosen = { STATUTORY: { sms: false } };
    expect(await resident.put('notifications', '/contacts/me/preferences', chosen)).toMatchObject({
      status: 422,
      body: { code: 'contact.channel-not-optional', errors: [{ pointer: '/STATUTORY/sms' }] },
    });
  });

  test.each([
    ['PUT', '/contacts/me/email', { email: 'a@sample.example' }],
    ['PUT', '/contacts/me/preferences', {}],
    ['DELETE', '/contacts/me/email', undefined],
  ] as const)('%s %s: 401 without a token, 403 with a role that may not', async (method, path, body) => {
    const maker = platform.as({ role: 'finance-maker', division: '330302', staffNo: 'FM-1' });
    for (const [client, status] of [
      [platform.anonymous, 401],
      [maker, 403],
    ] as const) {
      const answer =
        method === 'PUT' ? await client.put('notifications', path, body) : await client.delete('notifications', path);
      expect(answer.status).toBe(status);
    }
  });
});
