import { Address, Port, Secret } from '@minzheng/service';
import { z } from 'zod';

/** The local issuer's settings. */
export const IssuerSettings = z.object({
  PORT: Port,
  ISSUER_URL: Address,
  ACCOUNTS_FILE: z.string().min(1).describe('the path of the accounts'),
  SECRETS_FILE: z.string().min(1).describe('the path of the secrets; keys and sign-ins are kept beside it'),
  PORTAL_URL: Address.describe('the address of the gateway, as browsers see it'),
  PORTAL_CLIENT_SECRET: Secret,
});
export type IssuerSettings = z.output<typeof IssuerSettings>;
