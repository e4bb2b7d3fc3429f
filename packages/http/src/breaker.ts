import type { Metrics } from '@minzheng/observability';
import CircuitBreaker from 'opossum';

const RESET_TIMEOUT_MS = 10_000;
const RESET_JITTER = 0.2;

/** One operation of an outside party behind its breaker; whatever the call throws counts against it. */
export type Breaker<A, R> = CircuitBreaker<[A], R>;

/** A breaker by its states, as people read them. */
export type BreakerState = 'closed' | 'open' | 'half-open';

const SHOWN = { closed: 0, 'half-open': 1, open: 2 } as const satisfies Record<BreakerState, number>;

/**
 * Settings and reasons: DELIVERY §3.5. The breaker's own timeout stays off, because its one abort signal would end healthy calls with
 * a late one. `metrics` shows it as `breaker_state` by operation.
 */
export function newBreaker<A, R>(name: string, call: (asked: A) => Promise<R>, metrics?: Metrics): Breaker<A, R> {
  const breaker = new CircuitBreaker(call, {
    name,
    timeout: false,
    errorThresholdPercentage: 50,
    rollingCountTimeout: 10_000,
    rollingCountBuckets: 10,
    volumeThreshold: 20,
    resetTimeout: RESET_TIMEOUT_MS * (1 + RESET_JITTER * (Math.random() - 0.5)),
    capacity: 50,
  });
  const gauge = metrics?.gauge('breaker_state');
  const show = (): void => gauge?.set(SHOWN[stateOf(breaker)], { operation: name });
  breaker.on('open', show).on('halfOpen', show).on('close', show);
  show();
  return breaker;
}

export function stateOf({ opened, halfOpen }: Pick<CircuitBreaker, 'opened' | 'halfOpen'>): BreakerState {
  if (opened) return 'open';
  return halfOpen ? 'half-open' : 'closed';
}

/** True for what a breaker throws instead of calling: the other side surely saw nothing. */
export function wasHeldBack(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === 'EOPENBREAKER' || code === 'ESEMLOCKED';
}
