import type { MachineClock } from '@minzheng/types';
import { Agent, request } from 'undici';
import type { Dispatcher } from 'undici';
import type { Answer } from '../domain/delivery.ts';
import { readEndpoint } from '../domain/endpoint.ts';
import type { EndpointPolicy } from '../domain/endpoint.ts';
import { guardedLookup } from './guarded-lookup.ts';
import { retryAfterMs } from './retry-after.ts';
import { signatureOf } from './signature.ts';

/** One event as it goes out; `secrets` sign it, the newest first. */
export interface Webhook {
  readonly endpoint: string;
  readonly id: string;
  readonly body: string;
  readonly secrets: readonly string[];
}

/** What an endpoint says to our asking whether we may send. */
export type Handshake = 'allowed' | 'not-allowed' | 'refused';

/** Calls the endpoints of agencies. Neither call throws for anything that an endpoint does or fails to do. */
export interface WebhookClient {
  send(webhook: Webhook): Promise<Answer>;
  /** The handshake of CloudEvents' webhook specification: OPTIONS, and the endpoint names us in its answer. */
  shakeHands(endpoint: string): Promise<Handshake>;
  close(): Promise<void>;
}

export interface WebhookSettings {
  readonly policy: EndpointPolicy;
  readonly machine: MachineClock;
  /** From the first byte out to the status; 15 s unless told. */
  readonly timeoutMs?: number;
}

/** Whom endpoints allow: the host of our events' `source`. */
const ORIGIN = 'minzheng.org';
const TIMEOUT_MS = 15_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** Nothing in an answer's body is of use to us. */
const MAX_BODY_BYTES = 64 * 1024;
const MAX_HEADER_BYTES = 16 * 1024;
const CONNECTIONS = 16;
const MS_PER_S = 1_000;

/** Follows no redirect, uses no proxy, reads no body; in production it connects to public addresses only (DELIVERY §3.6). */
export function webhookClient({ policy, machine, timeoutMs = TIMEOUT_MS }: WebhookSettings): WebhookClient {
  const agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS, ...(policy === 'public-https' && { lookup: guardedLookup() }) },
    maxHeaderSize: MAX_HEADER_BYTES,
    connections: CONNECTIONS,
    allowH2: false,
  });
  const call = async (endpoint: string, asked: Asked): Promise<Answered> => {
    // A rule may have become stricter since the endpoint was registered.
    const url = readEndpoint(endpoint, policy);
    if (url === undefined) return { problem: 'refused' };
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const { statusCode, headers, body } = await request(url, { ...asked, signal, dispatcher: agent });
      await body.dump({ limit: MAX_BODY_BYTES, signal }).catch(() => undefined);
      return { status: statusCode, headers };
    } catch (error) {
      return { problem: problemOf(error) };
    }
  };
  return {
    send: async ({ endpoint, id, body, secrets }) => {
      const timestamp = Math.floor(machine.nowMs() / MS_PER_S);
      const answered = await call(endpoint, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/cloudevents+json; charset=UTF-8',
          'user-agent': 'minzheng-subscriptions',
          'webhook-id': id,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': signatureOf({ id, timestamp, body }, secrets),
        },
      });
      return 'problem' in answered ? answered : answerOf(answered, machine);
    },
    shakeHands: async (endpoint) => {
      const answered = await call(endpoint, { method: 'OPTIONS', headers: { 'webhook-request-origin': ORIGIN } });
      if ('problem' in answered) return answered.problem === 'refused' ? 'refused' : 'not-allowed';
      const allowed = answered.headers['webhook-allowed-origin'];
      return answered.status < 300 && (allowed === ORIGIN || allowed === '*') ? 'allowed' : 'not-allowed';
    },
    close: () => agent.destroy(),
  };
}

type Asked = Pick<Dispatcher.RequestOptions, 'method'> & { body?: string; headers: Record<string, string> };
type Answered =
  | { readonly status: number; readonly headers: Dispatcher.ResponseData['headers'] }
  | Extract<Answer, { problem: unknown }>;

function answerOf({ status, headers }: Extract<Answered, { status: number }>, machine: MachineClock): Answer {
  const pause = retryAfterMs(headers['retry-after'], machine.nowMs());
  return { status, ...(pause !== undefined && { retryAfterMs: pause }) };
}

function problemOf(error: unknown): Extract<Answer, { problem: unknown }>['problem'] {
  const { name, code } = error as { name?: unknown; code?: unknown };
  if (code === 'EENDPOINTREFUSED') return 'refused';
  return name === 'TimeoutError' || code === 'UND_ERR_CONNECT_TIMEOUT' ? 'timeout' : 'no-connection';
}
