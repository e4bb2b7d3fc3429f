import { expect, test } from '@jest/globals';
import { createLogger, createMetrics } from '@minzheng/observability';
import { runChecks } from './checks.ts';
import { countedChecks } from './counted-checks.ts';

test('a check that fails or cannot be run is counted each time by its name, and one that holds is not', async () => {
  const metrics = createMetrics();
  const checks = countedChecks(
    [
      { name: 'holds', run: () => Promise.resolve({ ok: true }) },
      { name: 'broken', run: () => Promise.resolve({ ok: false, culprit: 'row 1' }) },
      { name: 'throws', run: () => Promise.reject(new TypeError('no')) },
    ],
    metrics,
  );
  const log = createLogger({ service: 'test', level: 'silent' });
  const rows = await runChecks(checks, log);
  await runChecks(checks, log);
  expect(rows.map(({ ok }) => ok)).toEqual([true, false, false]);
  expect(metrics.snapshot()).toEqual([
    { name: 'invariant_failures', labels: { check: 'broken' }, value: 2 },
    { name: 'invariant_failures', labels: { check: 'throws' }, value: 2 },
  ]);
});
