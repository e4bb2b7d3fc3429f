import type { Metrics } from '@minzheng/observability';
import type { Check } from './checks.ts';

/** The same checks, each failure counted: what /ops/verify found once must not be forgotten with its answer. */
export function countedChecks(checks: readonly Check[], metrics: Metrics): Check[] {
  const failures = metrics.counter('invariant_failures');
  return checks.map((check) => ({
    name: check.name,
    run: async () => {
      let isOk = false;
      try {
        const result = await check.run();
        isOk = result.ok;
        return result;
      } finally {
        if (!isOk) failures.inc({ check: check.name });
      }
    },
  }));
}
