export { createLogger } from './logger.ts';
export type { Level, Logger, LoggerSettings } from './logger.ts';
export { createMetrics } from './metrics.ts';
export type { Counter, Gauge, Labels, MetricRow, Metrics } from './metrics.ts';
export {
  beginSpan,
  currentTraceparent,
  inChildSpan,
  inSpan,
  isTraced,
  nameOf,
  nameRequestSpan,
  noteOnSpan,
} from './spans.ts';
export type { OpenSpan, SpanSpec, Step } from './spans.ts';
export { keptTraceId } from './traceparent.ts';
export { startTracing } from './tracing.ts';
export type { Tracing, TracingSettings } from './tracing.ts';
