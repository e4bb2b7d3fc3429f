import { createRequire, register } from 'node:module';
import { requestSpans } from './request-spans.ts';

export interface TracingSettings {
  readonly service: string;
  /** OTEL_EXPORTER_OTLP_ENDPOINT; without it nothing is loaded and nothing is sent. */
  readonly endpoint: string | undefined;
}

/** Traces and figures being sent; `stop` flushes what is buffered. */
export interface Tracing {
  stop(): Promise<void>;
}

/**
 * Starts traces and figures, once, before `createMetrics` and before the modules that it instruments are imported; a door whose
 * module is there already is caught all the same, only its calls to the outside are not. The sampler and the exporter's other settings
 * are OpenTelemetry's own environment variables, which the SDK reads itself (`OTEL_TRACES_SAMPLER=parentbased_traceidratio`,
 * `OTEL_TRACES_SAMPLER_ARG=0.01`).
 */
export async function startTracing({ service, endpoint }: TracingSettings): Promise<Tracing> {
  if (endpoint === undefined || endpoint === '') return { stop: () => Promise.resolve() };
  register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);
  const [{ NodeSDK }, { HttpInstrumentation }, { ExpressInstrumentation }] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/instrumentation-http'),
    import('@opentelemetry/instrumentation-express'),
  ]);
  const sdk = new NodeSDK({
    serviceName: service,
    instrumentations: [new HttpInstrumentation(requestSpans), new ExpressInstrumentation()],
  });
  sdk.start();
  // Asked for once more, so that the server's prototype is patched where `node:http` was imported before.
  createRequire(import.meta.url)('node:http');
  return { stop: () => sdk.shutdown() };
}
