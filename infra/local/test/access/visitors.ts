import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { eventually } from '@minzheng/testing';
import { type Role, roles } from '@minzheng/types';
import { generateSecret } from 'otplib';
import { type Account, readAccounts } from '../../src/accounts.ts';
import { replaceJson } from '../../src/atomic-file.ts';
import { tokenOf } from '../token-of.ts';
import type { WholePlatform } from '../whole-platform.ts';

const SECRET_BYTES = 32;
const district = '330302';
const street = '330302006';

/** Somebody who calls, as the test names them. */
export type Who = string;

/** What a request was answered. */
export interface Answered {
  readonly status: number;
  readonly code: string | undefined;
  readonly challenge: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One request. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  /** With an Idempotency-Key: it takes effect if nothing refuses it. */
  readonly isKeyed?: boolean;
  /** By a token without a second factor. */
  readonly isPlain?: boolean;
  /** In place of the caller's own. */
  readonly token?: string;
}

/** Who has no place of their own in the demonstration: roles elsewhere, relatives, and officers who hold two parts. */
const more: Readonly<Record<Who, Omit<Account, 'clientId' | 'clientSecret' | 'totpSecret'>>> = {
  ...elsewhere('330303', '330303001'),
  'kin-street': { roles: ['street-officer'], division: street, staffNo: 'KIN-1' },
  'kin-reviewer': { roles: ['district-reviewer'], division: district, staffNo: 'KIN-2' },
  'kin-decider': { roles: ['district-decider'], division: district, staffNo: 'KIN-3' },
  'acceptor-reviews': { roles: ['district-reviewer'], division: district, staffNo: 'SO-WM-1' },
  'acceptor-decides': { roles: ['district-decider'], division: district, staffNo: 'SO-WM-1' },
  'reviewer-decides': { roles: ['district-decider'], division: district, staffNo: 'DR-1' },
  'maker-approves': { roles: ['finance-checker'], division: district, staffNo: 'FM-1' },
  'maker-releases': { roles: ['finance-releaser'], division: district, staffNo: 'FM-1' },
  'checker-releases': { roles: ['finance-releaser'], division: district, staffNo: 'FC-1' },
};

/** Without a licence whoever decides is refused before anything is looked at. */
export const licensed: readonly string[] = ['KIN-3', 'SO-WM-1', 'DR-1', 'FAR-district-decider'];

/** The same role in another district, or for another agency. */
function elsewhere(division: string, itsStreet: string): typeof more {
  const far = (Object.keys(roles) as Role[]).flatMap((role) => {
    const { divisionRule } = roles[role];
    const account = { roles: [role], staffNo: `FAR-${role}` };
    if (divisionRule === 'own-street') return [[`far-${role}`, { ...account, division: itsStreet }] as const];
    if (divisionRule === 'own-district') return [[`far-${role}`, { ...account, division }] as const];
    return [];
  });
  return { ...Object.fromEntries(far), 'far-agency-engineer': { roles: ['agency-engineer'], agency: 'other-agency' } };
}

/** Everybody who tries a door of the platform. */
export class Visitors {
  readonly platform: WholePlatform;
  readonly accounts: Readonly<Record<Who, Account>>;
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(platform: WholePlatform, accounts: Readonly<Record<Who, Account>>) {
    this.platform = platform;
    this.accounts = accounts;
  }

  /** Gives those who have no account of the demonstration one of their own; the issuer reads the file at each token. */
  static async invite(platform: WholePlatform): Promise<Visitors> {
    const file = join(platform.localDir, 'accounts.json');
    const added = Object.entries(more).map(([name, account]): [string, Account] => [
      name,
      {
        clientId: name,
        clientSecret: randomBytes(SECRET_BYTES).toString('base64url'),
        totpSecret: generateSecret(),
        ...account,
      },
    ]);
    const accounts = { ...(await readAccounts(file)), ...Object.fromEntries(added) };
    await replaceJson(file, accounts);
    return new Visitors(platform, accounts);
  }

  /** Everybody of a role who may reach what the demonstration has made. */
  of(role: Role): Who {
    const own = { resident: 'resident-e06', 'street-officer': 'street-officer-wuma-1' } as Partial<Record<Role, Who>>;
    const name = own[role] ?? Object.keys(this.accounts).find((one) => one === `${role}-1`);
    if (name === undefined) throw new Error(`nobody holds the role ${role}`);
    return name;
  }

  /** Who holds the role where the records are not: other streets, other districts, other persons, other agencies. */
  farFrom(role: Role): readonly Who[] {
    const rule = roles[role].divisionRule;
    if (rule === 'own-person') return ['resident-e03'];
    if (rule === 'own-street') return ['street-officer-songtai-1', `far-${role}`];
    if (rule === 'own-district') return [`far-${role}`];
    return role === 'agency-engineer' ? ['far-agency-engineer'] : [];
  }

  /** One request through the gateway; without a `key` a command is refused once it is known who may. */
  async ask(who: Who | undefined, asked: Asked): Promise<Answered> {
    const authorization =
      asked.token ?? (who === undefined ? undefined : await this.#token(who, asked.isPlain === true));
    const isBody = asked.body !== undefined;
    const response = await fetch(`${this.platform.file().gatewayUrl}${asked.path}`, {
      method: asked.method,
      headers: {
        'accept-language': 'en',
        ...(authorization !== undefined && { authorization: `Bearer ${authorization}` }),
        ...(asked.isKeyed === true && { 'idempotency-key': `"${randomUUID()}"` }),
        ...(isBody && { 'content-type': 'application/json' }),
      },
      ...(isBody && { body: JSON.stringify(asked.body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    const body = (text === '' ? {} : JSON.parse(text)) as Answered['body'];
    const code = response.status >= 400 ? String(body['code']) : undefined;
    return { status: response.status, code, challenge: response.headers.get('www-authenticate'), body };
  }

  /** Something that has to go well on the way. */
  async done(who: Who, method: string, path: string, body: unknown = {}): Promise<Answered['body']> {
    return await eventually(async () => {
      const answer = await this.ask(who, { method, path: `/api/v1${path}`, body, isKeyed: true });
      if (answer.status >= 300) throw new Error(`${who} ${method} ${path}: ${answer.status} ${answer.code}`);
      return answer.body;
    }, 20_000);
  }

  async first(who: Who, path: string): Promise<Readonly<Record<string, string>>> {
    const { body } = await this.ask(who, { method: 'GET', path: `/api/v1${path}` });
    const [item] = (body['items'] ?? []) as Readonly<Record<string, string>>[];
    if (item === undefined) throw new Error(`${who} finds nothing at ${path}`);
    return item;
  }

  #token(who: Who, isPlain: boolean): Promise<string> {
    const name = `${who} ${isPlain}`;
    const held = this.#tokens.get(name) ?? tokenOf(this.platform.file().tokenUrl, this.accounts[who], isPlain);
    this.#tokens.set(name, held);
    return held;
  }
}
