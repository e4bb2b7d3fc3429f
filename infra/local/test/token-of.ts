import { generateSync } from 'otplib';

/** What an account of the local issuer asks for a token with. */
interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly totpSecret: string;
}

/** A token of the account; with its second factor unless told. */
export async function tokenOf(tokenUrl: string, account: Client | undefined, isPlain = false): Promise<string> {
  if (account === undefined) throw new Error('there is no such account');
  const { clientId, clientSecret, totpSecret } = account;
  const totp = isPlain ? {} : { totp: generateSync({ secret: totpSecret }) };
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...totp });
  const response = await fetch(tokenUrl, { method: 'POST', headers: { authorization: `Basic ${basic}` }, body });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`no token for ${clientId}: ${response.status}`);
  return token;
}
