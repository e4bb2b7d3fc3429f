import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestIssuer, Who } from './test-issuer.ts';

const TIMEOUT_MS = 20_000;
/** A service on a machine that is busy with other tests says so; it is asked again as any client would. */
const PATIENCE_MS = 60_000;
const ASK_AGAIN_MS = 500;

/** What a refusal says; a test that expects success names the body's type itself. */
export interface ProblemBody {
  readonly code?: string;
  readonly title?: string;
  readonly status?: number;
  readonly traceId?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

/** An answer with its body read as JSON; undefined where there was none. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** How a request differs from the ordinary one. */
export interface SendOptions {
  /** The Idempotency-Key; a new one unless given, none at all when null. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, in place of `body`, when it is text or bytes. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  /** False where `service.busy` is the answer that the test is about. */
  readonly isPatient?: boolean;
}

/** Speaks to services over HTTP as one caller; `undefined` stands for somebody without a token. */
export class TestClient {
  readonly #issuer: TestIssuer;
  readonly #who: Who | undefined;
  readonly #urlOf: (service: string) => string;

  constructor(issuer: TestIssuer, who: Who | undefined, urlOf: (service: string) => string) {
    this.#issuer = issuer;
    this.#who = who === undefined ? undefined : { ...who, sub: who.sub ?? who.staffNo ?? who.personId ?? randomUUID() };
    this.#urlOf = urlOf;
  }

  get<T = ProblemBody>(service: string, path: string, options: SendOptions = {}): Promise<Answer<T>> {
    return this.#send<T>('GET', service, path, undefined, options);
  }

  post<T = ProblemBody>(
    service: string,
    path: string,
    body: unknown = {},
    options: SendOptions = {},
  ): Promise<Answer<T>> {
    return this.#send<T>('POST', service, path, body, options);
  }

  put<T = ProblemBody>(service: string, path: string, body: unknown, options: SendOptions = {}): Promise<Answer<T>> {
    return this.#send<T>('PUT', service, path, body, options);
  }

  delete<T = ProblemBody>(service: string, path: string, options: SendOptions = {}): Promise<Answer<T>> {
    return this.#send<T>('DELETE', service, path, undefined, options);
  }

  async #send<T>(
    method: string,
    service: string,
    path: string,
    body: unknown,
    options: SendOptions,
  ): Promise<Answer<T>> {
    const once = { ...options, ...(options.key === undefined && { key: randomUUID() }) };
    const giveUpMs = performance.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.#ask<T>(method, service, path, body, once);
      const isBusy = answer.status === 503 && (answer.body as ProblemBody | undefined)?.code === 'service.busy';
      if (!isBusy || options.isPatient === false || performance.now() > giveUpMs) return answer;
      await pause(ASK_AGAIN_MS);
    }
  }

  async #ask<T>(
    method: string,
    service: string,
    path: string,
    body: unknown,
    options: SendOptions,
  ): Promise<Answer<T>> {
    const content = options.raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${this.#urlOf(service)}${path}`, {
      method,
      headers: {
        ...(await this.#authorization()),
        ...(content !== undefined && { 'content-type': 'application/json' }),
        ...(method !== 'GET' && keyHeader(options.key)),
        ...options.headers,
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(content !== undefined && { body: content }),
    });
    const text = await response.text();
    const answered: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, headers: response.headers, body: answered as T };
  }

  async #authorization(): Promise<Record<string, string>> {
    return this.#who === undefined ? {} : { authorization: `Bearer ${await this.#issuer.token(this.#who)}` };
  }
}

function keyHeader(key: string | null | undefined): Record<string, string> {
  return key === null ? {} : { 'idempotency-key': `"${key ?? randomUUID()}"` };
}
