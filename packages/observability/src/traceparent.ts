import { isSpanContextValid, TraceFlags } from '@opentelemetry/api';
import type { SpanContext } from '@opentelemetry/api';

/** The flag of a trace that is recorded. */
const KEPT: number = TraceFlags.SAMPLED;
const SHAPE = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Where a W3C header points to; undefined where it is malformed, or its trace is not kept. */
export function parentOf(traceparent: string): SpanContext | undefined {
  const [, traceId = '', spanId = '', flags = ''] = SHAPE.exec(traceparent) ?? [];
  const isKept = (Number.parseInt(flags, 16) & KEPT) === KEPT;
  const parent = { traceId, spanId, traceFlags: KEPT, isRemote: true };
  return isKept && isSpanContextValid(parent) ? parent : undefined;
}

/** The W3C header that points to a span; undefined for one that is none. */
export function traceparentOf(span: SpanContext): string | undefined {
  if (!isSpanContextValid(span)) return undefined;
  return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
}

/** The id of the trace that a traceparent points into; undefined where nobody keeps it. */
export function keptTraceId(traceparent: string | undefined): string | undefined {
  return traceparent === undefined ? undefined : parentOf(traceparent)?.traceId;
}
