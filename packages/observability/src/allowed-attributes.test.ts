import { expect, test } from '@jest/globals';
import { SpanStatusCode } from '@opentelemetry/api';
import type { Span } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { discreet } from './allowed-attributes.ts';

/** What a collector is given of a span. */
async function sent(write: (span: Span) => void): Promise<ReadableSpan> {
  const exporter = new InMemorySpanExporter();
  const spanProcessors = [new SimpleSpanProcessor({ exporter: discreet(exporter) })];
  const span = new TracerProvider({ spanProcessors }).getTracer('t').startSpan('POST /people/resolve');
  write(span);
  span.end();
  await spanProcessors[0]?.forceFlush();
  const [one] = exporter.getFinishedSpans();
  if (one === undefined) throw new Error('nothing was sent');
  return one;
}

const PERSONAL: readonly (readonly [attribute: string, value: string])[] = [
  ['url.path', '/people/p-1'],
  ['url.full', 'http://127.0.0.1/people?name=王小明'],
  ['url.query', 'residentId=33030219700101002X'],
  ['http.target', '/people?mobile=13800138000'],
  ['http.request.header.authorization', 'Bearer eyJ'],
  ['http.request.body', '{"name":"王小明"}'],
  ['db.query.text', '{"mobile":"13800138000"}'],
  ['messaging.kafka.message.key', 'p-1'],
  ['client.address', '10.1.2.3'],
  ['user_agent.original', 'Mozilla/5.0'],
  ['exception.message', 'dup key: { mobile: "13800138000" }'],
  ['server.address', 'wang-xiaoming.example'],
];

test('says what the list allows and nothing else, whoever wrote it', async () => {
  const said = {
    'http.route': '/people/resolve',
    'http.response.status_code': 201,
    'messaging.batch.message_count': 3,
  };
  const { attributes } = await sent((span) => span.setAttributes({ ...Object.fromEntries(PERSONAL), ...said }));
  expect(attributes).toEqual(said);
});

test('keeps of an error its name and that it was one, not its message', async () => {
  const span = await sent((one) => {
    one.recordException(new RangeError('王小明 13800138000'));
    one.setAttribute('error.type', 'RangeError').setStatus({ code: SpanStatusCode.ERROR, message: '王小明' });
  });
  expect([span.attributes, span.events, span.status]).toEqual([
    { 'error.type': 'RangeError' },
    [],
    { code: SpanStatusCode.ERROR },
  ]);
});

test('an allowed text loses its Chinese and what is too long of it', async () => {
  const { attributes } = await sent((span) =>
    span.setAttributes({ 'error.type': '王小明', 'http.route': 'x'.repeat(10_000) }),
  );
  expect(attributes).toEqual({ 'error.type': '…', 'http.route': 'x'.repeat(256) });
});

test('a link keeps where it leads and nothing beside it; name, kind and times are the span’s own', async () => {
  const context = { traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: 1 };
  const span = await sent((one) => one.addLink({ context, attributes: { name: '王小明' } }));
  expect(span.links).toEqual([{ context }]);
  expect([span.name, span.ended, span.spanContext().traceId]).toEqual([
    'POST /people/resolve',
    true,
    expect.stringMatching(/^[0-9a-f]{32}$/),
  ]);
  expect(span.duration).toHaveLength(2);
});
