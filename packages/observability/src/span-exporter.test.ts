import { expect, test } from '@jest/globals';
import { hasReceiver, spanExporter } from './span-exporter.ts';

test.each([
  [{}, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }, true],
  [{ OTEL_TRACES_EXPORTER: 'zipkin' }, true],
  [{ OTEL_TRACES_EXPORTER: 'otlp' }, false],
])('%j names a receiver: %s', (environment, isThere) => {
  expect(hasReceiver(environment)).toBe(isThere);
});

test.each([
  [{}, 'OTLPTraceExporter'],
  [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' }, 'OTLPTraceExporter'],
  [{ OTEL_TRACES_EXPORTER: 'zipkin' }, 'ZipkinExporter'],
  [{ OTEL_TRACES_EXPORTER: 'none' }, undefined],
])('%j sends by %s', async (environment, name) => {
  const exporter = await spanExporter(environment);
  expect(exporter?.constructor.name).toBe(name);
  await exporter?.shutdown();
});

test.each([
  [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, /^OTEL_EXPORTER_OTLP_PROTOCOL must be .* not grpc$/],
  [{ OTEL_TRACES_EXPORTER: 'jaeger' }, /^OTEL_TRACES_EXPORTER must be .* not jaeger$/],
])('%j is refused in words that name the variable', async (environment, says) => {
  await expect(spanExporter(environment)).rejects.toThrow(says);
});
