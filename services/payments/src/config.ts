import { Address, BaseSettings, Secret } from '@minzheng/service';
import { z } from 'zod';

/** Settings of this service; names are those of the environment. */
export const PaymentsSettings = BaseSettings.extend({
  BANK_URL: Address,
  BANK_TOKEN: Secret,
  PAYER_ACCOUNT: z
    .string()
    .regex(/^[0-9A-Z-]{1,32}$/)
    .default('ZERO-BALANCE-QUOTA')
    .describe('the account that pays, as the bank names it'),
});
export type PaymentsSettings = z.output<typeof PaymentsSettings>;
