import type { Gauge, Metrics } from '@minzheng/observability';
import CircuitBreaker from 'opossum';
import { Agent, request } from 'undici';

const MAX_RESPONSE_BYTES = 1024 * 1024;
const CONNECT_TIMEOUT_MS = 1_000;
const RESET_TIMEOUT_MS = 10_000;
const RESET_JITTER = 0.2;
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
  breakers(): { operation: string; state: 'closed' | 'open' | 'half-open' }[];
  close(): Promise<void>;
}

type Breaker = CircuitBreaker<[OutboundRequest], OutboundReply>;

/** Opens a client; nothing is connected before the first call. */
export function outbound(settings: OutboundSettings): OutboundClient {
  const agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS },
    maxResponseSize: MAX_RESPONSE_BYTES,
    connections: 16,
  });
  const breakers = new Map<string, Breaker>();
  const gauge = settings.metrics?.gauge('breaker_state');
  const breakerOf = (operation: string): Breaker => {
    const known = breakers.get(operation);
    if (known !== undefined) return known;
    const breaker = newBreaker(`${settings.name}.${operation}`, agent, settings);
    shown(breaker, `${settings.name}.${operation}`, gauge);
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

/** Settings and reasons: DELIVERY §3.5. The breaker's own timeout stays off, because its one abort signal would end healthy calls with a late one. */
function newBreaker(name: string, agent: Agent, settings: OutboundSettings): Breaker {
  return new CircuitBreaker((asked: OutboundRequest) => send(agent, settings, asked), {
    name,
    timeout: false,
    errorThresholdPercentage: 50,
    rollingCountTimeout: 10_000,
    rollingCountBuckets: 10,
    volumeThreshold: 20,
    resetTimeout: RESET_TIMEOUT_MS * (1 + RESET_JITTER * (Math.random() - 0.5)),
    capacity: 50,
  });
}

const BREAKER_STATES = { closed: 0, 'half-open': 1, open: 2 } as const;

function shown(breaker: Breaker, operation: string, gauge: Gauge | undefined): void {
  const show = (): void => gauge?.set(BREAKER_STATES[stateOf(breaker)], { operation });
  breaker.on('open', show).on('halfOpen', show).on('close', show);
  show();
}

async function send(agent: Agent, settings: OutboundSettings, asked: OutboundRequest): Promise<OutboundReply> {
  const timeout = AbortSignal.timeout(settings.timeoutMs ?? 3_000);
  const { statusCode, body } = await request(new URL(asked.path, settings.baseUrl), {
    method: asked.method,
    headers: {
      ...settings.headers,
      accept: 'application/json',
      ...(asked.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
    signal: asked.signal ? AbortSignal.any([asked.signal, timeout]) : timeout,
    dispatcher: agent,
  });
  const text = await body.text();
  if (statusCode >= SERVER_ERROR) throw new Error(`answered ${statusCode}`);
  return { status: statusCode, body: text === '' ? undefined : JSON.parse(text) };
}

const NEVER_REACHED: ReadonlySet<string> = new Set([
  'EOPENBREAKER',
  'ESEMLOCKED',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function asFault(operation: string, error: unknown): OutboundFault {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const reached = NEVER_REACHED.has(String(code)) ? 'no' : 'unknown';
  return new OutboundFault(operation, reached, String(message ?? error), { cause: error });
}

function stateOf(breaker: Breaker): 'closed' | 'open' | 'half-open' {
  if (breaker.opened) return 'open';
  return breaker.halfOpen ? 'half-open' : 'closed';
}
