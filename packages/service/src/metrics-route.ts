import { probe } from '@minzheng/http';
import type { ProbeRoute } from '@minzheng/http';
import type { Metrics } from '@minzheng/observability';

/** `/metrics`: the figures for Prometheus, as open as `/livez`, since their labels are routes, groups and codes only. */
export function metricsRoute(metrics: Metrics): ProbeRoute {
  return probe({
    path: '/metrics',
    read: () => Promise.resolve({ status: 200, type: 'text/plain; version=0.0.4', body: metrics.exposition() }),
  });
}
