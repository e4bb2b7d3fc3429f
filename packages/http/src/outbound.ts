import { currentTraceparent, inChildSpan, noteOnSpan } from '@minzheng/observability';
import type { Metrics } from '@minzheng/observability';
import { Agent, request } from 'undici';
import { newBreaker, stateOf, wasHeldBack } from './breaker.ts';
import type { Breaker, BreakerState } from './breaker.ts';

const MAX_RESPONSE_BYTES = 1024 * 1024;
const CONNECT_TIMEOUT_MS = 1_000;
const SERVER_ERROR = 500;

/** Where an outside party is and how long it gets for one call. */
export interface OutboundSettings {
  /** For logs and errors. */
  readonly name: string;
  readonly baseUrl: string;
  /** For the whole call, its body included; 3 s unless told. */
  readonly timeoutMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Keeps `breaker_state` by operation: 0 closed, 1 half-open, 2 open. */
  readonly metrics?: Metrics;
}

/** One call; `body` is sent as JSON. */
export interface OutboundRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** What came back, below 500; `body` is undefined where there was none. */
export interface OutboundReply {
  readonly status: number;
  readonly body: unknown;
}

/**
 * The other side did not answer, or answered 5xx. With `reached: 'no'` it surely never saw the call; with 'unknown' it may
 * have acted on it: inquire before anything else.
 */
export class OutboundFault extends Error {
  readonly retriable = true;
  readonly reached: 'no' | 'unknown';
  readonly operation: string;
  constructor(operation: string, reached: 'no' | 'unknown', reason: string, options?: ErrorOptions) {
    super(`${operation}: ${reason}`, options);
    this.name = 'OutboundFault';
    this.operation = operation;
    this.reached = reached;
  }
}

/** Calls to one outside party, with one breaker per operation; a 4xx is an answer and opens none. */
export interface OutboundClient {
  /** Throws OutboundFault. */
  call(operation: string, asked: OutboundRequest): Promise<OutboundReply>;
  /** Each operation's breaker, for /ops/status. */
  breakers(): { operation: string; state: BreakerState }[];
  close(): Promise<void>;
}

/** Opens a client; nothing is connected before the first call. */
export function outbound(settings: OutboundSettings): OutboundClient {
  const agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS },
    maxResponseSize: MAX_RESPONSE_BYTES,
    connections: 16,
  });
  const breakers = new Map<string, Breaker<OutboundRequest, OutboundReply>>();
  const breakerOf = (operation: string): Breaker<OutboundRequest, OutboundReply> => {
    const known = breakers.get(operation);
    if (known !== undefined) return known;
    const name = `${settings.name}.${operation}`;
    const call = (asked: OutboundRequest): Promise<OutboundReply> => sendTraced(name, agent, settings, asked);
    const breaker = newBreaker(name, call, settings.metrics);
    breakers.set(operation, breaker);
    return breaker;
  };
  return {
    call: async (operation, asked) => {
      try {
        return await breakerOf(operation).fire(asked);
      } catch (error) {
        throw asFault(`${settings.name}.${operation}`, error);
      }
    },
    breakers: () => [...breakers].map(([operation, breaker]) => ({ operation, state: stateOf(breaker) })),
    close: async () => {
      for (const breaker of breakers.values()) breaker.shutdown();
      await agent.destroy();
    },
  };
}

/** Named after the operation: the path carries an id. */
function sendTraced(
  operation: string,
  agent: Agent,
  settings: OutboundSettings,
  asked: OutboundRequest,
): Promise<OutboundReply> {
  const attributes = { 'http.request.method': asked.method };
  return inChildSpan({ name: operation, kind: 'client', attributes }, () => send(agent, settings, asked));
}

async function send(agent: Agent, settings: OutboundSettings, asked: OutboundRequest): Promise<OutboundReply> {
  const timeout = AbortSignal.timeout(settings.timeoutMs ?? 3_000);
  const traceparent = currentTraceparent();
  const { statusCode, body } = await request(new URL(asked.path, settings.baseUrl), {
    method: asked.method,
    headers: {
      ...settings.headers,
      accept: 'application/json',
      ...(traceparent !== undefined && { traceparent }),
      ...(asked.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
    signal: asked.signal ? AbortSignal.any([asked.signal, timeout]) : timeout,
    dispatcher: agent,
  });
  noteOnSpan({ 'http.response.status_code': statusCode });
  const text = await body.text();
  if (statusCode >= SERVER_ERROR) throw new Error(`answered ${statusCode}`);
  return { status: statusCode, body: text === '' ? undefined : JSON.parse(text) };
}

const NEVER_REACHED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function asFault(operation: string, error: unknown): OutboundFault {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const reached = wasHeldBack(error) || NEVER_REACHED.has(String(code)) ? 'no' : 'unknown';
  return new OutboundFault(operation, reached, String(message ?? error), { cause: error });
}
