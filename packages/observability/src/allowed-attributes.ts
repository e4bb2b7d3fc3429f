import type { Attributes } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { withoutHan } from './scrub.ts';

/** What a span may say: routes, topics, types, counts, codes. No path, no query, no address, no header, no statement, no id of a person. */
const ALLOWED: ReadonlySet<string> = new Set([
  'http.request.method',
  'http.response.status_code',
  'http.route',
  'url.scheme',
  'network.protocol.version',
  'error.type',
  'messaging.system',
  'messaging.operation.type',
  'messaging.operation.name',
  'messaging.destination.name',
  'messaging.destination.partition.id',
  'messaging.consumer.group.name',
  'messaging.kafka.offset',
  'messaging.batch.message_count',
  'cloudevents.event_id',
  'cloudevents.event_type',
  'minzheng.job',
  'minzheng.follows',
  'minzheng.events',
]);

const LONGEST_TEXT = 256;

/** Sends on only what spans may say, whoever wrote it into them: an instrumentation that learns something new tells nobody. */
export function discreet(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(allowedOnly), done),
    forceFlush: async () => await exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
}

/** The span without other attributes, without events (an exception's message is one) and without the text of its status. */
function allowedOnly(span: ReadableSpan): ReadableSpan {
  const attributes = Object.entries(span.attributes).filter(([name]) => ALLOWED.has(name));
  const kept = {
    attributes: Object.fromEntries(attributes.map(([name, value]) => [name, plain(value)])),
    events: [],
    links: span.links.map(({ context }) => ({ context })),
    status: { code: span.status.code },
  };
  // The span computes the rest of itself: it is looked through, not copied.
  return Object.create(span, Object.getOwnPropertyDescriptors(kept)) as ReadableSpan;
}

function plain(value: Attributes[string]): Attributes[string] {
  return typeof value === 'string' ? withoutHan(value).slice(0, LONGEST_TEXT) : value;
}
