import { describe, expect, test } from '@jest/globals';
import { chunkSpan, sendSpan } from './spans.ts';

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

const incoming = (offset: number, header?: string) => ({
  topic: 't',
  partition: 2,
  offset,
  key: null,
  value: null,
  headers: new Map(header === undefined ? [] : [['ce_traceparent', Buffer.from(header)]]),
});

describe('the span of a chunk', () => {
  const records = [incoming(7, traceparent), incoming(8), incoming(9, 'x'.repeat(100_000))];
  const span = chunkSpan('payments', { topic: 't', partition: 2, first: 7, next: 10, records });

  test('says topic, group and number of messages in OpenTelemetry’s words', () => {
    expect(span).toMatchObject({
      name: 'process t',
      kind: 'consumer',
      attributes: {
        'messaging.system': 'kafka',
        'messaging.destination.name': 't',
        'messaging.consumer.group.name': 'payments',
        'messaging.batch.message_count': 3,
      },
    });
  });

  test('has the traces of its messages for parents, and passes over what can be none', () => {
    expect([...(span.parents?.() ?? [])]).toEqual([traceparent]);
  });
});

test('the span of a send has the traces of the outbox’s events for parents', () => {
  const headers = { ce_traceparent: traceparent };
  const span = sendSpan([
    { topic: 't', key: 'k', value: '{}', headers },
    { topic: 't', key: 'k', value: '{}', headers: {} },
  ]);
  expect(span.attributes['messaging.batch.message_count']).toBe(2);
  expect([...(span.parents?.() ?? [])]).toEqual([traceparent, undefined]);
});
