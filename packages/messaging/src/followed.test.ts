import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { trace } from '@opentelemetry/api';
import { ApplicationSubmitted } from '@minzheng/types';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { follow, sendFollowed } from './followed.ts';
import type { Reading } from './reading.ts';
import type { OutgoingRecord } from './record.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';
const kept = `00-${TRACE}-${PARENT}-01`;
const unkept = `00-${TRACE}-${PARENT}-00`;
const { type } = ApplicationSubmitted;

const outgoing = (traceparent?: string): OutgoingRecord => ({
  topic: 'minzheng.applications.v1',
  key: 'a-1',
  value: '{}',
  headers: { ce_type: type, ce_id: 'e1', ...(traceparent !== undefined && { ce_traceparent: traceparent }) },
});

const reading = (offset: number, traceparent?: string): Reading =>
  ({
    kind: 'event',
    key: 'a-1',
    record: { topic: 'minzheng.applications.v1', partition: 0, offset, key: null, value: null, headers: new Map() },
    event: { id: `e${offset}`, type, ...(traceparent !== undefined && { traceparent }) },
    reactions: [],
  }) as unknown as Reading;

const traceparentOf = (one: Reading | undefined): string | undefined =>
  one?.kind === 'event' ? one.event.traceparent : undefined;

const exporter = new InMemorySpanExporter();
const spans = (): ReadableSpan[] => exporter.getFinishedSpans();
const named = (name: string): ReadableSpan[] => spans().filter((span) => span.name === name);
const pointing = (span: ReadableSpan | undefined): string => `00-${TRACE}-${span?.spanContext().spanId}-01`;

afterEach(() => exporter.reset());
afterAll(() => trace.disable());

describe('without a tracer', () => {
  test('records and readings are the very same, however their traces are', async () => {
    const records = [outgoing(kept), outgoing()];
    const readings = [reading(1, kept)];
    await sendFollowed(records, (sent) => {
      expect(sent).toBe(records);
      return Promise.resolve();
    });
    expect(follow('payments', readings).readings).toBe(readings);
  });
});

describe('with a tracer', () => {
  beforeEach(() => {
    trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }));
  });

  test('a record of a kept trace points to its own sending, which hangs on what caused it; the send links to that', async () => {
    let sent: readonly OutgoingRecord[] = [];
    await sendFollowed([outgoing(kept), outgoing(unkept), outgoing()], (records) => {
      sent = records;
      return Promise.resolve();
    });
    const [publish, ...others] = named('publish applications.application.submitted');
    expect(others).toEqual([]);
    expect(publish).toMatchObject({ parentSpanContext: { traceId: TRACE, spanId: PARENT } });
    expect(sent.map(({ headers }) => headers['ce_traceparent'])).toEqual([pointing(publish), unkept, undefined]);
    const [send] = named('publish');
    expect(send?.links.map(({ context }) => context.spanId)).toEqual([publish?.spanContext().spanId]);
  });

  test('a send that fails is said of each of its events, by the error’s name', async () => {
    const failing = sendFollowed([outgoing(kept)], () => Promise.reject(new RangeError('王小明')));
    await expect(failing).rejects.toThrow(RangeError);
    for (const { attributes } of spans()) expect(attributes['error.type']).toBe('RangeError');
    expect(spans()).toHaveLength(2);
  });

  test('what an event causes hangs on the group’s work on it; one that is parked says why', async () => {
    const readings = [reading(1, kept), reading(2, kept), reading(3, unkept), reading(4)];
    const followed = follow('payments', readings);
    const verdict = { class: 'bug', err: 'TypeError' } as const;
    await followed.during(() =>
      Promise.resolve(followed.readings.map((one, i) => ({ reading: one, ...(i === 1 && { parked: verdict }) }))),
    );
    const [first, second, ...others] = named('process applications.application.submitted');
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      parentSpanContext: { traceId: TRACE, spanId: PARENT },
      attributes: { 'messaging.consumer.group.name': 'payments', 'cloudevents.event_id': 'e1' },
    });
    expect([first?.attributes['error.type'], second?.attributes['error.type']]).toEqual([undefined, 'TypeError']);
    expect(followed.readings.map(traceparentOf)).toEqual([pointing(first), pointing(second), unkept, undefined]);
  });
});
