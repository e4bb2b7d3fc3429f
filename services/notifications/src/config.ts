import { Address, BaseSettings, Secret } from '@minzheng/service';
import type { z } from 'zod';

/** What notifications is told beside what every service is. */
export const Settings = BaseSettings.extend({
  SMS_URL: Address.describe('the address of the SMS provider'),
  SMS_TOKEN: Secret.describe("the SMS provider's token, 16 characters or more"),
});
export type Settings = z.output<typeof Settings>;
