import type { SpanExporter } from '@opentelemetry/sdk-trace';

/** The environment of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** True when the environment names somebody to send to: a collector, or a Zipkin. */
export function hasReceiver(environment: Environment): boolean {
  return hasCollector(environment) || environment['OTEL_TRACES_EXPORTER'] === 'zipkin';
}

/** True when there is a collector, which takes figures too. */
export function hasCollector({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint = '' }: Environment): boolean {
  return endpoint !== '';
}

/**
 * Where spans go, by OpenTelemetry's own variables: OTLP over HTTP (`OTEL_EXPORTER_OTLP_PROTOCOL` http/protobuf or http/json), or
 * Zipkin (`OTEL_TRACES_EXPORTER=zipkin`, `OTEL_EXPORTER_ZIPKIN_ENDPOINT`); undefined for `OTEL_TRACES_EXPORTER=none`.
 * Throws TypeError naming the variable that says something else.
 */
export async function spanExporter({
  OTEL_TRACES_EXPORTER: exporter = 'otlp',
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol = 'http/protobuf',
}: Environment): Promise<SpanExporter | undefined> {
  switch (exporter) {
    case 'none':
      return undefined;
    case 'zipkin':
      return new (await import('@opentelemetry/exporter-zipkin')).ZipkinExporter();
    case 'otlp':
      return await otlpExporter(protocol);
    default:
      throw new TypeError(`OTEL_TRACES_EXPORTER must be otlp, zipkin or none, not ${exporter}`);
  }
}

async function otlpExporter(protocol: string): Promise<SpanExporter> {
  switch (protocol) {
    case 'http/protobuf':
      return new (await import('@opentelemetry/exporter-trace-otlp-proto')).OTLPTraceExporter();
    case 'http/json':
      return new (await import('@opentelemetry/exporter-trace-otlp-http')).OTLPTraceExporter();
    default:
      throw new TypeError(`OTEL_EXPORTER_OTLP_PROTOCOL must be http/protobuf or http/json, not ${protocol}`);
  }
}
