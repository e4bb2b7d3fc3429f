import { expect, test } from '@jest/globals';
import { ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';
import { SamplingDecision } from '@opentelemetry/sdk-trace';
import { doorSampler } from './door-sampler.ts';

const LOW = `${'0'.repeat(31)}1`;
const HIGH = 'f'.repeat(8) + '0'.repeat(24);

test.each([
  [undefined, undefined, LOW, true],
  ['always_on', undefined, HIGH, true],
  ['parentbased_always_on', undefined, HIGH, true],
  ['parentbased_always_off', undefined, LOW, false],
  ['parentbased_traceidratio', '0.01', LOW, true],
  ['parentbased_traceidratio', '0.01', HIGH, false],
  ['traceidratio', '0.01', HIGH, false],
])('%s %s of the trace %s: kept %s, whatever the caller says', async (name, ratio, traceId, isKept) => {
  const sampler = await doorSampler({ OTEL_TRACES_SAMPLER: name, OTEL_TRACES_SAMPLER_ARG: ratio });
  for (const traceFlags of [0, 1]) {
    const caller = trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId: '2'.repeat(16), traceFlags, isRemote: true });
    const { decision } = sampler.shouldSample(caller, traceId, 'GET', SpanKind.SERVER, {}, []);
    expect(decision === SamplingDecision.RECORD_AND_SAMPLED).toBe(isKept);
  }
});
