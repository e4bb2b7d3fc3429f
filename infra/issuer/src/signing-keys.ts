import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import { z } from 'zod';

const FILE_NAME = 'issuer-keys.json';
const OWNER_ONLY = 0o600;

/** The one algorithm that this issuer signs with. */
export const ALGORITHM = 'ES256';

const Stored = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1) });

/** What the issuer signs with: a private JWK set. */
export interface SigningKeys {
  readonly keys: JWK[];
}

/** The keys beside the secrets file, made at the first start and kept: a restart leaves every token valid. */
export async function signingKeys(secretsFile: string): Promise<SigningKeys> {
  const path = join(dirname(secretsFile), FILE_NAME);
  try {
    return Stored.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (!isMissing(error)) throw new Error(`${path} holds no signing keys: restore it, or remove it`, { cause: error });
    return await makeKeys(path);
  }
}

async function makeKeys(path: string): Promise<SigningKeys> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const kid = randomBytes(12).toString('base64url');
  const made = { keys: [{ ...(await exportJWK(privateKey)), kid, alg: ALGORITHM, use: 'sig' }] };
  const draft = `${path}.${kid}`;
  await writeFile(draft, JSON.stringify(made), { mode: OWNER_ONLY });
  await rename(draft, path);
  return made;
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
