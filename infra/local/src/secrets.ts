import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { generateSecret } from 'otplib';
import { z } from 'zod';
import { replaceJson } from './atomic-file.ts';
import { OneLine } from './one-line.ts';

const keyBytes = 32;

const Secrets = z.looseObject({
  /** Base64, 32 bytes: wraps the data key of each person. */
  masterKey: z.base64(),
  blindIndexKey: z.base64(),
  bankToken: z.string(),
  smsToken: z.string(),
  smtpToken: z.string(),
  dataExchangeToken: z.string(),
  agencyToken: z.string(),
  portalClientSecret: z.string(),
  /** What the gateway seals sessions with. */
  sessionSecret: z.string(),
  clientSecrets: z.record(z.string(), z.string()),
  /** Base32: each account's second factor. */
  totpSecrets: z.record(z.string(), z.string()),
});

const KnownSecrets = Secrets.partial();

/** The secrets of this machine's platform: drawn once, kept for as long as its data may be. */
export type Secrets = z.infer<typeof Secrets>;

/** Reads the secrets, drawing those that are not there yet: for the first start, and for an account that is new. */
export async function openSecrets(file: string, accountNames: readonly string[]): Promise<Secrets> {
  const known = await readKnown(file);
  const secrets = Secrets.parse({
    masterKey: draw('base64'),
    blindIndexKey: draw('base64'),
    bankToken: draw('base64url'),
    smsToken: draw('base64url'),
    smtpToken: draw('base64url'),
    dataExchangeToken: draw('base64url'),
    agencyToken: draw('base64url'),
    portalClientSecret: draw('base64url'),
    sessionSecret: draw('base64url'),
    ...known,
    clientSecrets: drawEach(accountNames, () => draw('base64url'), known.clientSecrets),
    totpSecrets: drawEach(accountNames, () => generateSecret(), known.totpSecrets),
  });
  await replaceJson(file, secrets);
  return secrets;
}

function drawEach(
  names: readonly string[],
  drawOne: () => string,
  known: Record<string, string> = {},
): Record<string, string> {
  return { ...Object.fromEntries(names.map((name) => [name, drawOne()])), ...known };
}

async function readKnown(file: string): Promise<z.infer<typeof KnownSecrets>> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  try {
    return KnownSecrets.parse(JSON.parse(text));
  } catch {
    throw new OneLine(`${file} cannot be read as secrets: restore it, or remove it and start with --fresh.`);
  }
}

const draw = (encoding: 'base64' | 'base64url'): string => randomBytes(keyBytes).toString(encoding);
