import { readFile, stat } from 'node:fs/promises';
import { AgencyCode, DivisionCode, PersonId, Role } from '@minzheng/types';
import { z } from 'zod';

const Account = z.object({
  clientId: z.string().min(1),
  clientSecret: z.string().min(16),
  /** Base32; an account without one has no second factor. */
  totpSecret: z
    .string()
    .regex(/^[A-Z2-7]{32,}$/)
    .optional(),
  roles: z.array(Role),
  division: DivisionCode.optional(),
  staffNo: z.string().min(1).optional(),
  agency: AgencyCode.optional(),
  personId: PersonId.optional(),
});

/** A demonstration account: who it is and for whom it speaks. */
export type Account = z.output<typeof Account>;

const Accounts = z.record(z.string(), Account);

/** The accounts file, read again whenever it was replaced: residents get their person after the first start. */
export interface AccountsFile {
  /** Throws when the file was never readable; one that becomes unreadable leaves the accounts as they were. */
  find(clientId: string): Promise<Account | undefined>;
  /** All of them, as they stand in the file. */
  all(): Promise<readonly Account[]>;
}

interface Seen {
  readonly version: string;
  readonly byClientId: ReadonlyMap<string, Account>;
}

/** Opens nothing yet; each question asks the file for its age first. */
export function accountsFile(path: string): AccountsFile {
  let seen: Seen | undefined;
  const now = async (): Promise<Seen['byClientId']> => {
    seen = await latest(path, seen);
    return seen.byClientId;
  };
  return {
    find: async (clientId) => (await now()).get(clientId),
    all: async () => [...(await now()).values()],
  };
}

async function latest(path: string, seen: Seen | undefined): Promise<Seen> {
  try {
    const { mtimeMs, ino, size } = await stat(path);
    const version = `${mtimeMs}|${ino}|${size}`;
    return version === seen?.version ? seen : await read(path, version);
  } catch (error) {
    if (seen === undefined) throw error;
    return seen;
  }
}

async function read(path: string, version: string): Promise<Seen> {
  const accounts = Accounts.parse(JSON.parse(await readFile(path, 'utf8')));
  return { version, byClientId: new Map(Object.values(accounts).map((account) => [account.clientId, account])) };
}
