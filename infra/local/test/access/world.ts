import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Role, roles } from '@minzheng/types';
import { generateSecret, generateSync } from 'otplib';
import { type Account, readAccounts } from '../../src/accounts.ts';
import { replaceJson } from '../../src/atomic-file.ts';
import { eventually } from '@minzheng/testing';
import type { WholePlatform } from '../whole-platform.ts';
import type { Operation } from './operations.ts';

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

/** Records of the demonstration that stand behind the paths. */
interface Ids {
  readonly application: string;
  readonly emergency: string;
  readonly person: string;
  readonly relatives: readonly string[];
  readonly payment: string;
  readonly payRun: string;
  readonly recovery: string;
  readonly veteran: string;
  readonly allowance: string;
  readonly message: string;
  readonly grant: string;
  readonly subscription: string;
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
const licensed: readonly string[] = ['KIN-3', 'SO-WM-1', 'DR-1', 'FAR-district-decider'];

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

/** The demonstration after its quarter, and everybody who will try a door of it. */
export class World {
  readonly ids: Ids;
  readonly #platform: WholePlatform;
  readonly #accounts: Readonly<Record<Who, Account>>;
  readonly #tokens = new Map<string, Promise<string>>();

  private constructor(platform: WholePlatform, accounts: Readonly<Record<Who, Account>>, ids: Ids) {
    this.#platform = platform;
    this.#accounts = accounts;
    this.ids = ids;
  }

  static async open(platform: WholePlatform): Promise<World> {
    const file = join(platform.localDir, 'accounts.json');
    const known = await readAccounts(file);
    const added = Object.entries(more).map(([name, account]): [string, Account] => [
      name,
      {
        clientId: name,
        clientSecret: randomBytes(SECRET_BYTES).toString('base64url'),
        totpSecret: generateSecret(),
        ...account,
      },
    ]);
    const accounts = { ...known, ...Object.fromEntries(added) };
    await replaceJson(file, accounts);
    const world = new World(platform, accounts, {} as Ids);
    const found = new World(platform, accounts, await world.#find());
    await found.#license();
    return found;
  }

  /** Everybody of a role who may reach what the demonstration has made. */
  of(role: Role): Who {
    const own = { resident: 'resident-e06', 'street-officer': 'street-officer-wuma-1' } as Partial<Record<Role, Who>>;
    const name = own[role] ?? Object.keys(this.#accounts).find((one) => one === `${role}-1`);
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
    const response = await fetch(`${this.#platform.file().gatewayUrl}${asked.path}`, {
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

  async #find(): Promise<Ids> {
    const id = async (who: Who, path: string, name: string): Promise<string> =>
      (await this.first(who, path))[name] ?? '';
    const application = await id('resident-e06', '/applications', 'applicationId');
    const emergency = await id('resident-e02', '/emergencies', 'applicationId');
    const personsOf = async (who: Who, path: string): Promise<string[]> => {
      const { body } = await this.ask(who, { method: 'GET', path: `/api/v1${path}` });
      return (body['members'] as { personId: string }[]).map(({ personId }) => personId);
    };
    const person = this.#accounts['resident-e06']?.personId ?? '';
    return {
      application,
      emergency,
      person,
      relatives: [
        ...(await personsOf('resident-e06', `/applications/${application}`)),
        ...(await personsOf('resident-e02', `/emergencies/${emergency}`)),
      ],
      payment: await this.#returnedPayment(),
      payRun: await id('finance-maker-1', '/pay-runs', 'payRunId'),
      recovery: await id('finance-maker-1', '/recoveries', 'recoveryId'),
      veteran: await id('veterans-officer-1', '/veterans', 'veteranId'),
      allowance: await id('veterans-officer-1', '/allowances', 'allowanceId'),
      message: await id('resident-e06', '/messages/me', 'messageId'),
      grant: await id('agency-desk-1', '/grants', 'grantId'),
      subscription: await id('agency-engineer-1', '/subscriptions', 'subscriptionId'),
    };
  }

  /** One that the bank has given back, so that another may take its place. */
  async #returnedPayment(): Promise<string> {
    const personId = this.#accounts['resident-e01']?.personId ?? '';
    const { body } = await this.ask('finance-maker-1', {
      method: 'GET',
      path: `/api/v1/payments?personId=${personId}`,
    });
    const items = body['items'] as { paymentId: string; status: string }[];
    return items.find(({ status }) => status === 'returned')?.paymentId ?? '';
  }

  /** By the course that the demonstration has announced. */
  async #license(): Promise<void> {
    const { civilDate } = await this.#now();
    for (const staffNo of licensed) {
      await this.done('trainer-1', 'POST', '/staff', { staffNo, unit: '样例', divisionCode: district });
      await this.done('trainer-1', 'POST', '/courses/DECIDE-YEAR/enrolments', { staffNo });
      const result = { score: 90, completedOn: civilDate };
      await this.done('trainer-1', 'POST', `/courses/DECIDE-YEAR/enrolments/${staffNo}/result`, result);
    }
  }

  async #now(): Promise<{ civilDate: string }> {
    const response = await fetch(`${this.#platform.file().gatewayUrl}/local/clock`);
    const { processes } = (await response.json()) as { processes: { standing?: { now: string } }[] };
    const now =
      processes
        .flatMap(({ standing }) => standing?.now ?? [])
        .toSorted()
        .at(-1) ?? '';
    return { civilDate: now.slice(0, 10) };
  }

  #token(who: Who, isPlain: boolean): Promise<string> {
    const name = `${who} ${isPlain}`;
    const held = this.#tokens.get(name) ?? this.#newToken(who, isPlain);
    this.#tokens.set(name, held);
    return held;
  }

  async #newToken(who: Who, isPlain: boolean): Promise<string> {
    const account = this.#accounts[who];
    if (account === undefined) throw new Error(`there is no account ${who}`);
    const { clientId, clientSecret, totpSecret } = account;
    const totp = isPlain ? {} : { totp: generateSync({ secret: totpSecret }) };
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    const response = await fetch(this.#platform.file().tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...totp }),
    });
    const { access_token: token } = (await response.json()) as { access_token?: string };
    if (token === undefined) throw new Error(`no token for ${who}: ${response.status}`);
    return token;
  }
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

/** The path with what it names filled in. */
export const pathOf = ({ path }: Operation, params: Readonly<Record<string, string>> = {}): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? 'x-1');
