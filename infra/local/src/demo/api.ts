import { setTimeout as pause } from 'node:timers/promises';
import { generateSync } from 'otplib';

interface Account {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly totpSecret: string;
}

/** What the demonstration reads of `.local/platform.json`. */
export interface Platform {
  readonly gatewayUrl: string;
  readonly tokenUrl: string;
  readonly accounts: Readonly<Record<string, Account>>;
}

interface Command {
  readonly body: unknown;
  readonly key: string;
  readonly mediaType: string;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const patienceMs = 120_000;
const tokenLifeMs = 240_000;

/** A refusal that trying again cannot change; its message names the call and the problem's code, never a body. */
export class ApiRefused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(call: string, status: number, code: string) {
    super(`${call} → ${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

/**
 * Speaks to the platform as a person would: through the gateway, with a token, and once more under the same key
 * when a service is away. That is what lets any process die in the middle and the story end the same.
 */
export class Api {
  readonly #platform: Platform;
  readonly #tokens = new Map<string, { token: string; until: number }>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  get<T>(account: string, path: string): Promise<T> {
    return this.#patiently<T>(account, 'GET', path);
  }

  /** `key` names the step, so that a second attempt, or a second start, is the same command. */
  command<T>(
    account: string,
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    key: string,
    mediaType = 'application/json',
  ): Promise<T> {
    return this.#patiently<T>(account, method, path, { body, key, mediaType });
  }

  async #patiently<T>(account: string, method: string, path: string, command?: Command): Promise<T> {
    const call = `${account} ${method} ${path}`;
    const giveUpAt = performance.now() + patienceMs;
    for (;;) {
      const answer = await this.#once(account, method, path, command).catch((error: unknown) => error as Error);
      if (!(answer instanceof Error)) {
        if (answer.status < 300) return answer.body as T;
        const code = (answer.body as { code?: string } | undefined)?.code ?? 'unknown';
        if (!mayPass(answer.status, code)) throw new ApiRefused(call, answer.status, code);
        if (performance.now() > giveUpAt) throw new ApiRefused(call, answer.status, code);
      } else if (performance.now() > giveUpAt) throw new Error(`${call}: ${answer.message}`, { cause: answer });
      await pause(300);
    }
  }

  async #once(account: string, method: string, path: string, command?: Command): Promise<Answer> {
    const headers: Record<string, string> = {
      authorization: `Bearer ${await this.token(account)}`,
      'accept-language': 'en',
    };
    if (command) {
      headers['content-type'] = command.mediaType;
      headers['idempotency-key'] = `"${command.key}"`;
    }
    const response = await fetch(`${this.#platform.gatewayUrl}/api/v1${path}`, {
      method,
      headers,
      signal: AbortSignal.timeout(15_000),
      ...(command ? { body: JSON.stringify(command.body) } : {}),
    });
    if (response.status === 401) this.#tokens.delete(account);
    return { status: response.status, body: await response.json() };
  }

  /** A token of the account, with its second factor; the same one for four minutes. */
  async token(account: string): Promise<string> {
    const held = this.#tokens.get(account);
    if (held && held.until > performance.now()) return held.token;
    const { clientId, clientSecret, totpSecret } = this.#accountNamed(account);
    const response = await fetch(this.#platform.tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      // The second factor, always: it is what releasing money and changing an account ask for.
      body: new URLSearchParams({ grant_type: 'client_credentials', totp: generateSync({ secret: totpSecret }) }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`no token for ${account}: ${response.status}`);
    const { access_token: token } = (await response.json()) as { access_token: string };
    this.#tokens.set(account, { token, until: performance.now() + tokenLifeMs });
    return token;
  }

  #accountNamed(name: string): Account {
    const account = this.#platform.accounts[name];
    if (!account) throw new Error(`platform.json holds no account ${name}`);
    return account;
  }
}

/** 401 is a token from before a restart; 409 in progress and 422 not resolved pass when the other side has caught up. */
const mayPass = (status: number, code: string): boolean =>
  status >= 500 ||
  status === 401 ||
  status === 429 ||
  code === 'request.in-progress' ||
  code === 'application.member-not-resolved';

/** Asks again until `answer` is there. Errors: after two minutes, naming what was waited for. */
export async function until<T>(waitedFor: string, ask: () => Promise<T | undefined>): Promise<T> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > giveUpAt) throw new Error(`waited two minutes in vain: ${waitedFor}`);
    await pause(250);
  }
}
