import { expect, test } from '@jest/globals';
import { startTracing } from './tracing.ts';

test('without an endpoint nothing is started and stopping is immediate', async () => {
  const tracing = await startTracing({ service: 'people', environment: {} });
  await expect(tracing.stop()).resolves.toBeUndefined();
});
