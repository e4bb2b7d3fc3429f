import { randomBytes } from 'node:crypto';
import { generateSecret } from 'otplib';
import { type Account, readAccounts } from '../accounts.ts';
import { replaceJson } from '../atomic-file.ts';
import type { Canary } from './canary.ts';

const SECRET_BYTES = 32;

/** Gives every canary an account of a resident, which does not yet say whose it is. */
export async function giveLogins(accountsFile: string, canaries: readonly Canary[]): Promise<Record<string, Account>> {
  const logins = canaries.map(({ login }): [string, Account] => [
    login,
    {
      clientId: login,
      clientSecret: randomBytes(SECRET_BYTES).toString('base64url'),
      totpSecret: generateSecret(),
      roles: ['resident'],
    },
  ]);
  const accounts = { ...(await readAccounts(accountsFile)), ...Object.fromEntries(logins) };
  await replaceJson(accountsFile, accounts);
  return accounts;
}

/** The issuer reads the file at each token: from here on a canary's token carries the person. */
export async function linkLogins(accountsFile: string, personIds: ReadonlyMap<string, string>): Promise<void> {
  const accounts = await readAccounts(accountsFile);
  for (const [login, personId] of personIds) {
    const account = accounts[login];
    if (account !== undefined) account.personId = personId;
  }
  await replaceJson(accountsFile, accounts);
}
