import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Attributes, Link, Span } from '@opentelemetry/api';
import { parentOf, traceparentOf } from './traceparent.ts';

/** Work that shows in a trace of its own: a chunk or a send has as many parents as messages, so it links to them. */
export interface SpanSpec {
  readonly name: string;
  readonly kind: 'consumer' | 'producer';
  readonly attributes: Attributes;
  /** The `traceparent` of each message. Asked only when the span is kept, and only until enough links are found. */
  readonly parents: () => Iterable<string | undefined>;
}

const MAX_LINKS = 32;
const KINDS = { consumer: SpanKind.CONSUMER, producer: SpanKind.PRODUCER } as const;
/** Passes on to whatever tracer is started later, and to none without an endpoint. */
const tracer = trace.getTracer('minzheng');

/** Does the work in a span with at most 32 links. Without a tracer, or where the sampler says no, it is the work alone. */
export function inSpan<T>(spec: SpanSpec, work: () => Promise<T>): Promise<T> {
  const span = tracer.startSpan(spec.name, { kind: KINDS[spec.kind], attributes: spec.attributes, root: true });
  return span.isRecording() ? traced(span, spec, work) : work();
}

async function traced<T>(span: Span, { parents }: SpanSpec, work: () => Promise<T>): Promise<T> {
  span.addLinks(linksTo(parents()));
  try {
    return await context.with(trace.setSpan(context.active(), span), work);
  } catch (error) {
    // A message of an error may quote personal data; its name does not.
    span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

/** Only parents that are kept: a link to a trace that nobody recorded leads nowhere. */
function linksTo(parents: Iterable<string | undefined>): Link[] {
  const links = new Map<string, Link>();
  for (const traceparent of parents) {
    const parent = traceparent === undefined ? undefined : parentOf(traceparent);
    if (traceparent !== undefined && parent !== undefined) links.set(traceparent, { context: parent });
    if (links.size === MAX_LINKS) break;
  }
  return [...links.values()];
}

/** The `traceparent` of the span at work, a request's for example; undefined where nothing is traced. */
export function currentTraceparent(): string | undefined {
  const span = trace.getActiveSpan();
  return span === undefined ? undefined : traceparentOf(span.spanContext());
}

/** Names the request's span after its route, never after its path: a path may carry an id. */
export function nameRequestSpan(method: string, route: string): void {
  trace.getActiveSpan()?.updateName(`${method} ${route}`).setAttribute('http.route', route);
}
