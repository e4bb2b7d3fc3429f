import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { testPlatform } from '@minzheng/testing';
import type { TestClient, TestPlatform } from '@minzheng/testing';
import { CaseAccepted, PaymentSettled } from '@minzheng/types';
import { notifications } from '../src/main.ts';
import { inboxOf, startOutside } from './email-of.ts';
import type { InboxMessage, Outside } from './email-of.ts';
import { accepted, nextPerson, paid } from './facts-of-events.ts';

jest.setTimeout(60_000);

/** Half past nine in the evening: nothing goes out, and the inbox needs no morning. */
const EVENING = '2025-10-09T13:30:00.000Z';
let platform: TestPlatform;
let outside: Outside;

beforeAll(async () => {
  outside = await startOutside();
  platform = await testPlatform();
  const { SMS_URL, SMS_TOKEN } = outside.env;
  await platform.start(notifications, { SMS_URL, SMS_TOKEN, CIVIL_CLOCK: EVENING });
});

afterAll(async () => {
  await platform.stop();
  await outside.stop();
});

async function withTwoMessages() {
  const { personId, mobile, divisionCode } = nextPerson();
  const resident = platform.as({ role: 'resident', personId });
  await platform.publish(CaseAccepted.of({ subject: `a-${personId}`, personId, divisionCode, data: accepted }));
  await platform.publish(PaymentSettled.of({ subject: `p-${personId}`, personId, divisionCode, data: paid }));
  const items = await platform.eventually(async () => {
    const found = await inboxOf(resident);
    expect(found).toHaveLength(2);
    return found;
  });
  return { personId, mobile, resident, items };
}

async function unreadOf(resident: TestClient): Promise<number> {
  const { body } = await resident.get<{ unread: number }>('notifications', '/messages/me/unread');
  return body.unread;
}

const read = (resident: TestClient, messageId: string, key?: string) =>
  resident.post<InboxMessage & { code?: string }>(
    'notifications',
    `/messages/${messageId}/read`,
    {},
    key === undefined ? {} : { key },
  );

describe('the inbox', () => {
  test('holds every message at once, also at night and for somebody with no number and no address', async () => {
    const { items } = await withTwoMessages();
    for (const { deliveries, readAt } of items) {
      expect(deliveries[0]).toEqual({ channel: 'in-app', status: 'delivered', changedAt: EVENING });
      expect(readAt).toBeUndefined();
    }
    expect(items.map(({ subject }) => subject).toSorted()).toEqual(
      ['2026年12月最低生活保障已发放', '您的申请已受理(编号LC-DB-202611-000001-8)'].toSorted(),
    );
  });

  test('speaks the language of its reader', async () => {
    const { resident } = await withTwoMessages();
    const { body } = await resident.get<{ items: InboxMessage[] }>('notifications', '/messages/me', {
      headers: { 'accept-language': 'en' },
    });
    expect(body.items.map(({ subject }) => subject)).toContain('Your application LC-DB-202611-000001-8 was accepted');
  });

  test('counts what is unread; what was opened stays opened, and the first time counts', async () => {
    const { resident, items } = await withTwoMessages();
    const [{ messageId } = { messageId: '' }, other] = items;
    expect(await unreadOf(resident)).toBe(2);
    const first = await read(resident, messageId);
    expect(first).toMatchObject({ status: 200, body: { messageId, readAt: EVENING } });
    expect(first.body.deliveries[0]).toEqual({ channel: 'in-app', status: 'read', changedAt: EVENING });
    const again = await read(resident, messageId);
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect(await unreadOf(resident)).toBe(1);
    const after = await inboxOf(resident);
    expect(after.find((one) => one.messageId === other?.messageId)).not.toHaveProperty('readAt');
  });

  test('the same command twice is one; its answer is kept under its key', async () => {
    const { resident, items } = await withTwoMessages();
    const messageId = items[0]?.messageId ?? '';
    const [one, two] = [await read(resident, messageId, 'same'), await read(resident, messageId, 'same')];
    expect(two).toMatchObject({ status: one.status, body: one.body });
  });

  test('opening a message leaves its audit row', async () => {
    const { resident, personId, items } = await withTwoMessages();
    await read(resident, items[0]?.messageId ?? '');
    const audit = platform.database('notifications').collection('audit');
    expect(await audit.countDocuments({ action: 'message.open', subjectPersonId: personId })).toBe(1);
  });
});

describe('the door of the inbox', () => {
  test('a message of somebody else is not there: the same answer as for one that does not exist', async () => {
    const { resident, items } = await withTwoMessages();
    const messageId = items[0]?.messageId ?? '';
    const stranger = platform.as({ role: 'resident', personId: nextPerson().personId });
    for (const id of [messageId, 'nothing-of-that-name']) {
      expect(await read(stranger, id)).toMatchObject({ status: 404, body: { code: 'auth.not-yours' } });
    }
    expect(await unreadOf(stranger)).toBe(0);
    expect(await unreadOf(resident)).toBe(2);
  });

  test.each([
    ['GET', '/messages/me/unread'],
    ['POST', '/messages/m-1/read'],
  ] as const)(
    '%s %s: 401 without a token, 403 with a role that may not, 404 for a person not known yet',
    async (method, path) => {
      for (const [client, status] of [
        [platform.anonymous, 401],
        [platform.as({ role: 'street-officer', division: '330302006', staffNo: 'SO-WM-1' }), 403],
        [platform.as({ role: 'resident' }), 404],
      ] as const) {
        const answer =
          method === 'GET' ? await client.get('notifications', path) : await client.post('notifications', path);
        expect(answer.status).toBe(status);
      }
    },
  );

  test('a bureau without a mail relay takes no address', async () => {
    const { resident, mobile } = await withTwoMessages();
    await resident.put('notifications', '/contacts/me', { mobile, language: 'zh-CN' });
    const answer = await resident.put('notifications', '/contacts/me/email', { email: 'a@sample.example' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'contact.email-not-offered' } });
  });
});
