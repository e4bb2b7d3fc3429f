import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { startSmsSimulator } from '@minzheng/sms-simulator';
import type { SmsRecord } from '@minzheng/sms-simulator';
import { startSmtpSimulator } from '@minzheng/smtp-simulator';
import type { MailRecord, Mode } from '@minzheng/smtp-simulator';
import type { TestClient, TestPlatform } from '@minzheng/testing';
import { nextPerson } from './facts-of-events.ts';

const token = 'a-token-for-the-outside';
const FROM = 'notice@minzheng.example';

/** What a message looks like in the inbox, as far as e-mail tests look. */
export interface InboxMessage {
  readonly messageId: string;
  readonly template: string;
  readonly status: string;
  readonly channel: string;
  readonly subject: string;
  readonly text: string;
  readonly readAt?: string;
  readonly deliveries: readonly { readonly channel: string; readonly status: string }[];
}

/** The SMS provider and the mail relay of one suite, and what notifications must be told to find them. */
export async function startOutside() {
  const dataDir = await mkdtemp(join(tmpdir(), 'outside-'));
  const sms = await startSmsSimulator({ port: 0, dataDir: join(dataDir, 'sms'), token });
  const where = { dataDir: join(dataDir, 'smtp'), token };
  let relay = await startSmtpSimulator({ port: 0, smtpPort: 0, ...where });
  const ask = async (url: string, method: string, path: string, body?: unknown): Promise<Response> =>
    await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const itemsOf = async <T>(url: string, to: string): Promise<readonly T[]> => {
    const answer = await ask(url, 'GET', `/messages?to=${encodeURIComponent(to)}`);
    return ((await answer.json()) as { items: T[] }).items;
  };
  const { port, smtpPort } = relay;
  return {
    env: {
      SMS_URL: sms.url,
      SMS_TOKEN: token,
      SMTP_URL: relay.smtpUrl,
      SMTP_JOURNAL_URL: relay.url,
      SMTP_TOKEN: token,
      SMTP_FROM: FROM,
    },
    mailTo: (address: string) => itemsOf<MailRecord>(relay.url, address),
    smsTo: (mobile: string) => itemsOf<SmsRecord>(sms.url, mobile),
    /** How the next e-mails fare. */
    fare: async (mode: Mode, times = 1) => {
      expect((await ask(relay.url, 'PUT', '/control', { mode, times })).status).toBe(204);
    },
    /** How many contents the relay has had in hand. */
    heard: async (): Promise<number> => {
      const answer = await ask(relay.url, 'GET', '/heard');
      return ((await answer.json()) as { contents: number }).contents;
    },
    stopRelay: () => relay.stop(),
    /** At the same address, with what it remembers. */
    startRelay: async () => {
      relay = await startSmtpSimulator({ port, smtpPort, ...where });
    },
    stop: async () => {
      await Promise.all([sms.stop(), relay.stop()]);
      await rm(dataDir, { recursive: true });
    },
  };
}

export type Outside = Awaited<ReturnType<typeof startOutside>>;

const everything = { STATUTORY: { 'e-mail': true }, TRANSACTIONAL: { 'e-mail': true } };

/** Somebody who has left number and address, and chosen so. */
export async function withAddress(
  platform: TestPlatform,
  { language = 'zh-CN', preferences = everything }: { language?: 'zh-CN' | 'en'; preferences?: unknown } = {},
) {
  const person = nextPerson();
  const address = `p${person.mobile}@sample.example`;
  const resident = platform.as({ role: 'resident', personId: person.personId });
  const answers = [
    await resident.put('notifications', '/contacts/me', { mobile: person.mobile, language }),
    await resident.put('notifications', '/contacts/me/email', { email: address }),
    await resident.put('notifications', '/contacts/me/preferences', preferences),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  return { ...person, address, resident };
}

export async function inboxOf(resident: TestClient): Promise<readonly InboxMessage[]> {
  const { body } = await resident.get<{ items: InboxMessage[] }>('notifications', '/messages/me');
  return body.items;
}

/** Waits until the latest message stands so on a channel. */
export async function untilDelivery(
  platform: TestPlatform,
  resident: TestClient,
  channel: string,
  status: string,
): Promise<InboxMessage> {
  return await platform.eventually(async () => {
    const [message] = await inboxOf(resident);
    expect(message?.deliveries).toContainEqual(expect.objectContaining({ channel, status }));
    return message as InboxMessage;
  }, 30_000);
}
