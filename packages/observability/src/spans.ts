import { context, ProxyTracerProvider, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Attributes, Context, Link, Span } from '@opentelemetry/api';
import { parentOf, traceparentOf } from './traceparent.ts';

/** What a span says of itself. */
export interface Step {
  readonly name: string;
  readonly kind: 'consumer' | 'producer' | 'client' | 'internal';
  readonly attributes: Attributes;
}

/** Work in a span. It goes on with the trace of `parent`, or begins one and links to those of `parents`: a chunk or a send has many. */
export interface SpanSpec extends Step {
  /** The `traceparent` of what caused it, where that is one thing alone. */
  readonly parent?: string | undefined;
  /** The `traceparent` of each message. Asked only when the span is kept, and only until enough links are found. */
  readonly parents?: () => Iterable<string | undefined>;
}

/** One message's part of a chunk or of a send: what it causes hangs on its `traceparent`. */
export interface OpenSpan {
  readonly traceparent: string;
  /** Ends it; with the name of an error, as failed. */
  end(error?: string): void;
}

const MAX_LINKS = 32;
const KINDS = {
  consumer: SpanKind.CONSUMER,
  producer: SpanKind.PRODUCER,
  client: SpanKind.CLIENT,
  internal: SpanKind.INTERNAL,
} as const;
const NAME = 'minzheng';
/** Passes on to whatever tracer is started later, and to none without an endpoint. */
const tracer = trace.getTracer(NAME);

/** False until a tracer is started. What would cost something for every message is not done before. */
export function isTraced(): boolean {
  const provider = trace.getTracerProvider();
  return !(provider instanceof ProxyTracerProvider) || provider.getDelegateTracer(NAME) !== undefined;
}

/** Does the work in a span with at most 32 links. Without a tracer, or where the sampler says no, it is the work alone. */
export function inSpan<T>(spec: SpanSpec, work: () => Promise<T>): Promise<T> {
  const parent = kept(spec.parent);
  const span =
    parent === undefined ? tracer.startSpan(spec.name, { ...options(spec), root: true }) : begun(spec, under(parent));
  if (!span.isRecording()) return work();
  if (spec.parents !== undefined) span.addLinks(linksTo(spec.parents()));
  return traced(span, work);
}

/** Does the work in a span under the one at work, if that one is kept. */
export function inChildSpan<T>(step: Step, work: () => Promise<T>): Promise<T> {
  if (trace.getActiveSpan()?.isRecording() !== true) return work();
  return traced(begun(step, context.active()), work);
}

/** Begins a span under `parent`; undefined where that trace is kept by nobody. Ask `isTraced` once before many. */
export function beginSpan(step: Step, parent: string | undefined): OpenSpan | undefined {
  const caused = kept(parent);
  if (caused === undefined) return undefined;
  const span = begun(step, under(caused));
  const traceparent = traceparentOf(span.spanContext());
  if (traceparent === undefined || !span.isRecording()) return undefined;
  return {
    traceparent,
    end: (error) => {
      if (error !== undefined) failed(span, error);
      span.end();
    },
  };
}

/** Says something more of the span at work. */
export function noteOnSpan(attributes: Attributes): void {
  trace.getActiveSpan()?.setAttributes(attributes);
}

async function traced<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await context.with(trace.setSpan(context.active(), span), work);
  } catch (error) {
    failed(span, nameOf(error));
    throw error;
  } finally {
    span.end();
  }
}

/** What a span says of an error: a message may quote personal data, a name does not. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

const failed = (span: Span, error: string): void =>
  void span.setAttribute('error.type', error).setStatus({ code: SpanStatusCode.ERROR });

const options = ({ kind, attributes }: Step) => ({ kind: KINDS[kind], attributes });
const begun = (step: Step, at: Context): Span => tracer.startSpan(step.name, options(step), at);
const kept = (traceparent: string | undefined) => (traceparent === undefined ? undefined : parentOf(traceparent));
const under = (parent: NonNullable<ReturnType<typeof kept>>): Context => trace.setSpanContext(ROOT_CONTEXT, parent);

/** Only parents that are kept: a link to a trace that nobody recorded leads nowhere. */
function linksTo(parents: Iterable<string | undefined>): Link[] {
  const links = new Map<string, Link>();
  for (const traceparent of parents) {
    const parent = kept(traceparent);
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
