import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { startSmsSimulator } from '@minzheng/sms-simulator';
import type { SmsSimulator } from '@minzheng/sms-simulator';
import { testPlatform } from '@minzheng/testing';
import type { TestPlatform } from '@minzheng/testing';
import { PaymentSettled } from '@minzheng/types';
import { notifications } from '../src/main.ts';
import { nextPerson, paid } from './facts-of-events.ts';

jest.setTimeout(60_000);

const token = 'a-token-for-the-provider';
/** Half past nine in the evening. */
const EVENING = '2025-10-09T13:30:00.000Z';
const MORNING = '2025-10-10T00:00:00.000Z';
let platform: TestPlatform;
let simulator: SmsSimulator;
let dataDir = '';

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sms-'));
  simulator = await startSmsSimulator({ port: 0, dataDir, token });
  platform = await testPlatform();
  await platform.start(notifications, { SMS_URL: simulator.url, SMS_TOKEN: token, CIVIL_CLOCK: EVENING });
});

afterAll(async () => {
  await platform.stop();
  await simulator.stop();
  await rm(dataDir, { recursive: true });
});

test('who is paid in the evening is told in the morning', async () => {
  const { personId, mobile } = nextPerson();
  const resident = platform.as({ role: 'resident', personId });
  await resident.put('notifications', '/contacts/me', { mobile, language: 'zh-CN' });
  await platform.publish(PaymentSettled.of({ subject: `p-${personId}`, personId, data: paid }));
  const clock = platform.clock('notifications');
  await platform.eventually(async () => {
    expect(await clock.standing()).toMatchObject({ now: EVENING, nextDueAt: MORNING });
  });
  const stateOf = async () => {
    const { body } = await resident.get<{ items: { status: string; changedAt: string }[] }>(
      'notifications',
      '/messages/me',
    );
    return body.items.map(({ status, changedAt }) => ({ status, changedAt }));
  };
  expect(await stateOf()).toEqual([{ status: 'created', changedAt: EVENING }]);
  await clock.toNextDue();
  await platform.eventually(async () => expect(await stateOf()).toEqual([{ status: 'delivered', changedAt: MORNING }]));
});
