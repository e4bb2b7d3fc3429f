import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Role } from '@minzheng/types';
import { z } from 'zod';

const Account = z.object({ clientId: z.string(), clientSecret: z.string(), roles: z.array(Role) });

/** What the tool needs of `.local/platform.json`. */
const Platform = z.object({
  gatewayUrl: z.url(),
  tokenUrl: z.url(),
  accounts: z.record(z.string(), Account),
});
export type Platform = z.infer<typeof Platform>;

const DEFAULT_FILE = join(import.meta.dirname, '../../../.local/platform.json');

/** Reads where the platform is. Throws with one line for a person when there is none or the file is something else. */
export async function readPlatform(file = DEFAULT_FILE): Promise<Platform> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`no running platform: ${file} is not there; start it with npm start, or name another file`);
  });
  const read = Platform.safeParse(jsonIn(text));
  if (read.success) return read.data;
  throw new Error(`${file} does not describe a platform: ${z.prettifyError(read.error)}`);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
