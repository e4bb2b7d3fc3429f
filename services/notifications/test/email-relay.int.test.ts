import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startSmtpSimulator } from '@minzheng/smtp-simulator';
import type { MailRecord, Mode, SmtpSimulator } from '@minzheng/smtp-simulator';
import { EmailAddress, Instant, MessageId } from '@minzheng/types';
import { emailRelay } from '../src/adapters/email-relay.ts';
import type { EmailRelay } from '../src/adapters/email-relay.ts';

jest.setTimeout(60_000);

const token = 'a-token-for-the-relay';
const from = 'notice@minzheng.example';
const id = MessageId.parse('m-1');
const address = EmailAddress.parse('li.ming@sample.example');
if (!address.ok) throw new Error('not an address');
const to = address.value;
const mail = {
  to,
  language: 'zh-CN' as const,
  subject: '您的申请审核结果(编号LC-DB-202611-000001-8)',
  text: `${'最低生活保障'.repeat(40)}\n.\n..\n`,
  writtenAt: Instant.parse('2025-10-09T01:00:00.000Z'),
};
let dataDir = '';
let simulator: SmtpSimulator;
let relay: EmailRelay;

const relayAt = (url: string, more: { token?: string; requiresTls?: boolean } = {}): EmailRelay =>
  emailRelay({ url, journalUrl: simulator.url, token, from, requiresTls: false, ...more });

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'relay-'));
  simulator = await startSmtpSimulator({ port: 0, smtpPort: 0, dataDir, token });
  relay = relayAt(simulator.smtpUrl);
});

afterEach(async () => {
  await relay.close();
  await simulator.stop();
  await rm(dataDir, { recursive: true });
});

async function ask(method: string, path: string, body?: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return await fetch(`${simulator.url}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const fare = (mode: Mode): Promise<Response> => ask('PUT', '/control', { mode });
const inMailbox = async (): Promise<MailRecord[]> =>
  ((await (await ask('GET', `/messages?to=${to}`)).json()) as { items: MailRecord[] }).items;

describe('handing an e-mail over', () => {
  test('it arrives as it was written, and every attempt is the same to the byte', async () => {
    expect(await relay.send(id, mail)).toBe('accepted');
    const [first] = await inMailbox();
    expect(first).toMatchObject({ messageId: 'm-1@minzheng.example', from, to, subject: mail.subject, copies: 1 });
    expect(first?.text.replaceAll('\r\n', '\n')).toBe(mail.text);
    expect(await relay.send(id, mail)).toBe('accepted');
    const [second] = await inMailbox();
    expect(second).toMatchObject({ copies: 2, source: first?.source });
  });

  test.each([
    ['refuse', 'permanent-failure'],
    ['refuse-content', 'permanent-failure'],
    ['greylist', 'temporary-failure'],
  ] as const)('%s is %s', async (mode, said) => {
    await fare(mode);
    expect(await relay.send(id, mail)).toBe(said);
    expect(await relay.inquire(id)).toBeUndefined();
  });

  test.each([
    ['timeout-after-data', 'delivered'],
    ['drop', undefined],
  ] as const)('%s may have gone out: unknown, and the journal says %s', async (mode, fate) => {
    await fare(mode);
    await expect(relay.send(id, mail)).rejects.toMatchObject({ name: 'OutboundFault', reached: 'unknown' });
    expect(await relay.inquire(id)).toBe(fate);
  });

  test('a relay that is away, does not speak, or does not know us has surely nothing', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const others = [
      relayAt(`smtp://127.0.0.1:${port}`),
      relayAt('smtp://127.0.0.1:1'),
      relayAt(simulator.smtpUrl, { token: 'another-token-for-it' }),
      // No TLS where it is required: nothing is said in the open, not even who we are.
      relayAt(simulator.smtpUrl, { requiresTls: true }),
    ];
    for (const other of others) {
      await expect(other.send(id, mail)).rejects.toMatchObject({
        name: 'OutboundFault',
        reached: 'no',
        retriable: true,
      });
      await other.close();
    }
    silent.close();
    expect(await inMailbox()).toEqual([]);
  });

  test('after many faults the relay is left alone for a while', async () => {
    const away = relayAt('smtp://127.0.0.1:1');
    for (let attempt = 0; attempt < 20; attempt += 1) await away.send(id, mail).catch(() => undefined);
    await expect(away.send(id, mail)).rejects.toMatchObject({
      reached: 'no',
      message: expect.stringContaining('EOPENBREAKER'),
    });
    await away.close();
  });

  test('a fault repeats nothing of what the relay said: it may name the address', async () => {
    await fare('drop');
    const fault = await relay.send(id, mail).catch((error: unknown) => error);
    expect(JSON.stringify(fault, Object.getOwnPropertyNames(fault))).not.toContain(to);
  });
});

describe('asking about one', () => {
  test('a journal that is away is a fault, not an answer', async () => {
    await simulator.stop();
    await expect(relay.inquire(id)).rejects.toMatchObject({ name: 'OutboundFault' });
    simulator = await startSmtpSimulator({ port: 0, smtpPort: 0, dataDir, token });
  });

  test('one that came back is bounced', async () => {
    await fare('bounce');
    await relay.send(id, mail);
    expect([await relay.inquire(id), await relay.inquire(id)]).toEqual(['queued', 'bounced']);
  });
});
