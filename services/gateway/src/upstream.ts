import CircuitBreaker from 'opossum';
import { Pool } from 'undici';
import type { Dispatcher } from 'undici';
import { BodyTooLarge } from './limited-body.ts';

const CONNECT_TIMEOUT_MS = 1_000;
/** Above a service's own deadline of 8 s for a commit. */
const ANSWER_TIMEOUT_MS = 15_000;
const CONNECTIONS = 64;

/** One service as the gateway sees it. Before each of its operations stands a breaker; once open, callers are refused without waiting. */
export interface Upstream {
  readonly name: string;
  /**
   * Resolves when the headers of the answer are there. Rejects when the service cannot be reached or does not answer. `operation` is one of
   * a limited number of names: one that hangs takes no other with it.
   */
  send(operation: string, asked: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData>;
  /** Whether it says of itself that it is ready; asked past the breaker. */
  isUp(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens the way to a service; nothing is connected before the first request. */
export function openUpstream(name: string, origin: string): Upstream {
  const pool = new Pool(origin, {
    connect: { timeout: CONNECT_TIMEOUT_MS },
    headersTimeout: ANSWER_TIMEOUT_MS,
    bodyTimeout: ANSWER_TIMEOUT_MS,
    connections: CONNECTIONS,
  });
  const breakers = new Map<string, Breaker>();
  const breakerOf = (operation: string): Breaker => {
    const breaker = breakers.get(operation) ?? newBreaker(`${name} ${operation}`, pool);
    breakers.set(operation, breaker);
    return breaker;
  };
  return {
    name,
    send: (operation, asked) => breakerOf(operation).fire(asked),
    isUp: () => isReady(pool),
    close: async () => {
      for (const breaker of breakers.values()) breaker.shutdown();
      await pool.destroy();
    },
  };
}

async function isReady(pool: Pool): Promise<boolean> {
  const { statusCode, body } = await pool.request({ method: 'GET', path: '/readyz' });
  await body.dump();
  return statusCode === 200;
}

type Breaker = CircuitBreaker<[Dispatcher.RequestOptions], Dispatcher.ResponseData>;

/** An answer of any status is an answer; only silence and lost connections open it. Settings: DELIVERY §3.5. */
function newBreaker(name: string, pool: Pool): Breaker {
  return new CircuitBreaker((asked: Dispatcher.RequestOptions) => pool.request(asked), {
    name,
    timeout: false,
    errorThresholdPercentage: 50,
    rollingCountTimeout: 10_000,
    rollingCountBuckets: 10,
    volumeThreshold: 20,
    resetTimeout: 5_000,
    capacity: 500,
    errorFilter: isOfTheCallersMaking,
  });
}

/** Whoever hung up or sent too much says nothing about the service. */
export function isOfTheCallersMaking(error: unknown): boolean {
  if (error instanceof BodyTooLarge) return true;
  return error instanceof Error && (error.name === 'AbortError' || error.cause instanceof BodyTooLarge);
}
