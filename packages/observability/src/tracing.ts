import { register } from 'node:module';

export interface TracingSettings {
  readonly service: string;
  /** OTEL_EXPORTER_OTLP_ENDPOINT; without it nothing is loaded and nothing is sent. */
  readonly endpoint: string | undefined;
}

/** Traces being sent; `stop` flushes what is buffered. */
export interface Tracing {
  stop(): Promise<void>;
}

/**
 * Starts traces, once, before the modules that it instruments are imported. The sampler and the exporter's other settings
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
    instrumentations: [new HttpInstrumentation(), new ExpressInstrumentation()],
  });
  sdk.start();
  return { stop: () => sdk.shutdown() };
}
