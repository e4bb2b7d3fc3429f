import type { Sampler } from '@opentelemetry/sdk-trace';
import type { Environment } from './span-exporter.ts';

/**
 * The sampler of the process that the outside reaches first: whether a trace is kept is decided there and not by a caller, who could
 * have all of theirs kept, or none. The trace goes on under the caller's id all the same. `parentbased_…` counts as what it does without a parent.
 */
export async function doorSampler({
  OTEL_TRACES_SAMPLER: name = 'always_on',
  OTEL_TRACES_SAMPLER_ARG: ratio = '1',
}: Environment): Promise<Sampler> {
  const { AlwaysOffSampler, AlwaysOnSampler, TraceIdRatioBasedSampler } = await import('@opentelemetry/sdk-trace');
  switch (name.replace(/^parentbased_/, '')) {
    case 'always_off':
      return new AlwaysOffSampler();
    case 'traceidratio':
      return new TraceIdRatioBasedSampler(Number(ratio));
    default:
      return new AlwaysOnSampler();
  }
}
