import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { startSmsSimulator } from '@minzheng/sms-simulator';
import type { Mode, SmsRecord, SmsSimulator } from '@minzheng/sms-simulator';
import { testPlatform } from '@minzheng/testing';
import type { ServiceProcess, TestPlatform } from '@minzheng/testing';
import { PaymentSettled } from '@minzheng/types';
import { notifications } from '../src/main.ts';
import { nextPerson, paid } from './facts-of-events.ts';

jest.setTimeout(60_000);

const token = 'a-token-for-the-provider';
const main = new URL('../src/main.ts', import.meta.url);
let platform: TestPlatform;
let simulator: SmsSimulator;
let service: ServiceProcess;
let dataDir = '';

/** By day, and running: retries of seconds are civil time too. */
const MORNING = '2025-10-09T01:00:00.000Z';
let stopClock: () => Promise<void>;
const start = () =>
  platform.spawn(notifications, main, { SMS_URL: simulator.url, SMS_TOKEN: token, CIVIL_CLOCK: MORNING });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sms-'));
  simulator = await startSmsSimulator({ port: 0, dataDir, token });
  platform = await testPlatform();
  service = await start();
  stopClock = platform.clock('notifications').run();
});

afterAll(async () => {
  await stopClock();
  await platform.stop();
  await simulator.stop();
  await rm(dataDir, { recursive: true });
});

async function provider<T>(method: string, path: string, body?: unknown): Promise<T | undefined> {
  const response = await fetch(`${simulator.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return response.status === 204 ? undefined : ((await response.json()) as T);
}

async function sentTo(mobile: string): Promise<readonly SmsRecord[]> {
  const answer = await provider<{ items: readonly SmsRecord[] }>('GET', `/messages?to=${mobile}`);
  return answer?.items ?? [];
}

test.each([
  ['before the provider has taken the message', 'slow', 0],
  ['after the provider has sent it and before we know', 'timeout-after-accept', 1],
] as const)(
  'killed %s: after the restart it is sent exactly once',
  async (_, mode: Mode, sentAtDeath) => {
    const { personId, mobile } = nextPerson();
    const resident = platform.as({ role: 'resident', personId });
    await resident.put('notifications', '/contacts/me', { mobile, language: 'zh-CN' });
    await provider('PUT', '/control', { mode, times: 1 });
    await platform.publish(PaymentSettled.of({ subject: `p-${personId}`, personId, data: paid }));
    const messages = platform.database('notifications').collection('messages');
    await platform.eventually(async () => {
      expect(await messages.findOne({ personId })).toMatchObject({ status: 'sending' });
      expect(await sentTo(mobile)).toHaveLength(sentAtDeath);
    });
    await service.kill();
    expect(await messages.findOne({ personId })).toMatchObject({ status: 'sending' });
    service = await start();
    await platform.eventually(async () => {
      const { body } = await resident.get<{ items: unknown[] }>('notifications', '/messages/me');
      expect(body.items).toMatchObject([{ status: 'delivered' }]);
    });
    expect(await sentTo(mobile)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
  },
  60_000,
);

// Its group still waits for the member that was killed, and so does the end of its consumer.
test('told to stop, it ends with 0', async () => {
  expect(await service.stop()).toBe(0);
});
