import { Address, Port } from '@minzheng/service';
import { z } from 'zod';

/** The local issuer's settings. */
export const IssuerSettings = z.object({
  PORT: Port,
  ISSUER_URL: Address,
  ACCOUNTS_FILE: z.string().min(1).describe('the path of the accounts'),
  SECRETS_FILE: z.string().min(1).describe('the path of the secrets; the signing keys are kept beside it'),
});
export type IssuerSettings = z.output<typeof IssuerSettings>;
