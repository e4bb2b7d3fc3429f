export { createLogger } from './logger.ts';
export type { Level, Logger, LoggerSettings } from './logger.ts';
export { createMetrics } from './metrics.ts';
export type { Counter, Gauge, Labels, MetricRow, Metrics } from './metrics.ts';
export { currentTraceparent, inSpan, nameRequestSpan } from './spans.ts';
export type { SpanSpec } from './spans.ts';
export { startTracing } from './tracing.ts';
export type { Tracing, TracingSettings } from './tracing.ts';
