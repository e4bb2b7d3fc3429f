import { randomUUID } from 'node:crypto';
import type { Platform } from './platform-file.ts';

const TIMEOUT_MS = 15_000;

interface Request {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams;
}

/** An answer other than 2xx; its message says which and why in one line. */
export class Unanswered extends Error {}

/** Speaks to the services through the gateway, as an account with the role sre. */
export class Operator {
  readonly #platform: Platform;
  #token: Promise<string> | undefined;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Throws Unanswered when the service or the way to it does not answer. */
  async get<T>(service: string, path: string): Promise<T> {
    return await this.#ask<T>(service, path, {});
  }

  /** Each call is a command of its own. */
  async post<T>(service: string, path: string, body: unknown): Promise<T> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': `"${randomUUID()}"` };
    return await this.#ask<T>(service, path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async #ask<T>(service: string, path: string, request: Request): Promise<T> {
    this.#token ??= this.#newToken();
    const url = `${this.#platform.gatewayUrl}/api/v1/ops/${service}${path}`;
    const authorization = `Bearer ${await this.#token}`;
    const response = await answerOf(url, { ...request, headers: { ...request.headers, authorization } });
    // A token lives ten minutes; whoever waits longer takes a new one.
    if (response.status === 401) this.#token = undefined;
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw new Unanswered(`unreachable: ${response.status} ${codeOf(body)}`.trim());
    return body as T;
  }

  async #newToken(): Promise<string> {
    const account = Object.values(this.#platform.accounts).find(({ roles }) => roles.includes('sre'));
    if (account === undefined) throw new Error('the platform file holds no account with the role sre');
    const basic = Buffer.from(`${account.clientId}:${account.clientSecret}`).toString('base64');
    const response = await answerOf(this.#platform.tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    }).catch((error: unknown) => {
      this.#token = undefined;
      throw error;
    });
    if (!response.ok) throw new Unanswered(`the issuer gives no token: ${response.status}`);
    const { access_token: token } = (await response.json()) as { access_token: string };
    return token;
  }
}

async function answerOf(url: string, request: Request): Promise<Response> {
  try {
    return await fetch(url, { ...request, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    throw new Unanswered(`unreachable: ${new URL(url).origin} does not answer (${reasonOf(error)})`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: string }; name: string };
  return cause?.code ?? name;
}

function codeOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
}
