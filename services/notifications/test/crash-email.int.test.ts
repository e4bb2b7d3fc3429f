import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Mode } from '@minzheng/smtp-simulator';
import { testPlatform } from '@minzheng/testing';
import type { ServiceProcess, TestPlatform } from '@minzheng/testing';
import { instant, PaymentSettled } from '@minzheng/types';
import { notifications } from '../src/main.ts';
import { startOutside, untilDelivery, withAddress } from './email-of.ts';
import type { Outside } from './email-of.ts';
import { paid } from './facts-of-events.ts';

jest.setTimeout(60_000);

const main = new URL('../src/main.ts', import.meta.url);
/** By day, and running: retries of seconds are civil time too. */
const MORNING = '2025-10-09T01:00:00.000Z';
const QUARTER_MS = 900_000;
let platform: TestPlatform;
let outside: Outside;
let service: ServiceProcess;
let stopClock: () => Promise<void>;
const start = () => platform.spawn(notifications, main, { ...outside.env, CIVIL_CLOCK: MORNING });

beforeAll(async () => {
  outside = await startOutside();
  platform = await testPlatform();
  service = await start();
  stopClock = platform.clock('notifications').run();
});

afterAll(async () => {
  await stopClock();
  await platform.stop();
  await outside.stop();
});

test.each([
  ['while the relay has it in hand and nobody knows it yet', 'slow', 0, 1, 1],
  ['after the relay has taken it and before we know', 'timeout-after-data', 1, 1, 1],
  ['and the relay kept nothing of it', 'drop', 0, 0, 2],
] as const)(
  'killed (-9) between sending and committing, %s: after the restart there is one e-mail',
  async (_, mode: Mode, outAtDeath, outOfTheFirst, attempts) => {
    const { personId, address, resident } = await withAddress(platform);
    await outside.fare(mode);
    const heardBefore = await outside.heard();
    await platform.publish(PaymentSettled.of({ subject: `p-${personId}`, personId, data: paid }));
    const messages = platform.database('notifications').collection('messages');
    const standing = async () => (await messages.findOne({ personId }))?.['email'] as { status: string } | undefined;
    // Where the relay cuts the connection we hear of it at once, and may have said so before we die.
    const dying = mode === 'drop' ? /sending|unknown/ : /^sending$/;
    // At "sending" nobody may have been called yet: killed there, the mode would befall the second attempt in place of the first.
    await platform.eventually(async () => {
      expect(await outside.heard()).toBe(heardBefore + 1);
      expect(await outside.mailTo(address)).toHaveLength(outAtDeath);
    });
    await service.kill();
    expect((await standing())?.status).toMatch(dying);
    service = await start();
    await platform.eventually(async () => expect((await standing())?.status).toMatch(/unknown|accepted|delivered/));
    // The relay decides in machine time: the civil clock is not moved past its decision before it has decided.
    await platform.eventually(async () => expect(await outside.mailTo(address)).toHaveLength(outOfTheFirst));
    // What nobody could know at first is known once the relay must have decided.
    const clock = platform.clock('notifications');
    await clock.moveTo(instant.plus((await clock.standing()).now, QUARTER_MS));
    await platform.eventually(async () => {
      expect(await standing()).toMatchObject({ status: expect.stringMatching(/accepted|delivered/), attempts });
      expect(await outside.mailTo(address)).toMatchObject([{ copies: 1 }]);
    }, 30_000);
    await untilDelivery(platform, resident, 'sms', 'delivered');
  },
  90_000,
);

// Its group still waits for the member that was killed, and so does the end of its consumer.
test('told to stop, it ends with 0', async () => {
  expect(await service.stop()).toBe(0);
});
