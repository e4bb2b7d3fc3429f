import { createRequire } from 'node:module';
import { discreet } from './allowed-attributes.ts';
import { doorSampler } from './door-sampler.ts';
import { requestSpans } from './request-spans.ts';
import { hasCollector, hasReceiver, spanExporter } from './span-exporter.ts';
import type { Environment } from './span-exporter.ts';

export interface TracingSettings {
  readonly service: string;
  /** With OTEL_EXPORTER_OTLP_ENDPOINT or OTEL_TRACES_EXPORTER=zipkin spans are sent; else nothing is loaded. */
  readonly environment: Environment;
  /** True for the process that the outside reaches first: what a caller says of the trace to be kept or not is not believed. */
  readonly isDoor?: boolean;
}

/** Traces and figures being sent; `stop` flushes what is buffered. */
export interface Tracing {
  stop(): Promise<void>;
}

/**
 * Starts traces and figures, once, before `createMetrics`. Doors are caught whenever they were opened. The sampler and the exporter's
 * other settings are OpenTelemetry's own environment variables, which the SDK reads itself
 * (`OTEL_TRACES_SAMPLER=parentbased_traceidratio`, `OTEL_TRACES_SAMPLER_ARG=0.01`).
 */
export async function startTracing({ service, environment, isDoor = false }: TracingSettings): Promise<Tracing> {
  if (!hasReceiver(environment)) return { stop: () => Promise.resolve() };
  const [{ NodeSDK }, { HttpInstrumentation }, { envDetector, serviceInstanceIdDetector }] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/instrumentation-http'),
    import('@opentelemetry/resources'),
  ]);
  const exporter = await spanExporter(environment);
  const sdk = new NodeSDK({
    serviceName: service,
    // The others tell the machine's user and command line with every span.
    resourceDetectors: [envDetector, serviceInstanceIdDetector],
    instrumentations: [new HttpInstrumentation(requestSpans)],
    logRecordProcessors: [],
    ...(exporter === undefined ? { spanProcessors: [] } : { traceExporter: discreet(exporter) }),
    ...(!hasCollector(environment) && { metricReaders: [] }),
    ...(isDoor && { sampler: await doorSampler(environment) }),
  });
  sdk.start();
  // Asked for once more, so that the server's prototype is patched where `node:http` was imported before.
  createRequire(import.meta.url)('node:http');
  return { stop: () => sdk.shutdown() };
}
