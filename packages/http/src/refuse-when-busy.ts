import type { Metrics } from '@minzheng/observability';
import type { RequestHandler } from 'express';
import type { Route } from './route.ts';
import { sendProblem } from './send-problem.ts';

/** What a process has too much of: events that are not published yet, or work that keeps its event loop from turning. */
export type Pressure = 'outbox' | 'loop';

/** What refusing is decided by. */
export interface BusySettings {
  readonly isBusy?: () => Pressure | undefined;
  readonly metrics?: Metrics;
}

/** Neither drains in less; whoever asks sooner only adds to it. */
const RETRY_AFTER_S = 5;

/**
 * Refuses commands under pressure (DELIVERY §3.5), before anything of them is read, a key that was answered included: the client
 * asks again. What looks and what mends goes on: queries, probes, /ops.
 */
export function refuseWhenBusy({ isBusy, metrics }: BusySettings): (route: Route) => RequestHandler {
  const refused = metrics?.counter('commands_refused');
  return ({ kind, path }) =>
    (_, response, next) => {
      const reason = kind === 'command' && !path.startsWith('/ops/') ? isBusy?.() : undefined;
      if (reason === undefined) return next();
      refused?.inc({ reason });
      return sendProblem(response, { code: 'service.busy', params: { retryAfterS: RETRY_AFTER_S } });
    };
}
